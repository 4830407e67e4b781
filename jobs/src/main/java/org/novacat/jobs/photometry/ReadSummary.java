package org.novacat.jobs.photometry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandQuery;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.BandResolver;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.upload.RowTally;

/**
 * Sums up the rows of a file while they are read. Bands are those of the registry; one that it does
 * not know counts under the text of the file.
 */
final class ReadSummary implements RowSink {
  private static final BandResolver RESOLVER = new BandResolver(BandRegistry.standard());

  private final BandAssertions asserted;
  private final Map<BandKey, long[]> bands = new HashMap<>();
  private final Map<String, Long> novae = new TreeMap<>();
  private @Nullable String timeSystem;
  private @Nullable Quantity quantity;
  private double epochMin = Double.POSITIVE_INFINITY;
  private double epochMax = Double.NEGATIVE_INFINITY;
  private double valueMin = Double.POSITIVE_INFINITY;
  private double valueMax = Double.NEGATIVE_INFINITY;

  /** What tells the bands of measurements apart. */
  private record BandKey(String text, Quantity quantity, String telescope, String instrument) {}

  private final Map<BandKey, Measurement> examples = new HashMap<>();

  ReadSummary(Sidecar sidecar) {
    this.asserted = new BandAssertions(sidecar.text(SidecarKey.BAND), sidecar.bands());
  }

  @Override
  public void accept(Measurement m) {
    BandKey key =
        new BandKey(
            m.band(), m.brightness().quantity(), m.origin().telescope(), m.origin().instrument());
    examples.putIfAbsent(key, m);
    bands.computeIfAbsent(key, k -> new long[1])[0]++;
    novae.merge(m.object(), 1L, Long::sum);
    String system = m.epoch().system().name();
    timeSystem = timeSystem == null || timeSystem.equals(system) ? system : "mixed";
    epochMin = Math.min(epochMin, m.epoch().mjd());
    epochMax = Math.max(epochMax, m.epoch().mjd());
    Double value = m.brightness().value();
    quantity = quantity == null ? m.brightness().quantity() : quantity;
    if (value != null && quantity == m.brightness().quantity()) {
      valueMin = Math.min(valueMin, value);
      valueMax = Math.max(valueMax, value);
    }
  }

  @Override
  public void reject(RejectedRow row) {
    // The tally of the result counts them.
  }

  /** Rows by band. */
  Map<String, Long> bands(String format) {
    Map<String, Long> counts = new TreeMap<>();
    bands.forEach(
        (key, count) -> {
          Measurement example = Objects.requireNonNull(examples.get(key));
          counts.merge(band(example, format), count[0], Long::sum);
        });
    return counts;
  }

  private String band(Measurement example, String format) {
    return RESOLVER
        .resolve(BandQuery.of(example, format, asserted.of(example)))
        .match(found -> found.band().id(), missing -> example.band());
  }

  /** Rows by the name of the nova. */
  Map<String, Long> novae() {
    return novae;
  }

  /** First epoch, MJD; infinite when there is no row. */
  double epochMin() {
    return epochMin;
  }

  double epochMax() {
    return epochMax;
  }

  /** The object of {@code novacat photometry read --output json}: the same keys for every file. */
  ObjectNode line(String file, PhotometryRead result) {
    return result.match(
        read -> line(file, read.understanding(), read.tally(), true),
        refused -> {
          ObjectNode line = line(file, refused.understanding(), refused.tally(), false);
          line.put("refused", refused.refusal().code().name());
          line.put("message", refused.refusal().message());
          return line.put("remedy", refused.refusal().remedy());
        });
  }

  private ObjectNode line(
      String file, @Nullable Understanding understanding, RowTally tally, boolean kept) {
    String format = understanding == null ? "" : understanding.format();
    ObjectNode line = Json.object();
    line.put("file", file).put("format", understanding == null ? null : format);
    line.put("encoding", understanding == null ? null : understanding.encoding());
    line.put("rows", tally.rows()).put("accepted", kept ? tally.accepted() : 0);
    line.put("limits", kept ? tally.limits() : 0);
    ObjectNode rejected = line.putObject("rejected");
    tally.ordered().forEach((code, count) -> rejected.put(code.name(), count));
    ObjectNode byBand = line.putObject("bands");
    ObjectNode byNova = line.putObject("novae");
    if (kept) {
      bands(format).forEach(byBand::put);
      novae.forEach(byNova::put);
    }
    Json.putNumber(line, "epochMin", kept ? epochMin : null);
    Json.putNumber(line, "epochMax", kept ? epochMax : null);
    line.put("timeSystem", kept ? timeSystem : null);
    Json.putNumber(line, "valueMin", kept ? valueMin : null);
    Json.putNumber(line, "valueMax", kept ? valueMax : null);
    return line.putNull("refused").putNull("message").putNull("remedy");
  }
}
