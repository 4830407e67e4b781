package org.novacat.fits.profile.table;

import static org.novacat.fits.profile.Match.Rank.GENERIC;
import static org.novacat.fits.profile.Match.Rank.STRUCTURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.TableSpectra;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.fits.profile.Wcs;
import org.novacat.fits.profile.Words;
import org.novacat.layouts.spectrum.QuarantineReason;

/** Tables of which nothing but the names of their columns tells what they are. */
public final class PlainTables {
  /**
   * Plain tables of wavelength and flux, columns known by utype, UCD, unit and name, one pixel a
   * row or a vector a row. Each table, and each row of vectors, is an order of its own.
   */
  public static final Profile TABLE = new Profile("table@2", PlainTables::table);

  /**
   * Flux and error in the one table that has a flux, no wavelength column, and the axis in an empty
   * primary HDU: the first row is at CRVAL1, the next one step further (specviz sample files).
   * There is no image that CRPIX1 could refer to, so it plays no part.
   */
  public static final Profile PRIMARY_WCS =
      new Profile("table-primary-wcs@2", PlainTables::primaryWcs);

  private PlainTables() {}

  private static Match table(Input input) {
    List<FoundTable> tables = spectra(input);
    if (tables.isEmpty()) {
      return Match.no("no table with a wavelength and a flux of the same form");
    }
    Hdu image = Images.onlySpectrum(input);
    if (image != null && image.header().has("CRVAL1") && AxisKind.of(image.header()).isComputed()) {
      return Match.no("HDU %s is an image with a wavelength axis".formatted(image.index()));
    }
    FoundTable first = tables.get(0);
    return Match.yes(
        GENERIC,
        "tables with wavelength and flux",
        Map.of("HDU", TableSpectra.names(tables), "columns", first.names()),
        () -> read(input, tables));
  }

  /** Tables with a spectrum; those of the sky, a model or the like only where there is no other. */
  private static List<FoundTable> spectra(Input input) {
    List<FoundTable> all = input.tables().stream().filter(TableSpectra::holds).toList();
    List<FoundTable> named = all.stream().filter(found -> !isBeside(found)).toList();
    return named.isEmpty() ? all : named;
  }

  private static boolean isBeside(FoundTable found) {
    Words.Word word = Words.in(found.hdu().name()).word();
    return word.is(Words.Role.OTHER);
  }

  private static Reading read(Input input, List<FoundTable> tables) {
    TableSpectra reader = new TableSpectra(input, false);
    List<Traced> spectra = reader.read(tables, Mediums.UNKNOWN);
    List<String> notes = new ArrayList<>(reader.notes());
    return Reading.of(input, tables.get(0).hdu(), spectra, notes.toArray(String[]::new));
  }

  private static Match primaryWcs(Input input) {
    Header header = input.header();
    boolean step = header.has("CDELT1") || header.has("CD1_1");
    if (input.file().primary().hasData() || !header.has("CRVAL1") || !step) {
      return Match.no("no CRVAL1 and CDELT1 in a primary HDU without data");
    }
    if (!AxisKind.of(header).isComputed()) {
      return Match.no("CTYPE1 and CUNIT1 of the primary HDU say nothing of a wavelength");
    }
    List<FoundTable> found = input.tables().stream().filter(PlainTables::isFluxAlone).toList();
    return found.isEmpty()
        ? Match.no("no table with flux and without wavelength")
        : Match.yes(
            STRUCTURE,
            "the axis of a table is in the primary HDU",
            header.texts("CRVAL1", "CUNIT1"),
            () -> readOnPrimaryAxis(input, only(found)));
  }

  private static FoundTable only(List<FoundTable> found) {
    if (found.size() > 1) {
      throw RefusedException.of(
          QuarantineReason.UNKNOWN_PROFILE,
          "AMBIGUOUS_HDUS",
          "Cannot read spectrum: each of the tables of HDU %s may be the flux on the axis of the primary HDU (leave one of them in the file)"
              .formatted(TableSpectra.names(found)));
    }
    return found.get(0);
  }

  private static boolean isFluxAlone(FoundTable found) {
    @Nullable Column flux = found.table().find("FLUX");
    return flux != null
        && flux.isScalar()
        && !SpectrumColumns.hasWavelength(found.table())
        && found.table().find("TIME") == null;
  }

  private static Reading readOnPrimaryAxis(Input input, FoundTable found) {
    Header header = input.header();
    AxisKind kind = AxisKind.of(header);
    Wcs wcs = Wcs.of(header, kind).fromFirstRow();
    WavelengthUnits.Found unit = WavelengthUnits.ofAxis1(header);
    List<String> notes = new ArrayList<>(wcs.notes());
    notes.addAll(unit.notes());
    TableSpectra reader = new TableSpectra(input, false);
    Spectra spectrum = onPrimaryAxis(input, found, kind, wcs, unit);
    reader.addBeside(spectrum, found, found.column("FLUX"));
    List<Traced> spectra = List.of(spectrum.build());
    notes.addAll(reader.notes());
    return Reading.of(input, found.hdu(), spectra, notes.toArray(String[]::new));
  }

  private static Spectra onPrimaryAxis(
      Input input, FoundTable found, AxisKind kind, Wcs wcs, WavelengthUnits.Found unit) {
    Header header = input.header();
    Samples flux = found.samples("FLUX");
    double[] wavelengths = wcs.wavelengths(kind, flux.values().length);
    String bunit = Cards.of(input, found.hdu()).text("BUNIT");
    return Spectra.in(found.hdu(), 0)
        .axis(
            new Samples(wavelengths, "", Origin.ofCards(input.file().primary())),
            unit.orCustom(header, wavelengths),
            Mediums.stated(Cards.of(header)),
            wcs.source(kind) + " of the primary HDU, CRPIX1 taken as 1")
        .flux(flux.unit().isBlank() ? flux.in(bunit) : flux);
  }
}
