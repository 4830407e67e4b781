package org.novacat.transforms.photometry.row;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Regime;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;

/**
 * Why a measurement can be no row (photometry specification, section 2, C1 to C5, and section 4).
 */
final class RowChecks {
  /** 1800 January 1. */
  static final double EARLIEST_MJD = -21_504;

  private static final double BRIGHTEST = -10;
  private static final double FAINTEST = 35;

  private static final Set<String> FLUX_UNITS =
      Set.of("Jy mJy uJy erg/cm2/s/Hz erg/cm2/s/A erg/cm2/s/keV erg/cm2/s ph/cm2/s".split(" "));

  private RowChecks() {}

  /** The first reason; null when there is none. */
  static @Nullable RejectedRow fault(Measurement measurement, double latestMjd) {
    double mjd = measurement.epoch().mjd();
    if (mjd < EARLIEST_MJD || mjd > latestMjd) {
      return fault(measurement, RowRejectionCode.EPOCH_OUT_OF_RANGE, "MJD is " + mjd);
    }
    return fault(measurement, measurement.brightness());
  }

  private static @Nullable RejectedRow fault(Measurement measurement, Brightness brightness) {
    double number = brightness.number();
    if (!Double.isFinite(number)) {
      return fault(measurement, RowRejectionCode.VALUE_OUT_OF_RANGE, "value is " + number);
    }
    return switch (brightness.quantity()) {
      case MAGNITUDE ->
          number >= BRIGHTEST && number <= FAINTEST
              ? null
              : fault(measurement, RowRejectionCode.VALUE_OUT_OF_RANGE, "magnitude is " + number);
      case FLUX_DENSITY ->
          FLUX_UNITS.contains(brightness.unit())
              ? null
              : fault(
                  measurement,
                  RowRejectionCode.UNIT_UNKNOWN,
                  "unit of flux is '%s'".formatted(brightness.unit()));
      case COUNT_RATE -> null;
    };
  }

  /**
   * A magnitude in a band that has none, or the counts of a detector where fluxes are measured;
   * null when all is well.
   */
  static @Nullable RejectedRow fault(Measurement measurement, Regime regime) {
    boolean photons = regime == Regime.XRAY || regime == Regime.GAMMA;
    return switch (measurement.brightness().quantity()) {
      case MAGNITUDE ->
          photons || regime == Regime.RADIO
              ? in(regime, measurement, RowRejectionCode.BAND_CONTEXT_CONFLICT, "a magnitude")
              : null;
      case COUNT_RATE ->
          photons
              ? null
              : in(
                  regime,
                  measurement,
                  RowRejectionCode.UNSUPPORTED_QUANTITY,
                  "a count rate, which is that of a detector alone,");
      case FLUX_DENSITY -> null;
    };
  }

  private static RejectedRow in(
      Regime regime, Measurement measurement, RowRejectionCode code, String what) {
    return fault(
        measurement,
        code,
        "%s in the %s band '%s'".formatted(what, regime.code(), measurement.band()));
  }

  private static RejectedRow fault(Measurement measurement, RowRejectionCode code, String detail) {
    return new RejectedRow(measurement.sourceRow(), "", code, detail, List.of());
  }
}
