package org.novacat.fits.profile.table;

import static org.novacat.fits.profile.Match.Rank.GENERIC;
import static org.novacat.fits.profile.Match.Rank.STRUCTURE;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.fits.profile.Wcs;
import org.novacat.layouts.spectrum.Uncertainty;

/** Tables of which nothing but the names of their columns tells what they are. */
public final class PlainTables {
  /**
   * A plain table of wavelength and flux, columns known by their names, one pixel a row or one row
   * of vectors. The only such table of its file; with two of them nothing says which is the
   * spectrum.
   */
  public static final Profile TABLE = new Profile("table@1", PlainTables::table);

  /**
   * Flux and error in the one table of the file, no wavelength column, and the axis in an empty
   * primary HDU: the first row is at CRVAL1, the next CDELT1 further (specviz sample files). There
   * is no image that CRPIX1 could refer to, so it plays no part.
   */
  public static final Profile PRIMARY_WCS =
      new Profile("table-primary-wcs@1", PlainTables::primaryWcs);

  private PlainTables() {}

  private static Match table(Input input) {
    List<FoundTable> tables = input.tables().stream().filter(PlainTables::isSpectrum).toList();
    if (tables.size() != 1) {
      return Match.no(
          tables.isEmpty()
              ? "no table with a wavelength and a flux of the same form"
              : "%s tables with wavelength and flux".formatted(tables.size()));
    }
    FoundTable found = tables.get(0);
    return Match.yes(
        GENERIC,
        "one table with wavelength and flux",
        Map.of("HDU", String.valueOf(found.hdu().index()), "columns", found.names()),
        () -> read(input, found));
  }

  private static boolean isSpectrum(FoundTable found) {
    SpectrumColumns columns = SpectrumColumns.find(found.table());
    int rows = found.table().rows();
    return columns != null && (columns.wavelength().isScalar() ? rows > 1 : rows == 1);
  }

  private static Reading read(Input input, FoundTable found) {
    Traced spectrum = spectrum(found, Mediums.stated(Cards.of(input, found.hdu())));
    String[] notes =
        spectrum.spectrum().axis().unit().isEmpty()
            ? new String[] {"No card states the unit of the wavelengths."}
            : new String[0];
    return Reading.of(input, found.hdu(), List.of(spectrum), notes);
  }

  /** The spectrum of a table that has the usual columns, with this medium. */
  static Traced spectrum(FoundTable found, Mediums medium) {
    SpectrumColumns columns = Objects.requireNonNull(SpectrumColumns.find(found.table()));
    return Spectra.in(found.hdu(), 0)
        .axis(
            found.samples(columns.wavelength()),
            medium,
            "column " + columns.wavelength().name().strip())
        .flux(found.samples(columns.flux()))
        .uncertainty(columns.kind(), found, columns.uncertainty())
        .build();
  }

  private static Match primaryWcs(Input input) {
    Header header = input.header();
    if (input.file().primary().hasData() || !header.has("CRVAL1") || !header.has("CDELT1")) {
      return Match.no("no CRVAL1 and CDELT1 in a primary HDU without data");
    }
    if (!WavelengthUnits.isLength(header.text("CUNIT1"))) {
      return Match.no("CUNIT1 of the primary HDU is no length");
    }
    FoundTable found = input.onlyTable();
    return found == null || !isFluxAlone(found)
        ? Match.no("no single table with flux and without wavelength")
        : Match.yes(
            STRUCTURE,
            "the axis of a table is in the primary HDU",
            header.texts("CRVAL1", "CUNIT1"),
            () -> Reading.of(input, found.hdu(), List.of(onPrimaryAxis(input, found))));
  }

  private static boolean isFluxAlone(FoundTable found) {
    @Nullable Column flux = found.table().find("FLUX");
    return flux != null
        && flux.isScalar()
        && !SpectrumColumns.hasWavelength(found.table())
        && found.table().find("TIME") == null;
  }

  private static Traced onPrimaryAxis(Input input, FoundTable found) {
    Header header = input.header();
    Samples flux = found.samples("FLUX");
    int n = flux.values().length;
    Wcs wcs = new Wcs(header.number("CRVAL1"), 1, header.number("CDELT1"), true, "CDELT1");
    return Spectra.in(found.hdu(), 0)
        .axis(
            new Samples(
                wcs.linear(n), header.text("CUNIT1"), Origin.ofCards(input.file().primary())),
            Mediums.stated(Cards.of(header)),
            "primary CRVAL1+k*CDELT1, k from 0")
        .flux(flux.in(Cards.of(input, found.hdu()).text("BUNIT")))
        .uncertainty(
            Uncertainty.Kind.SIGMA, found, found.table().findAny(List.of("ERR", "ERROR", "SIGMA")))
        .build();
  }
}
