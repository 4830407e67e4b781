package org.novacat.jobs.photometry.table;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.time.LeapSeconds;

/** Counts over the rows of a table; rows are added one after the other. */
public final class TableSummary {
  private final SortedMap<String, Integer> bands = new TreeMap<>();
  private final SortedMap<String, Integer> regimes = new TreeMap<>();
  private final SortedMap<String, Integer> origins = new TreeMap<>();
  private int rows;
  private int limits;
  private int softDuplicates;
  private int withoutBarycentricTime;
  private int behindLeapSeconds;
  private double earliest = Double.POSITIVE_INFINITY;
  private double latest = Double.NEGATIVE_INFINITY;

  /** Counts a row. */
  public void add(PhotometryRow row) {
    rows++;
    count(bands, row.band().bandId());
    count(regimes, row.band().regime().code());
    count(origins, row.upload().origin().code());
    limits += row.measurement().brightness().isLimit() ? 1 : 0;
    softDuplicates += row.dupGroup() == null ? 0 : 1;
    withoutBarycentricTime += row.baryTdbMjd() == null ? 1 : 0;
    behindLeapSeconds += isBehindLeapSeconds(row) ? 1 : 0;
    earliest = Math.min(earliest, row.measurement().epoch().mjd());
    latest = Math.max(latest, row.measurement().epoch().mjd());
  }

  private static boolean isBehindLeapSeconds(PhotometryRow row) {
    return row.measurement().epoch().scale() == TimeScale.UTC
        && row.measurement().epoch().mjd() > LeapSeconds.standard().validUntilMjd();
  }

  private static void count(Map<String, Integer> counts, String key) {
    counts.merge(key, 1, Integer::sum);
  }

  /** All rows. */
  public int rows() {
    return rows;
  }

  /** Rows that are upper limits. */
  public int limits() {
    return limits;
  }

  /** Rows that may be one measurement published twice. */
  public int softDuplicates() {
    return softDuplicates;
  }

  /** Rows whose barycentric time cannot be computed. */
  public int withoutBarycentricTime() {
    return withoutBarycentricTime;
  }

  /** Rows in UTC after the date up to which the leap seconds are known. */
  public int behindLeapSeconds() {
    return behindLeapSeconds;
  }

  /** Rows of each band, by id. */
  public SortedMap<String, Integer> bands() {
    return new TreeMap<>(bands);
  }

  /** Rows of each regime, by code. */
  public SortedMap<String, Integer> regimes() {
    return new TreeMap<>(regimes);
  }

  /** Rows of each origin, by code. */
  public SortedMap<String, Integer> origins() {
    return new TreeMap<>(origins);
  }

  /** The first epoch, MJD as reported; null without rows. */
  public @Nullable Double earliest() {
    return rows == 0 ? null : (Double) earliest;
  }

  /** The last epoch, MJD as reported; null without rows. */
  public @Nullable Double latest() {
    return rows == 0 ? null : (Double) latest;
  }
}
