package org.novacat.transforms.time;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.layouts.text.Tsv;

/**
 * TAI − UTC by the leap seconds that were announced (resource {@code leap-seconds.tsv}, IERS
 * Bulletin C). Dates are MJD in UTC; a day that ends with a leap second is stretched over its 86401
 * seconds, as SOFA does (SOFA Time Scale and Calendar Tools, section 3.5), so that every moment has
 * a date.
 */
public final class LeapSeconds {
  /** 1972 January 1: the first date with whole leap seconds. */
  public static final double FIRST = 41317;

  private static final LeapSeconds STANDARD =
      of(Tsv.resource(LeapSeconds.class, "leap-seconds.tsv"));

  private final TreeMap<Double, Double> offsets = new TreeMap<>();
  private final double validUntil;

  private LeapSeconds(double validUntil, List<Tsv.Row> rows) {
    this.validUntil = validUntil;
    for (Tsv.Row row : rows) {
      offsets.put(
          Double.parseDouble(row.cell("mjd")), Double.parseDouble(row.cell("tai_minus_utc")));
    }
  }

  /** The table that comes with novacat. */
  public static LeapSeconds standard() {
    return STANDARD;
  }

  static LeapSeconds of(Tsv data) {
    return new LeapSeconds(Double.parseDouble(data.fact("valid-until-mjd")), data.rows());
  }

  /**
   * Until which date no further leap second can have been inserted, MJD. After it the last offset
   * is used on: it may then be a second off.
   */
  public double validUntilMjd() {
    return validUntil;
  }

  /**
   * TAI − UTC, seconds.
   *
   * @throws IllegalArgumentException before 1972, when UTC ran at another rate than TAI
   */
  public double taiMinusUtc(double mjdUtc) {
    double day = Math.floor(mjdUtc);
    double here = offset(day);
    return here + (mjdUtc - day) * (offset(day + 1) - here);
  }

  private double offset(double day) {
    Map.Entry<Double, Double> entry = offsets.floorEntry(day);
    if (entry == null) {
      throw new IllegalArgumentException(
          "Cannot convert UTC of MJD %s: leap seconds begin at %s".formatted(day, FIRST));
    }
    return entry.getValue();
  }
}
