package org.novacat.jobs.photometry.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
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

  /** Rows that are upper limits. */
  public int limits() {
    return limits;
  }

  /** The first epoch, MJD as reported; null without rows. */
  public @Nullable Double earliest() {
    return rows == 0 ? null : (Double) earliest;
  }

  /** The last epoch, MJD as reported; null without rows. */
  public @Nullable Double latest() {
    return rows == 0 ? null : (Double) latest;
  }

  void putInto(ObjectNode json) {
    json.put("rows", rows);
    json.put("upper-limits", limits);
    json.put("soft-duplicates", softDuplicates);
    json.put("without-barycentric-time", withoutBarycentricTime);
    json.put("after-last-known-leap-second", behindLeapSeconds);
    Json.putNumber(json, "earliest-mjd", earliest());
    Json.putNumber(json, "latest-mjd", latest());
    put(json, "bands", bands);
    put(json, "regimes", regimes);
    put(json, "origins", origins);
  }

  static void put(ObjectNode json, String name, SortedMap<String, Integer> counts) {
    ObjectNode node = json.putObject(name);
    counts.forEach(node::put);
  }
}
