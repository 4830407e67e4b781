package org.novacat.jobs.publish;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.publish.make.Facts;
import org.novacat.jobs.publish.make.Identifiers;
import org.novacat.jobs.publish.make.LinkRoot;
import org.novacat.jobs.publish.make.NovaPaths;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.release.table.NovaRow;
import org.novacat.jobs.release.table.ProductRow;
import org.novacat.jobs.vo.ObsCoreRow;
import org.novacat.jobs.vo.RegistryRecord;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.SpectrumSummary;

/**
 * The rows of the lists and indexes of a release, nova by nova, made from what is in it.
 *
 * @param contents of all novae, by id
 * @param units of the release, by name
 */
record ReleaseRows(
    Iterable<NovaContent> contents, SortedMap<String, ReleaseUnit> units, LinkRoot links) {
  /** A product that is in the release, with its file. */
  private record Shown(NovaContent nova, ReleasedProduct product, ReleaseFile file) {}

  /** Makes rows of a nova and its unit. */
  private interface Rows<T> {
    List<T> of(NovaContent nova, ReleaseUnit unit);
  }

  private <T> Iterable<T> each(Rows<T> rows) {
    return () ->
        StreamSupport.stream(contents.spliterator(), false)
            .filter(nova -> units.containsKey(ReleaseUnit.ofNova(nova.id())))
            .flatMap(nova -> rows.of(nova, unit(nova)).stream())
            .iterator();
  }

  private ReleaseUnit unit(NovaContent nova) {
    ReleaseUnit unit = units.get(ReleaseUnit.ofNova(nova.id()));
    if (unit == null) {
      throw new IllegalStateException(
          "Cannot list nova '%s': it is not there".formatted(nova.id()));
    }
    return unit;
  }

  /** A row a nova. */
  Iterable<NovaRow> novae() {
    return each((nova, unit) -> List.of(row(nova, unit)));
  }

  private static NovaRow row(NovaContent nova, ReleaseUnit unit) {
    long spectra = unit.products().stream().filter(ReleasedProduct::isSpectrum).count();
    long rows =
        unit.products().stream()
            .filter(product -> !product.isSpectrum())
            .mapToLong(ReleasedProduct::rows)
            .sum();
    Span span = new Span();
    nova.spectra().forEach(spectrum -> span.add(spectrum.summary().observationMjd()));
    for (ReleasedProduct product : unit.products()) {
      span.add(product.facts().firstMjd());
      span.add(product.facts().lastMjd());
    }
    return new NovaRow(
        nova.id().toString(),
        nova.primaryName(),
        nova.aliases(),
        place(nova),
        new NovaRow.Holdings(spectra, rows, span.first, span.last),
        nova.discovery());
  }

  private static @Nullable SkyPosition place(NovaContent nova) {
    Double ra = nova.raDeg();
    Double dec = nova.decDeg();
    return ra == null || dec == null ? null : new SkyPosition(ra, dec);
  }

  /** The first and the last of what is known. */
  private static final class Span {
    private @Nullable Double first;
    private @Nullable Double last;

    void add(@Nullable Double value) {
      if (value != null) {
        first = first == null ? value : Math.min(first, value);
        last = last == null ? value : Math.max(last, value);
      }
    }
  }

  private static List<Shown> shown(NovaContent nova, ReleaseUnit unit) {
    Map<String, ReleaseFile> files =
        unit.files().stream().collect(toMap(ReleaseFile::path, file -> file));
    Map<DataProductId, SpectrumContent> spectra = spectra(nova);
    NovaPaths paths = new NovaPaths(nova.id());
    List<Shown> shown = new ArrayList<>();
    for (ReleasedProduct product : unit.products()) {
      SpectrumContent spectrum = spectra.get(product.id());
      String path = spectrum == null ? paths.table() : paths.of(NovaPaths.data(spectrum));
      ReleaseFile file = files.get(path);
      if (file == null) {
        throw new IllegalStateException("Cannot list '%s': it is not there".formatted(path));
      }
      shown.add(new Shown(nova, product, file));
    }
    return shown;
  }

  private static Map<DataProductId, SpectrumContent> spectra(NovaContent nova) {
    return nova.spectra().stream().collect(toMap(SpectrumContent::id, spectrum -> spectrum));
  }

  /** A row a product: spectra by time, then photometry. */
  Iterable<ProductRow> products() {
    return each(
        (nova, unit) -> {
          Map<DataProductId, SpectrumContent> spectra = spectra(nova);
          return shown(nova, unit).stream()
              .map(one -> product(one, spectra.get(one.product().id())))
              .toList();
        });
  }

  private ProductRow product(Shown one, @Nullable SpectrumContent spectrum) {
    ReleasedProduct product = one.product();
    PhotometryContent photometry = one.nova().photometry();
    String inputs = spectrum != null || photometry == null ? "" : photometry.inputs().hex();
    return new ProductRow(
        product.id().toString(),
        one.nova().id().toString(),
        spectrum == null ? ProductRow.Kind.PHOTOMETRY : ProductRow.Kind.SPECTRUM,
        spectrum == null ? "novacat" : spectrum.provider().name(),
        product.name(),
        new ProductRow.Made(
            spectrum == null ? "" : spectrum.raw().sha256().hex(), inputs, product.rules()),
        new ProductRow.Published(
            one.file().sha256().hex(),
            one.file().bytes(),
            spectrum == null ? product.rows() : spectrum.summary().samples(),
            one.file().path()),
        product.facts().credit());
  }

  /** A row a product, in the same order. */
  Iterable<ObsCoreRow> obsCore() {
    return each(
        (nova, unit) -> {
          Map<DataProductId, SpectrumContent> spectra = spectra(nova);
          return shown(nova, unit).stream()
              .map(
                  one -> {
                    SpectrumContent spectrum = spectra.get(one.product().id());
                    return spectrum == null ? lightCurve(one) : spectrum(one, spectrum);
                  })
              .toList();
        });
  }

  private ObsCoreRow spectrum(Shown one, SpectrumContent spectrum) {
    SpectrumSummary summary = spectrum.summary();
    ObservationTime time = Facts.time(summary, one.product().facts().timeScale());
    boolean isCalibrated = summary.calibration() == FluxCalibration.ABSOLUTE;
    return new ObsCoreRow(
        new ObsCoreRow.Dataset(
            ObsCoreRow.ProductType.SPECTRUM,
            isCalibrated ? 2 : 1,
            spectrum.provider().name(),
            spectrum.id().toString(),
            Identifiers.did(spectrum.id())),
        access(one, "application/fits"),
        one.nova().primaryName(),
        place(one.nova()),
        ObsCoreRow.TimeAxis.of(time, summary.exposureSeconds()),
        ObsCoreRow.SpectralAxis.of(
            summary.wavelengthMin(),
            summary.wavelengthMax(),
            one.product().facts().medium(),
            summary.samples()),
        "phot.flux.density;em.wl",
        summary.telescope(),
        summary.instrument());
  }

  private ObsCoreRow lightCurve(Shown one) {
    var facts = one.product().facts();
    return new ObsCoreRow(
        new ObsCoreRow.Dataset(
            ObsCoreRow.ProductType.TIMESERIES,
            2,
            "novacat",
            one.product().id().toString(),
            Identifiers.did(one.product().id())),
        access(one, "application/vnd.apache.parquet"),
        one.nova().primaryName(),
        place(one.nova()),
        new ObsCoreRow.TimeAxis(facts.firstMjd(), facts.lastMjd(), null, one.product().rows()),
        ObsCoreRow.SpectralAxis.UNKNOWN,
        "phot.mag",
        "",
        "");
  }

  private ObsCoreRow.Access access(Shown one, String format) {
    ReleaseFile file = one.file();
    return new ObsCoreRow.Access(links.to(file.path(), ""), format, file.bytes());
  }

  /** What all of it covers. */
  RegistryRecord.Coverage coverage() {
    Span time = new Span();
    Span spectral = new Span();
    for (ObsCoreRow row : obsCore()) {
      time.add(row.time().min());
      time.add(row.time().max());
      spectral.add(row.spectral().min());
      spectral.add(row.spectral().max());
    }
    return new RegistryRecord.Coverage(
        time.first, time.last, spectral.first, spectral.last, List.of("Optical"));
  }
}
