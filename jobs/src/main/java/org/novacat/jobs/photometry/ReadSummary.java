package org.novacat.jobs.photometry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.AccountJson;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.row.RowAssembler;

/**
 * Sums up the rows of a file while they are read, as ingest would take them: rows in a band that
 * the registry does not know are rejected, and speak against the file.
 */
final class ReadSummary implements RowSink {
  /** Readers have checked epochs against now. */
  private static final RowAssembler ROWS =
      new RowAssembler(BandRegistry.standard(), Double.POSITIVE_INFINITY);

  private final Sidecar sidecar;
  private BandAssertions asserted = BandAssertions.NONE;
  private final Map<String, Long> bands = new TreeMap<>();
  private final Map<String, Long> novae = new TreeMap<>();
  private final Map<RowRejectionCode, Long> rejected = new EnumMap<>(RowRejectionCode.class);
  private String format = "";
  private long accepted;
  private long limits;
  private @Nullable String timeSystem;
  private @Nullable Quantity quantity;
  private double epochMin = Double.POSITIVE_INFINITY;
  private double epochMax = Double.NEGATIVE_INFINITY;
  private double valueMin = Double.POSITIVE_INFINITY;
  private double valueMax = Double.NEGATIVE_INFINITY;

  ReadSummary(Sidecar sidecar) {
    this.sidecar = sidecar;
  }

  /** What became of a file whose rows this took: refused too when too many have no band. */
  PhotometryRead judged(String name, PhotometryRead result) {
    return result.match(
        read -> {
          RowTally tally = new RowTally(accepted, limits, rejected);
          FileRefusal hopeless = FileRefusals.hopeless(name, tally);
          return hopeless == null
              ? new PhotometryRead.Read(read.understanding(), tally)
              : new PhotometryRead.Refused(hopeless, read.understanding(), tally);
        },
        refused -> refused);
  }

  @Override
  public void begin(Understanding understanding, Supplier<String> row) {
    format = understanding.format();
    asserted = BandAssertions.of(sidecar, understanding);
  }

  @Override
  public void accept(Measurement m) {
    ROWS.band(m, format, asserted)
        .match(
            found -> accepted(m, found.band().id()),
            missing -> rejected.merge(missing.code(), 1L, Long::sum));
  }

  private long accepted(Measurement m, String band) {
    accepted++;
    limits += m.brightness().isLimit() ? 1 : 0;
    bands.merge(band, 1L, Long::sum);
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
    return accepted;
  }

  @Override
  public void reject(RejectedRow row) {
    rejected.merge(row.code(), 1L, Long::sum);
  }

  /** Rows by the id of their band. */
  Map<String, Long> bands() {
    return bands;
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
    ObjectNode line = Json.object();
    line.put("file", file);
    line.put("format", understanding == null ? null : understanding.format());
    line.put("encoding", understanding == null ? null : understanding.encoding());
    line.put("rows", tally.rows()).put("accepted", kept ? tally.accepted() : 0);
    line.put("limits", kept ? tally.limits() : 0);
    ObjectNode rejected = line.putObject("rejected");
    tally.ordered().forEach((code, count) -> rejected.put(code.name(), count));
    ObjectNode byBand = line.putObject("bands");
    ObjectNode byNova = line.putObject("novae");
    if (kept) {
      bands.forEach(byBand::put);
      novae.forEach(byNova::put);
    }
    Json.putNumber(line, "epochMin", kept ? epochMin : null);
    Json.putNumber(line, "epochMax", kept ? epochMax : null);
    line.put("timeSystem", kept ? timeSystem : null);
    Json.putNumber(line, "valueMin", kept ? valueMin : null);
    Json.putNumber(line, "valueMax", kept ? valueMax : null);
    AccountJson.put(
        line.putArray("unaccounted"),
        understanding == null ? List.of() : understanding.account().unaccounted());
    return line.putNull("refused").putNull("message").putNull("remedy");
  }
}
