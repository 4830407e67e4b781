package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Calibrations;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.fits.profile.Utypes;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * One-dimensional spectra of the ESO archive (Phase 3, "ESO Science Data Products Standard"): one
 * row of vectors in a table whose {@linkplain Utypes columns are known by their TUTYP}, the form of
 * the IVOA Spectrum data model; of several fluxes the one whose TUCD says {@code meta.main} is
 * taken.
 */
public final class EsoSdpProfile implements Profile {
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
    Map<String, String> inputs =
        Map.of(
            "PRODCATG", category,
            "VOCLASS", voClass,
            "columns", Tables.names(found.table()));
    if (category.startsWith("SCIENCE.SPECTRUM")) {
      return Match.yes(Match.Rank.PROVIDER, "an ESO science data product", inputs);
    }
    return voClass.toUpperCase(Locale.ROOT).startsWith("SPECTRUM")
        ? Match.yes(Match.Rank.CONVENTION, "an IVOA Spectrum", inputs)
        : Match.no("neither PRODCATG nor VOCLASS says spectrum");
  }

  private static Tables.@Nullable Found table(Input input) {
    for (Tables.Found found : input.tables()) {
      if (found.table().rows() == 1 && Utypes.withTail(found.table(), Utypes.AXIS, "") != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    Table table = found.table();
    Column axis = Objects.requireNonNull(Utypes.withTail(table, Utypes.AXIS, ""));
    Column flux = Utypes.flux(table);
    String prefix = Utypes.prefix(flux, Utypes.FLUX);
    Spectra spectrum =
        Spectra.in(found.hdu(), 0)
            .axis(table.samples(axis), axis.unit(), Utypes.medium(axis), "column " + axis.name())
            .flux(table.samples(flux), flux.unit(), calibration(input, flux))
            .uncertainty(
                Uncertainty.Kind.SIGMA, table, Utypes.withTail(table, Utypes.ERROR, prefix));
    Column quality = quality(table, prefix);
    if (quality != null) {
      spectrum.mask(table.bits(quality, 0), -1, "column " + quality.name());
    }
    return Reading.of(input, found.hdu(), List.of(spectrum.build()));
  }

  private static @Nullable Column quality(Table table, String prefix) {
    for (String tail : QUALITY) {
      Column column = Utypes.withTail(table, tail, prefix);
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
}
