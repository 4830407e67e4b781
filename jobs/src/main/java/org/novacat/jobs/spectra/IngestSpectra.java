package org.novacat.jobs.spectra;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.HeapPeak;
import org.novacat.jobs.run.Interruption;
import org.novacat.jobs.run.RunFrame;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Sparks;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.commit.CommitStats;
import org.novacat.persistence.item.RunStatus;

/** The job, top to bottom: begin, carry the plan out, report. */
final class IngestSpectra {
  /** Its name in job runs, locks and objects. */
  static final String WORKFLOW = "acquire_and_validate_spectra";

  private final Stores stores;
  private final RunFrame frame;
  private final Clock clock;
  private final long maxFileBytes;
  private final Duration maxFileTime;

  IngestSpectra(Stores stores, JobRunId run, Clock clock, long maxFileBytes, Duration maxFileTime) {
    this.stores = stores;
    this.frame = new RunFrame(stores, WORKFLOW, run);
    this.clock = clock;
    this.maxFileBytes = maxFileBytes;
    this.maxFileTime = maxFileTime;
  }

  /**
   * Carries a plan out; an empty one leaves no trace at all.
   *
   * @param show takes the report as soon as there is one: after Ctrl-C the process ends with the
   *     run
   */
  IngestReport run(IngestPlan plan, Consumer<Report> show) {
    if (plan.products() == 0) {
      IngestReport nothing = IngestReport.nothing(frame.id(), plan.id());
      show.accept(nothing);
      return nothing;
    }
    try (Interruption interruption = Interruption.listen();
        SparkSession spark = Sparks.session("ingest-spectra");
        HeapPeak heap = HeapPeak.watch()) {
      frame.begin();
      frame.keepPlan(plan.file());
      Instant start = clock.instant();
      IngestRun run = ingestRun(spark, interruption);
      execute(run, plan, interruption);
      double seconds = (clock.millis() - start.toEpochMilli()) / 1e3;
      IngestReport report =
          report(plan, run, metrics(run, seconds, heap), interruption.requested());
      frame.finish(
          interruption.requested() ? RunStatus.INTERRUPTED : RunStatus.SUCCEEDED,
          report,
          summary(report));
      show.accept(report);
      return report;
    }
  }

  private IngestRun ingestRun(SparkSession spark, Interruption interruption) {
    SpectrumTask task = new SpectrumTask(stores.derivedLocation(), maxFileBytes, maxFileTime);
    return new IngestRun(
        new JavaSparkContext(spark.sparkContext()),
        task,
        stores,
        frame,
        clock,
        interruption::requested);
  }

  /** An exception that Spark throws because the user stopped it is no failure of the run. */
  private void execute(IngestRun run, IngestPlan plan, Interruption interruption) {
    try {
      run.execute(plan);
    } catch (RuntimeException e) {
      if (!interruption.requested()) {
        frame.fail(e);
        throw e;
      }
      run.stopped(plan);
    }
  }

  private IngestReport report(
      IngestPlan plan, IngestRun run, IngestReport.Metrics metrics, boolean interrupted) {
    Tally tally = run.tally();
    return new IngestReport(
        frame.id(),
        plan.id(),
        plan.products(),
        tally.endings(),
        tally.reasons(),
        tally.notOurs(),
        tally.problems(),
        metrics,
        interrupted);
  }

  private static IngestReport.Metrics metrics(IngestRun run, double seconds, HeapPeak heap) {
    Map<String, Double> phases = new LinkedHashMap<>();
    run.times()
        .seconds()
        .forEach((phase, time) -> phases.put(phase.name().toLowerCase(Locale.ROOT), time));
    phases.put("commit", run.committingSeconds());
    Map<String, Long> commits = new TreeMap<>();
    for (CommitStats stats : run.stats()) {
      commits.merge("transactions", stats.transactions(), Long::sum);
      commits.merge("actions", stats.actions(), Long::sum);
      commits.merge("retries", stats.retries(), Long::sum);
      commits.merge("condition_failures", stats.conditionFailures(), Long::sum);
      commits.merge("request_millis", stats.inRequests().toMillis(), Long::sum);
    }
    return new IngestReport.Metrics(
        seconds, run.bytesRead(), run.bytesWritten(), phases, commits, heap.bytes());
  }

  private static Map<String, String> summary(IngestReport report) {
    Map<String, String> summary = new TreeMap<>();
    summary.put("plan_id", report.planId());
    summary.put("planned", Long.toString(report.planned()));
    report
        .counts()
        .forEach(
            (ending, count) ->
                summary.put(ending.name().toLowerCase(Locale.ROOT), Long.toString(count)));
    summary.put("seconds", String.format(Locale.ROOT, "%.3f", report.metrics().seconds()));
    return summary;
  }
}
