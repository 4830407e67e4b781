package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.spectrum.QuarantineReason;

/**
 * What one run of {@code ingest-spectra} did. Every planned product stands in exactly one count.
 *
 * @param planned products that were eligible when the plan was made
 * @param counts products by how they ended; ways that did not occur are left out
 * @param quarantined the quarantined ones by reason
 * @param notOurs the first products that another run recorded, at most {@link #MOST_NAMED}
 * @param problems the first products with a conflict, an unknown outcome or a postponement
 * @param interrupted whether the user stopped the run; what was not reached stays eligible
 */
record IngestReport(
    JobRunId run,
    String planId,
    long planned,
    Map<Ending, Long> counts,
    Map<QuarantineReason, Long> quarantined,
    List<String> notOurs,
    List<String> problems,
    Metrics metrics,
    boolean interrupted)
    implements Report {
  /** Names in a list of the report; the counts are whole, the rest is in the items. */
  static final int MOST_NAMED = 1000;

  private static final int MOST_SHOWN = 10;

  /** How a planned product ended. */
  enum Ending {
    VALID("valid"),
    QUARANTINED("quarantined"),
    DUPLICATE("duplicate of a valid product"),
    POSTPONED("postponed: the store failed, to be tried again"),
    OUT_OF_MEMORY("postponed: memory did not suffice, to be tried again with more"),
    NOT_OURS("recorded by another run"),
    CONFLICT("in conflict with another run"),
    UNKNOWN("outcome of the commit not known"),
    NOT_REACHED("not reached before the run was stopped");

    private final String words;

    Ending(String words) {
      this.words = words;
    }
  }

  /**
   * Where time and bytes went.
   *
   * @param seconds wall clock of the run, Spark's start left out
   * @param phases seconds by phase, added up over tasks, and the time that the driver spent on
   *     commits
   * @param peakHeapBytes the driver's largest heap use after a collection
   */
  record Metrics(
      double seconds,
      long bytesRead,
      long bytesWritten,
      Map<String, Double> phases,
      Map<String, Long> commits,
      long peakHeapBytes) {}

  IngestReport {
    long ended = counts.values().stream().mapToLong(Long::longValue).sum();
    if (ended != planned) {
      throw new IllegalStateException(
          "Cannot report run '%s': %s products were planned, %s ended"
              .formatted(run, planned, ended));
    }
  }

  /** A run that found nothing to do, and so did nothing. */
  static IngestReport nothing(JobRunId run, String planId) {
    Metrics none = new Metrics(0, 0, 0, Map.of(), Map.of(), 0);
    return new IngestReport(run, planId, 0, Map.of(), Map.of(), List.of(), List.of(), none, false);
  }

  long count(Ending ending) {
    return counts.getOrDefault(ending, 0L);
  }

  /** How the process ends when nothing else is asked for. */
  ExitCode exitCode() {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    if (count(Ending.UNKNOWN) > 0) {
      return ExitCode.UNKNOWN_OUTCOME;
    }
    if (count(Ending.CONFLICT) > 0) {
      return ExitCode.CONFLICT;
    }
    if (count(Ending.POSTPONED) > 0) {
      return ExitCode.UNREACHABLE;
    }
    return count(Ending.OUT_OF_MEMORY) > 0 ? ExitCode.OUT_OF_MEMORY : ExitCode.OK;
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "ingest-spectra").put("job_run_id", run.toString()).put("plan_id", planId);
    root.put("planned", planned).put("interrupted", interrupted);
    ObjectNode ended = root.putObject("ended");
    counts.forEach((ending, count) -> ended.put(ending.name().toLowerCase(Locale.ROOT), count));
    ObjectNode reasons = root.putObject("quarantined_by_reason");
    quarantined.forEach((reason, count) -> reasons.put(reason.name(), count));
    names(root.putArray("recorded_by_another_run"), notOurs);
    names(root.putArray("problems"), problems);
    ObjectNode measured = root.putObject("metrics");
    Json.putNumber(measured, "seconds", metrics.seconds());
    Json.putNumber(measured, "files_per_second", planned / Math.max(metrics.seconds(), 1e-9));
    measured.put("bytes_read", metrics.bytesRead()).put("bytes_written", metrics.bytesWritten());
    ObjectNode phases = measured.putObject("phase_seconds");
    metrics.phases().forEach((phase, seconds) -> Json.putNumber(phases, phase, seconds));
    ObjectNode commits = measured.putObject("commits");
    metrics.commits().forEach(commits::put);
    measured.put("driver_peak_heap_bytes", metrics.peakHeapBytes());
    return root;
  }

  private static void names(ArrayNode array, List<String> names) {
    names.forEach(array::add);
  }

  @Override
  public List<String> lines() {
    if (planned == 0) {
      return List.of("Nothing to do: no spectrum is waiting. Nothing was written.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d spectra in %.1f s (%.0f/s)",
            planned,
            metrics.seconds(),
            planned / Math.max(metrics.seconds(), 1e-9)));
    TextTable table = new TextTable("ended as", "spectra");
    counts.forEach((ending, count) -> table.row(ending.words, count));
    table.lines().forEach(line -> lines.add("  " + line));
    if (!quarantined.isEmpty()) {
      TextTable reasons = new TextTable("quarantined because", "spectra");
      quarantined.forEach((reason, count) -> reasons.row(reason.name(), count));
      reasons.lines().forEach(line -> lines.add("  " + line));
    }
    shown(lines, "Recorded by another run:", notOurs);
    shown(lines, "Look at:", problems);
    lines.add("Run " + run + " (novacat runs show " + run + ")");
    return lines;
  }

  private static void shown(List<String> lines, String heading, List<String> names) {
    if (names.isEmpty()) {
      return;
    }
    lines.add(heading);
    names.stream().limit(MOST_SHOWN).forEach(name -> lines.add("  " + name));
    if (names.size() > MOST_SHOWN) {
      lines.add(
          String.format(
              Locale.ROOT, "  and %,d more (all with --output json)", names.size() - MOST_SHOWN));
    }
  }
}
