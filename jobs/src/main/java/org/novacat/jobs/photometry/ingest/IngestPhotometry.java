package org.novacat.jobs.photometry.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.item.RunStatus;
import org.novacat.persistence.item.WorkItem;

/** The job, top to bottom: decide what waits, build the tables that it touches, report. */
final class IngestPhotometry {
  /** Its name in job runs and objects. */
  static final String WORKFLOW = "ingest_photometry";

  private final Stores stores;
  private final RunFrame frame;
  private final Clock clock;
  private final PhotometryTally tally = new PhotometryTally();

  IngestPhotometry(Stores stores, JobRunId run, Clock clock) {
    this.stores = stores;
    this.frame = new RunFrame(stores, WORKFLOW, run);
    this.clock = clock;
  }

  /**
   * Decides these uploads, and builds the tables of all novae that the work queue names, those that
   * a dead run left there included. Where both are empty it leaves no trace.
   *
   * @param show takes the report as soon as there is one
   */
  PhotometryReport run(List<PhotometryUpload> waiting, Consumer<Report> show) {
    if (waiting.isEmpty() && TablePhase.dirty(stores).isEmpty()) {
      PhotometryReport nothing = report(0, 0, new PhotometryReport.Metrics(0, 0, 0), false);
      show.accept(nothing);
      return nothing;
    }
    try (Interruption interruption = Interruption.listen();
        SparkSession session = Sparks.session("ingest-photometry");
        HeapPeak heap = HeapPeak.watch()) {
      frame.begin();
      PhotometryReport report =
          run(waiting, new JavaSparkContext(session.sparkContext()), interruption, heap);
      frame.finish(
          interruption.requested() ? RunStatus.INTERRUPTED : RunStatus.SUCCEEDED,
          report,
          summary(report));
      show.accept(report);
      return report;
    } catch (RuntimeException e) {
      frame.fail(e);
      throw e;
    }
  }

  private PhotometryReport run(
      List<PhotometryUpload> waiting,
      JavaSparkContext spark,
      Interruption interruption,
      HeapPeak heap) {
    NovaBook book = NovaBook.of(stores.catalog().novae().list());
    long start = System.nanoTime();
    new UploadPhase(spark, stores, frame.id(), clock, tally, interruption::requested)
        .decide(waiting, book);
    long between = System.nanoTime();
    Map<NovaId, List<WorkItem>> dirty = TablePhase.dirty(stores);
    new TablePhase(spark, stores, frame.id(), clock, tally, interruption::requested)
        .build(dirty, book);
    PhotometryReport.Metrics metrics =
        new PhotometryReport.Metrics(
            (between - start) / 1e9, (System.nanoTime() - between) / 1e9, heap.bytes());
    return report(waiting.size(), dirty.size(), metrics, interruption.requested());
  }

  private PhotometryReport report(
      long planned, long dirty, PhotometryReport.Metrics metrics, boolean interrupted) {
    return new PhotometryReport(
        frame.id(),
        tally.files(planned),
        tally.rows(),
        tally.tables(dirty),
        tally.refusals(),
        tally.notOurs(),
        tally.problems(),
        metrics,
        interrupted);
  }

  private static Map<String, String> summary(PhotometryReport report) {
    return Map.of(
        "uploads_accepted", Long.toString(report.files().accepted()),
        "uploads_refused", Long.toString(report.files().refused()),
        "rows_accepted", Long.toString(report.rows().accepted()),
        "tables_built", Long.toString(report.tables().built()),
        "table_rows", Long.toString(report.tables().rows()));
  }
}
