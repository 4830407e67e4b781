package org.novacat.fits.profile.table;

import java.util.Arrays;
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
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.fits.profile.Utypes;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Spectra by the IVOA Spectrum Data Model 1.1 with a row for each sample: a table with VOCLASS =
 * SPECTRUM whose columns are known by their TUTYP, as virtual observatory services and {@code
 * novacat spectrum export} write them. A column of TUTYP {@code ...SpectralAxis.Order} parts the
 * rows into orders. The form of the same model with one row of arrays is {@link EsoSdpProfile}.
 */
public final class IvoaSpectrumProfile implements Profile {
  private static final String QUALITY = "data.fluxaxis.quality";
  private static final String ORDER = "data.spectralaxis.order";

  @Override
  public String id() {
    return "ivoa-spectrum@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found found = table(input);
    if (found == null) {
      return Match.no(
          "no table of VOCLASS SPECTRUM with scalar columns of TUTYP ...SpectralAxis.Value and"
              + " ...FluxAxis.Value");
    }
    return Match.yes(
        Match.Rank.CONVENTION,
        "an IVOA Spectrum with a row for each sample",
        Map.of(
            "VOCLASS",
            Cards.of(input, found.hdu()).text("VOCLASS"),
            "columns",
            Tables.names(found.table())));
  }

  private static Tables.@Nullable Found table(Input input) {
    for (Tables.Found found : input.tables()) {
      String voClass = Cards.of(input, found.hdu()).text("VOCLASS").toUpperCase(Locale.ROOT);
      if (voClass.startsWith("SPECTRUM") && isRowForEachSample(found.table())) {
        return found;
      }
    }
    return null;
  }

  private static boolean isRowForEachSample(Table table) {
    return table.rows() > 1
        && isScalar(Utypes.withTail(table, Utypes.AXIS, ""))
        && isScalar(Utypes.withTail(table, Utypes.FLUX, ""));
  }

  private static boolean isScalar(@Nullable Column column) {
    return column != null && column.isScalar();
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    Cards cards = Cards.of(input, found.hdu());
    SourceSpectrum whole = whole(found, cards);
    Orders orders = new Orders(input);
    int[] numbers = orderOfRows(found.table());
    for (int from = 0, to; from < numbers.length; from = to) {
      to = endOfRun(numbers, from);
      orders.add(part(whole, numbers[from], from, to));
    }
    return new Reading(Observations.of(cards), orders.all(), input.file().notes());
  }

  private static SourceSpectrum whole(Tables.Found found, Cards cards) {
    Table table = found.table();
    Column axis = Objects.requireNonNull(Utypes.withTail(table, Utypes.AXIS, ""));
    Column flux = Utypes.flux(table);
    String prefix = Utypes.prefix(flux, Utypes.FLUX);
    Spectra spectrum =
        Spectra.in(found.hdu(), 0)
            .axis(table.numbers(axis), axis.unit(), medium(cards, axis), "column " + axis.name())
            .flux(table.numbers(flux), flux.unit(), calibration(cards, flux))
            .uncertainty(
                Uncertainty.Kind.SIGMA, table, Utypes.withTail(table, Utypes.ERROR, prefix));
    Column quality = Utypes.withTail(table, QUALITY, prefix);
    if (quality != null) {
      spectrum.mask(table.bits(quality), -1, "column " + quality.name());
    }
    return spectrum.build();
  }

  private static int[] orderOfRows(Table table) {
    Column order = Utypes.withTail(table, ORDER, "");
    return order == null ? new int[table.rows()] : table.bits(order);
  }

  private static int endOfRun(int[] numbers, int from) {
    int to = from + 1;
    while (to < numbers.length && numbers[to] == numbers[from]) {
      to++;
    }
    return to;
  }

  /** The samples of these rows. */
  private static SourceSpectrum part(SourceSpectrum whole, int order, int from, int to) {
    SpectralAxis axis = whole.axis();
    Flux flux = whole.flux();
    Uncertainty error = whole.uncertainty();
    Mask mask = whole.mask();
    return new SourceSpectrum(
        whole.hdu(),
        order,
        new SpectralAxis(
            Arrays.copyOfRange(axis.values(), from, to),
            axis.unit(),
            axis.unitAssumed(),
            axis.medium(),
            axis.mediumSource(),
            axis.source()),
        new Flux(Arrays.copyOfRange(flux.values(), from, to), flux.unit(), flux.calibration()),
        error == null
            ? null
            : new Uncertainty(
                error.kind(), Arrays.copyOfRange(error.values(), from, to), error.unit()),
        mask == null
            ? null
            : new Mask(Arrays.copyOfRange(mask.bits(), from, to), mask.badBits(), mask.source()));
  }

  private static Mediums medium(Cards cards, Column axis) {
    Mediums stated = Mediums.stated(cards);
    return stated.medium() == Medium.UNKNOWN ? Utypes.medium(axis) : stated;
  }

  /** FLUX_CAL (Char.FluxAxis.Calibration); CALIBRATED says nothing that the unit does not. */
  private static FluxCalibration calibration(Cards cards, Column flux) {
    return switch (cards.text("FLUX_CAL").toUpperCase(Locale.ROOT)) {
      case "ABSOLUTE" -> FluxCalibration.ABSOLUTE;
      case "RELATIVE" -> FluxCalibration.RELATIVE;
      case "NORMALIZED" -> FluxCalibration.NORMALIZED;
      case "UNCALIBRATED" -> FluxCalibration.UNCALIBRATED;
      default -> Calibrations.ofUnit(flux.unit());
    };
  }
}
