package org.novacat.fits.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * One-dimensional spectra of the ESO archive (Phase 3, "ESO Science Data Products Standard"): one
 * row of vectors in a table whose columns are known by their TUTYP, the form of the IVOA Spectrum
 * data model. Prefixes differ ({@code spec:}, {@code eso:}, {@code Spectrum.}), so the tail is
 * compared, whatever the case; of several fluxes the one whose TUCD says {@code meta.main} is
 * taken.
 */
final class EsoSdpProfile implements Profile {
  private static final String AXIS = "data.spectralaxis.value";
  private static final String FLUX = "data.fluxaxis.value";
  private static final String ERROR = "data.fluxaxis.accuracy.staterror";
  private static final List<String> QUALITY =
      List.of("data.fluxaxis.accuracy.qualitystatus", "data.fluxaxis.quality");

  @Override
  public String id() {
    return "eso-sdp@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found found = table(input);
    if (found == null) {
      return Match.no("no one-row table with a column of TUTYP ...SpectralAxis.Value");
    }
    String category = input.header().text("PRODCATG");
    String voClass = Cards.of(input, found.hdu()).text("VOCLASS");
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("PRODCATG", category);
    inputs.put("VOCLASS", voClass);
    inputs.put("columns", Tables.names(found.table()));
    if (category.startsWith("SCIENCE.SPECTRUM")) {
      return Match.yes(Match.Rank.PROVIDER, "an ESO science data product", inputs);
    }
    return voClass.toUpperCase(Locale.ROOT).startsWith("SPECTRUM")
        ? Match.yes(Match.Rank.CONVENTION, "an IVOA Spectrum", inputs)
        : Match.no("neither PRODCATG nor VOCLASS says spectrum");
  }

  private static Tables.@Nullable Found table(Input input) {
    for (Tables.Found found : input.tables()) {
      if (found.table().rows() == 1 && withTail(found.table(), AXIS, "") != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    Table table = found.table();
    Column axis = Objects.requireNonNull(withTail(table, AXIS, ""));
    Column flux = flux(table);
    Spectra spectrum =
        Spectra.in(found.hdu(), 0)
            .axis(table.samples(axis), axis.unit(), medium(axis), "column " + axis.name())
            .flux(table.samples(flux), flux.unit(), calibration(input, flux))
            .uncertainty(
                Uncertainty.Kind.SIGMA, table, withTail(table, ERROR, prefix(flux.utype(), FLUX)));
    Column quality = quality(table, prefix(flux.utype(), FLUX));
    if (quality != null) {
      spectrum.mask(table.bits(quality, 0), -1, "column " + quality.name());
    }
    return new Reading(
        Observations.of(Cards.of(input, found.hdu())),
        List.of(spectrum.build()),
        input.file().notes());
  }

  private static @Nullable Column quality(Table table, String prefix) {
    for (String tail : QUALITY) {
      Column column = withTail(table, tail, prefix);
      if (column != null) {
        return column;
      }
    }
    return null;
  }

  /** CONTNORM and FLUXCAL of the primary header (ESO-044286), else the unit decides. */
  private static FluxCalibration calibration(Input input, Column flux) {
    if (input.header().isTrue("CONTNORM")) {
      return FluxCalibration.NORMALIZED;
    }
    return switch (input.header().text("FLUXCAL").strip()) {
      case "ABSOLUTE" -> FluxCalibration.ABSOLUTE;
      case "RELATIVE" -> FluxCalibration.RELATIVE;
      case "UNCALIBRATED" -> FluxCalibration.UNCALIBRATED;
      default -> Calibrations.ofUnit(flux.unit());
    };
  }

  private static Column flux(Table table) {
    Column first = null;
    for (Column column : table.columns()) {
      String utype = column.utype().toLowerCase(Locale.ROOT);
      if (!utype.endsWith(FLUX) || utype.startsWith("continuum")) {
        continue;
      }
      if (column.ucd().contains("meta.main")) {
        return column;
      }
      first = first == null ? column : first;
    }
    if (first == null) {
      throw RefusedException.missing(
          "column " + FLUX, "Cannot read spectrum: no column has a TUTYP ending in FluxAxis.Value");
    }
    return first;
  }

  /** The first column whose TUTYP is this prefix and this tail; any prefix when it is "". */
  private static @Nullable Column withTail(Table table, String tail, String prefix) {
    for (Column column : table.columns()) {
      String utype = column.utype().strip().toLowerCase(Locale.ROOT);
      boolean right = utype.endsWith(tail) && !utype.startsWith("continuum");
      if (right && (prefix.isEmpty() || prefix.equals(prefix(utype, tail)))) {
        return column;
      }
    }
    return null;
  }

  private static String prefix(String utype, String tail) {
    String lower = utype.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith(tail) ? lower.substring(0, lower.length() - tail.length()) : "";
  }

  /**
   * {@code em.wl;obs.atmos} means air. {@code em.wl} alone should mean vacuum, but providers leave
   * the qualifier out for air too, so it counts as not stated.
   */
  private static Mediums medium(Column axis) {
    return axis.ucd().toLowerCase(Locale.ROOT).contains("obs.atmos")
        ? new Mediums(Medium.AIR, MediumSource.HEADER, "TUCD " + axis.ucd())
        : Mediums.UNKNOWN;
  }
}
