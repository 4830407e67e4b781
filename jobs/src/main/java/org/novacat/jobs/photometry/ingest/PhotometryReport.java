package org.novacat.jobs.photometry.ingest;

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
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;

/**
 * What one run of {@code ingest-photometry} did. Every upload, row and table stands in exactly one
 * count.
 *
 * @param refusals the first refused files, each with what would mend it
 * @param notOurs what another run did or is doing
 * @param problems what the store, a fault or want of memory kept from being done; it will be tried
 *     again
 * @param outOfMemory uploads and tables that failed for want of memory alone
 */
record PhotometryReport(
    JobRunId run,
    Files files,
    Rows rows,
    Tables tables,
    List<String> refusals,
    List<String> notOurs,
    List<String> problems,
    long outOfMemory,
    Metrics metrics,
    boolean interrupted)
    implements Report {
  private static final int MOST_SHOWN = 10;

  /** Uploads that waited, and how they ended. */
  record Files(
      long planned,
      long accepted,
      long refused,
      long otherRuns,
      long failed,
      long notReached,
      Map<FileRefusalCode, Long> byCode) {
    Files {
      if (accepted + refused + otherRuns + failed + notReached != planned || notReached < 0) {
        throw new IllegalStateException("Cannot report uploads: they do not add up");
      }
    }
  }

  /**
   * Rows of the uploads that this run decided.
   *
   * @param byCode rows that were rejected themselves
   * @param inRefusedFiles rows that were rejected with their files only
   */
  record Rows(long read, long accepted, Map<RowRejectionCode, Long> byCode, long inRefusedFiles) {
    Rows {
      long rejected = byCode.values().stream().mapToLong(Long::longValue).sum() + inRefusedFiles;
      if (read != accepted + rejected) {
        throw new IllegalStateException(
            "Cannot report rows: %s read, %s accepted, %s rejected"
                .formatted(read, accepted, rejected));
      }
    }
  }

  /** Tables of the novae that were touched. */
  record Tables(
      long touched,
      long built,
      long unchanged,
      long otherRuns,
      long failed,
      long notReached,
      long rows,
      long duplicates) {
    Tables {
      if (built + unchanged + otherRuns + failed + notReached != touched || notReached < 0) {
        throw new IllegalStateException("Cannot report tables: they do not add up");
      }
    }
  }

  /** Seconds of both phases, and the driver's largest heap use after a collection. */
  record Metrics(double ingestSeconds, double buildSeconds, long peakHeapBytes) {}

  PhotometryReport {
    refusals = List.copyOf(refusals);
    notOurs = List.copyOf(notOurs);
    problems = List.copyOf(problems);
  }

  boolean nothingToDo() {
    return files.planned() == 0 && tables.touched() == 0;
  }

  ExitCode exitCode() {
    if (interrupted) {
      return ExitCode.INTERRUPTED;
    }
    if (files.failed() + tables.failed() > outOfMemory) {
      return ExitCode.UNREACHABLE;
    }
    return outOfMemory > 0 ? ExitCode.OUT_OF_MEMORY : ExitCode.OK;
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "ingest-photometry").put("job_run_id", run.toString());
    root.put("interrupted", interrupted);
    putFiles(root.putObject("uploads"));
    ObjectNode counts = root.putObject("rows");
    counts.put("read", rows.read()).put("accepted", rows.accepted());
    counts.put("in_refused_files", rows.inRefusedFiles());
    ObjectNode codes = counts.putObject("rejected");
    rows.byCode().forEach((code, count) -> codes.put(code.name(), count));
    putTables(root.putObject("tables"));
    refusals.forEach(root.putArray("refusals")::add);
    notOurs.forEach(root.putArray("not_ours")::add);
    problems.forEach(root.putArray("problems")::add);
    root.put("out_of_memory", outOfMemory);
    ObjectNode figures = root.putObject("metrics");
    figures.put("ingest_seconds", metrics.ingestSeconds());
    figures.put("build_seconds", metrics.buildSeconds());
    figures.put("driver_peak_heap_bytes", metrics.peakHeapBytes());
    return root;
  }

  private void putFiles(ObjectNode node) {
    node.put("planned", files.planned());
    node.put("accepted", files.accepted());
    node.put("refused", files.refused());
    node.put("not_ours", files.otherRuns());
    node.put("failed", files.failed());
    node.put("not_reached", files.notReached());
    ObjectNode codes = node.putObject("refused_by_code");
    files.byCode().forEach((code, count) -> codes.put(code.name(), count));
  }

  private void putTables(ObjectNode node) {
    node.put("touched", tables.touched());
    node.put("built", tables.built());
    node.put("unchanged", tables.unchanged());
    node.put("not_ours", tables.otherRuns());
    node.put("failed", tables.failed());
    node.put("not_reached", tables.notReached());
    node.put("rows", tables.rows());
    node.put("duplicates", tables.duplicates());
  }

  @Override
  public List<String> lines() {
    if (nothingToDo()) {
      return List.of("Nothing to do: no upload is waiting. Nothing was written.");
    }
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("uploads", "count");
    put(table, "accepted", files.accepted());
    put(table, "refused", files.refused());
    put(table, "decided by another run", files.otherRuns());
    put(table, "failed, to be tried again", files.failed());
    put(table, "not reached before the run was stopped", files.notReached());
    lines.addAll(table.lines());
    lines.addAll(rowLines());
    lines.add(
        String.format(
            Locale.ROOT,
            "Tables built: %,d, with %,d rows (duplicates left out: %,d); unchanged: %,d; with another run: %,d",
            tables.built(),
            tables.rows(),
            tables.duplicates(),
            tables.unchanged(),
            tables.otherRuns()));
    show(lines, refusals);
    show(lines, notOurs);
    show(lines, problems);
    lines.add("Run %s (novacat runs show %s)".formatted(run, run));
    return lines;
  }

  private List<String> rowLines() {
    TextTable table = new TextTable("rows", "count").row("read", rows.read());
    table.row("accepted", rows.accepted());
    rows.byCode().forEach((code, count) -> put(table, code.name(), count));
    put(table, "good, but in a refused file", rows.inRefusedFiles());
    return table.lines();
  }

  private static void put(TextTable table, String what, long count) {
    if (count > 0) {
      table.row(what, count);
    }
  }

  private static void show(List<String> lines, List<String> some) {
    some.stream().limit(MOST_SHOWN).forEach(lines::add);
    if (some.size() > MOST_SHOWN) {
      lines.add(
          String.format(
              Locale.ROOT, "and %,d more (all with --output json)", some.size() - MOST_SHOWN));
    }
  }
}
