package org.novacat.jobs.photometry.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
  private final Duration fileTime;
  private final PhotometryTally tally = new PhotometryTally();

  /**
   * The job.
   *
   * @param fileTime longest time for one upload
   */
  IngestPhotometry(Stores stores, JobRunId run, Clock clock, Duration fileTime) {
    this.stores = stores;
    this.fileTime = fileTime;
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
    if (waiting.isEmpty() && TablePhase.dirty(stores.catalog()).isEmpty()) {
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
    Phases phases = new Phases(spark, interruption);
    try {
      phases.decide(waiting);
      phases.build();
    } catch (RuntimeException e) {
      // What Spark throws because the user stopped it is no failure of the run.
      if (!interruption.requested()) {
        throw e;
      }
    }
    PhotometryReport.Metrics metrics =
        new PhotometryReport.Metrics(phases.deciding, phases.building, heap.bytes());
    return report(phases.uploads, phases.novae, metrics, interruption.requested());
  }

  /** Both halves of the work, and how far they came. */
  private final class Phases {
    private final JavaSparkContext spark;
    private final Interruption interruption;
    private long uploads;
    private long novae;
    private double deciding;
    private double building;

    Phases(JavaSparkContext spark, Interruption interruption) {
      this.spark = spark;
      this.interruption = interruption;
    }

    void decide(List<PhotometryUpload> waiting) {
      long start = System.nanoTime();
      StaleUploads stale = new StaleUploads(stores.catalog());
      List<PhotometryUpload> next = new ArrayList<>(waiting);
      next.addAll(stale.reopen(TablePhase.dirty(stores.catalog()).keySet()));
      uploads = next.size();
      while (!next.isEmpty()) {
        NovaBook book = NovaBook.of(stores.catalog().novae().list());
        new UploadPhase(spark, stores, frame.id(), clock, tally, fileTime, interruption::requested)
            .decide(next, book);
        // These uploads touch novae whose other uploads may be stale as well.
        next =
            interruption.requested()
                ? List.of()
                : stale.reopen(TablePhase.dirty(stores.catalog()).keySet());
        uploads += next.size();
      }
      deciding = (System.nanoTime() - start) / 1e9;
    }

    void build() {
      long start = System.nanoTime();
      Map<NovaId, List<WorkItem>> dirty = TablePhase.dirty(stores.catalog());
      novae = dirty.size();
      new TablePhase(spark, stores, frame.id(), clock, tally, interruption::requested).build(dirty);
      building = (System.nanoTime() - start) / 1e9;
    }
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
        tally.outOfMemory(),
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
