package org.novacat.jobs.query;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.TrustJson;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.RawItem;

/** A row of the table {@code products}: exactly one of the two is there. */
record Product(@Nullable SpectraProduct spectrum, @Nullable PhotometryTable table) {
  /** A summary is there as a whole or not at all. */
  private static final Set<String> SUMMARY = Cell.names(SpectraProduct.SUMMARY.fields());

  private static final Set<String> MJD =
      Stream.concat(SUMMARY.stream(), Stream.of("time_mjd_min", "time_mjd_max"))
          .collect(Collectors.toUnmodifiableSet());

  static final ItemTable<Product> TABLE =
      new ItemTable<Product>()
          .text(
              "nova_id",
              "The nova; the key to join by",
              either(Set.of(), SpectraProduct::novaId, PhotometryTable::novaId))
          .text(
              "data_product_id",
              "The product; with nova_id the key of spectra",
              either(Set.of(), SpectraProduct::id, PhotometryTable::id))
          .text(
              "product_type",
              "SPECTRA or PHOTOMETRY_TABLE",
              either(Set.of(), spectrum -> SpectraProduct.TYPE, table -> PhotometryTable.TYPE))
          .text("provider", "Who has the spectrum", ofSpectrum(Set.of(), SpectraProduct::provider))
          .text(
              "locator_identity",
              "Where its provider has it",
              ofSpectrum(Set.of(), SpectraProduct::locatorIdentity))
          .text(
              "validation_status",
              "VALID, QUARANTINED or not yet",
              ofSpectrum(Set.of(), spectrum -> spectrum.state().validation()))
          .text(
              "acquisition_status",
              "Whether its bytes are here",
              ofSpectrum(Set.of(), spectrum -> spectrum.state().acquisition()))
          .text(
              "eligibility",
              "Whether a run will take it up",
              ofSpectrum(Set.of(), spectrum -> spectrum.state().eligibility()))
          .text(
              "duplicate_of",
              "The product of the same bytes",
              ofSpectrum(Set.of(SpectraProduct.DUPLICATE_OF.name()), SpectraProduct::duplicateOf))
          .text(
              "quarantine_reason",
              "Why it was last refused",
              ofSpectrum(Cell.names(SpectraProduct.QUARANTINE.fields()), Product::reason))
          .text("object_key", "The raw file, or the table", object(file -> file.key().toString()))
          .whole("byte_length", "Of that object [byte]", object(Pointer::byteLength))
          .text("sha256", "Of that object", object(Pointer::sha256))
          .text("instrument", "As the file spells it", summary(SpectrumSummary::instrument))
          .text("telescope", "As the file spells it", summary(SpectrumSummary::telescope))
          .number(
              "mjd_min",
              "First epoch, Modified Julian Date [d]",
              either(MJD, Product::mjd, PhotometryTable::mjdMin))
          .number(
              "mjd_max",
              "Last epoch; of a spectrum the same as mjd_min [d]",
              either(MJD, Product::mjd, PhotometryTable::mjdMax))
          .number(
              "observation_precision_days",
              "How wide an interval the file leaves open for the epoch of a spectrum [d]",
              summary(SpectrumSummary::observationPrecisionDays))
          .number(
              "observation_span_days",
              "From the first exposure of a spectrum to the end of the last [d]",
              summary(SpectrumSummary::observationSpanDays))
          .number("exposure_time_s", "Exposure time [s]", summary(SpectrumSummary::exposureSeconds))
          .number(
              "wavelength_min", "Shortest wavelength [Angstrom]", summary(s -> s.wavelengthMin()))
          .number(
              "wavelength_max", "Longest wavelength [Angstrom]", summary(s -> s.wavelengthMax()))
          .number("snr", "Signal to noise ratio of a sample", summary(SpectrumSummary::snr))
          .text("flux_unit", "Unit of the flux", summary(SpectrumSummary::fluxUnit))
          .text("flux_calibration", "What the flux is worth", summary(s -> s.calibration()))
          .text(
              "time_scale_confidence",
              "How sure the scale of the epoch is: stated, known, inferred or assumed",
              trust(SpectrumTrust::timeScale))
          .text(
              "wavelength_unit_confidence",
              "How sure the unit of the wavelengths is: stated, known, inferred or assumed",
              trust(SpectrumTrust::wavelengthUnit))
          .text(
              "medium_confidence",
              "How sure air or vacuum is: stated, known, inferred or assumed",
              trust(SpectrumTrust::medium))
          .text(
              "flux_unit_confidence",
              "How sure the unit of the flux is: stated, known, inferred or assumed",
              trust(SpectrumTrust::fluxUnit))
          .whole(
              "n_rows",
              "Samples of a spectrum, rows of a photometry table",
              either(SUMMARY, Product::samples, PhotometryTable::rows))
          .column(
              "updated_at",
              DataTypes.TimestampType,
              "Last change of the item, UTC",
              either(
                  Set.of(),
                  spectrum -> spectrum.meta().updatedAt(),
                  table -> table.meta().updatedAt()));

  /** Attributes that every product has. */
  static Set<String> required() {
    Set<String> names = new TreeSet<>(SpectraProduct.ITEM.shape().required());
    names.addAll(PhotometryTable.ITEM.shape().required());
    return names;
  }

  /**
   * The product of an item, whose key begins as that of one.
   *
   * @throws org.novacat.persistence.failure.SchemaException when it is no product after all
   */
  static Product read(RawItem item) {
    return item.key().sk().startsWith(Keys.SPECTRA)
        ? new Product(SpectraProduct.ITEM.read(item), null)
        : new Product(null, PhotometryTable.ITEM.read(item));
  }

  NovaId novaId() {
    return spectrum != null ? spectrum.novaId() : requireNonNull(table).novaId();
  }

  private static <V> Cell<Product> either(
      Set<String> attributes,
      Function<SpectraProduct, ? extends @Nullable V> ofSpectrum,
      Function<PhotometryTable, ? extends @Nullable V> ofTable) {
    Function<Product, @Nullable V> value =
        product -> {
          if (product.spectrum != null) {
            return ofSpectrum.apply(product.spectrum);
          }
          return product.table == null ? null : ofTable.apply(product.table);
        };
    return new Cell<>(attributes, value);
  }

  private static <V> Cell<Product> ofSpectrum(
      Set<String> attributes, Function<SpectraProduct, ? extends @Nullable V> cell) {
    return either(attributes, cell, table -> null);
  }

  private static <V> Cell<Product> summary(Function<SpectrumSummary, ? extends @Nullable V> cell) {
    return ofSpectrum(
        SUMMARY, spectrum -> spectrum.summary() == null ? null : cell.apply(spectrum.summary()));
  }

  private static Cell<Product> trust(Function<SpectrumTrust, @Nullable Confidence> of) {
    return summary(summary -> TrustJson.code(of.apply(summary.trust())));
  }

  private static <V> Cell<Product> object(Function<Pointer, V> cell) {
    return either(
        Cell.names(PointerFields.OBJECT.fields()),
        spectrum -> spectrum.rawFile() == null ? null : cell.apply(spectrum.rawFile()),
        table -> cell.apply(table.object()));
  }

  private static @Nullable Object reason(SpectraProduct spectrum) {
    return spectrum.quarantine() == null ? null : spectrum.quarantine().facts().reason();
  }

  private static @Nullable Double mjd(SpectraProduct spectrum) {
    return spectrum.summary() == null ? null : spectrum.summary().observationMjd();
  }

  private static @Nullable Long samples(SpectraProduct spectrum) {
    return spectrum.summary() == null ? null : (Long) (long) spectrum.summary().samples();
  }
}
