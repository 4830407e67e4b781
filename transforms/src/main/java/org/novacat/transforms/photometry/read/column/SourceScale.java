package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * The time scales that files name (FITS Standard 4.0, table 30; VOTable 1.4, section 3.5), of which
 * tables have some; a time in one of the others is one in its neighbour, moved or at another rate.
 */
public enum SourceScale {
  UTC(TimeScale.UTC),
  /** Within 0.9 s of UTC, which no observer of novae means to tell from it. */
  UT1(TimeScale.UTC),
  TT(TimeScale.TT),
  TAI(TimeScale.TAI),
  TDB(TimeScale.TDB),
  /** Faster than TDB by L_B (IAU 2006, resolution B3). */
  TCB(TimeScale.TDB),
  /** Faster than TT by L_G (IAU 2000, resolution B1.9). */
  TCG(TimeScale.TT),
  /** TAI less 19 s. */
  GPS(TimeScale.TAI),
  UNKNOWN(TimeScale.UNKNOWN);

  /** What else files call them. */
  private static final Map<String, SourceScale> NAMES =
      Map.of(
          "UT", UTC, "GMT", UTC, "Z", UTC, "TDT", TT, "ET", TT, "IAT", TAI, "TB", TDB, "LOCAL",
          UNKNOWN);

  /** When TT, TCG and TCB read the same, 1977-01-01 TAI, as MJD. */
  private static final double TOGETHER = 43_144.000_372_5;

  private static final double L_B = 1.550_519_768e-8;
  private static final double L_G = 6.969_290_134e-10;

  /** TDB less TCB then, days. */
  private static final double TDB_0 = -6.55e-5 / 86_400;

  private final TimeScale scale;

  SourceScale(TimeScale scale) {
    this.scale = scale;
  }

  /** The scale of the table. */
  public TimeScale scale() {
    return scale;
  }

  /** The date in {@link #scale()} of a date in this one, MJD. */
  public double mjd(double mjd) {
    return switch (this) {
      case TCB -> mjd - L_B * (mjd - TOGETHER) + TDB_0;
      case TCG -> mjd - L_G * (mjd - TOGETHER);
      case GPS -> mjd + 19.0 / 86_400;
      case UTC, UT1, TT, TAI, TDB, UNKNOWN -> mjd;
    };
  }

  public static SourceScale of(TimeScale scale) {
    return valueOf(scale.name());
  }

  /** The scale of that name; null when there is none. */
  public static @Nullable SourceScale named(String name) {
    String word = name.strip().toUpperCase(Locale.ROOT);
    for (SourceScale scale : values()) {
      if (scale.name().equals(word)) {
        return scale;
      }
    }
    return NAMES.get(word);
  }
}
