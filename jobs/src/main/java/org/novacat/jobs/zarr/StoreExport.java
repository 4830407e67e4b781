package org.novacat.jobs.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.BuildInfo;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.Temporary;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.jobs.zarr.row.LeftOut;
import org.novacat.jobs.zarr.row.MeasureTask;
import org.novacat.jobs.zarr.row.Measured;
import org.novacat.jobs.zarr.row.Panel;
import org.novacat.jobs.zarr.row.PanelTask;
import org.novacat.jobs.zarr.row.PlannedSpectrum;
import org.novacat.jobs.zarr.row.Shape;
import org.novacat.jobs.zarr.row.TreeFiles;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.tree.Tree;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.persistence.tree.TreePublisher;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.check.CheckResult;
import org.novacat.spectral.check.Expected;
import org.novacat.spectral.check.SpectralValidator;
import org.novacat.spectral.check.ValidationReport;

/** One export, from its first look at the spectra to a visible store. */
final class StoreExport {
  private static final Counted SPECTRA = new Counted("spectra", "exported", "left out", 1000);
  private static final int WAVE_SPECTRA = 2000;

  private final JobRunner run;
  private final ExportZarr job;
  private final TreePublisher publisher;
  private final TreeLocation draft;
  private final Phases phases;
  private final Tally tally;
  private int exported;

  StoreExport(JobRunner run, ExportZarr job, TreePublisher publisher) {
    this.run = run;
    this.job = job;
    this.publisher = publisher;
    this.draft = publisher.begin();
    this.phases = new Phases(run);
    this.tally = run.count(SPECTRA);
  }

  void export() {
    List<PlannedSpectrum> spectra = job.selection().spectra();
    tally.plan(spectra.size() + job.selection().lost().size());
    job.selection()
        .lost()
        .forEach(lost -> leftOut(LeftOut.OBJECT_LOST, lost.what(), lost.message()));
    try (MeasuredSpool spool = new MeasuredSpool(spectra.size());
        Tree tree = Tree.open(draft)) {
      phases.time("measure", () -> measure(spectra, spool));
      StorePlan plan = phases.time("plan", () -> StorePlan.of(spectra, spool, job.options()));
      count(spectra, spool, plan);
      refuseEmpty(plan);
      write(plan, tree);
      refuseLost(tree);
      publish(plan, tree);
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  private void leftOut(LeftOut code, String what, String message) {
    tally.named(Ending.REFUSED, code, what, "%s: %s".formatted(what, message));
  }

  private void measure(List<PlannedSpectrum> spectra, MeasuredSpool spool) {
    MeasureTask task =
        new MeasureTask(
            run.stores().derivedLocation(), job.options().grid(), job.options().mostSamples());
    int cores = run.spark().defaultParallelism();
    Iterator<List<Bin<PlannedSpectrum>>> waves =
        Bin.waves(spectra, WAVE_SPECTRA, cores, one -> one);
    try (Progress progress = Progress.of("spectra looked at", spectra.size());
        Waves<Bin<PlannedSpectrum>, MeasureTask.Result> results =
            run.waves("MeasureSpectra", waves, task, result -> null)) {
      while (results.hasNext()) {
        for (Measured one : results.next().spectra()) {
          take(one, spectra, spool);
          progress.add(1);
        }
      }
    }
    endIfStopped();
    spool.flush();
  }

  private void take(Measured one, List<PlannedSpectrum> spectra, MeasuredSpool spool) {
    if (one instanceof Measured.Left left) {
      leftOut(left.code(), spectra.get(left.index()).id().toString(), left.message());
    } else {
      spool.add((Measured.Found) one);
    }
  }

  /** Only a store that is whole is worth anything. */
  private void endIfStopped() {
    if (run.stopped()) {
      throw new CancellationException("stopped by the user before the store was whole");
    }
  }

  /** Those that have rows are counted when the store is there. */
  private void count(List<PlannedSpectrum> spectra, MeasuredSpool spool, StorePlan plan) {
    List<Note> orders = new ArrayList<>();
    for (PlannedSpectrum spectrum : spectra) {
      if (spool.has(spectrum.index())) {
        LeftOut code = plan.leftOut(spectrum);
        if (code == null) {
          exported++;
          orders.addAll(plan.ordersLeftOut(spectrum));
        } else {
          leftOut(code, spectrum.id().toString(), code.words());
        }
      }
    }
    run.notes("orders left out", orders);
    run.notes("remarks", plan.remarks().stream().map(Note::sentence).toList());
  }

  private void refuseEmpty(StorePlan plan) {
    if (plan.rows() == 0) {
      throw new UserError(
          "Cannot export '%s': none of the spectra can be in it (the report says why of each)"
              .formatted(job.target().dataset()));
    }
  }

  private void write(StorePlan plan, Tree tree) {
    Shape shape = plan.shape(job.options());
    StoreArrays arrays = new StoreArrays(shape, plan, tree);
    arrays.begin(attributes(shape));
    BitSet fitted = new BitSet();
    phases.time("chunks", () -> chunks(plan, shape, arrays, fitted));
    tellOfContinuum(shape, fitted);
    phases.time(
        "columns",
        () -> {
          arrays.columns(fitted);
          index(plan, tree);
          arrays.consolidate();
        });
    run.fact("n_spec", Long.toString(shape.spectra()));
    run.fact("n_pix", Integer.toString(shape.samples()));
    run.fact("flux_unit", shape.fluxUnit());
    run.fact("medium", shape.medium());
  }

  private SortedMap<String, Object> attributes(Shape shape) {
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.put("schema_version", SpectralStore.SCHEMA_VERSION);
    attributes.put("ingest_pipeline", "novacat export zarr " + Version.current());
    attributes.put("created_at", job.clock().instant().toString());
    attributes.put("git_commit", BuildInfo.commit());
    attributes.put("run_id", run.id().toString());
    attributes.put("grid", job.options().grid().toString());
    attributes.put("continuum", job.options().continuum());
    attributes.put("flux", shape.variant().calibrated() ? "calibrated" : "as found");
    attributes.put("bad_samples", "NaN");
    attributes.put("selection", Json.line(job.options().json()));
    return attributes;
  }

  private void tellOfContinuum(Shape shape, BitSet fitted) {
    long without = shape.spectra() - fitted.cardinality();
    if (shape.degree() != null && without > 0) {
      String sentence =
          "%s of %s rows have no continuum: too few good samples for the fit (their continuum/method is none)"
              .formatted(without, shape.spectra());
      run.notes("continuum", List.of(Note.sentence(sentence)));
    }
  }

  private void chunks(StorePlan plan, Shape shape, StoreArrays arrays, BitSet fitted) {
    PanelTask task = new PanelTask(run.stores().derivedLocation(), draft, shape);
    PanelWaves waves = new PanelWaves(plan, shape, arrays, run.spark().defaultParallelism());
    try (Progress progress = Progress.of("chunks", arrays.chunks());
        Waves<Panel, PanelTask.Result> results =
            run.waves("WritePanels", waves, task, result -> null)) {
      while (results.hasNext()) {
        PanelTask.Result result = results.next();
        long first = result.panel().chunkRow() * shape.chunks().rows();
        result.fitted().stream().forEach(row -> fitted.set((int) first + row));
        refuseChanged(result.changed());
        measured(result.seconds());
        Panel panel = result.panel();
        progress.add(panel.arrays().size() * (panel.endColumn() - panel.firstColumn()));
      }
    }
    endIfStopped();
  }

  private static void refuseChanged(@Nullable String changed) {
    if (changed != null) {
      throw new UserError(
          "Cannot export spectra: one was made anew while they were written: %s (export again)"
              .formatted(changed),
          ExitCode.CONFLICT);
    }
  }

  private void measured(PanelTask.Seconds seconds) {
    run.measured("task_reading_seconds", seconds.reading());
    run.measured("task_computing_seconds", seconds.computing());
    run.measured("task_writing_seconds", seconds.writing());
  }

  private static void index(StorePlan plan, Tree tree) {
    Path file = Temporary.file("novacat-index-", ".parquet");
    try {
      new IndexFile(plan).write(file);
      tree.put(SpectralStore.INDEX, Content.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Temporary.delete(file);
    }
  }

  private void refuseLost(Tree tree) {
    List<String> lost = StoredChunks.lost(new TreeFiles(tree));
    if (!lost.isEmpty()) {
      throw new UserError(
          "Cannot publish '%s': of the chunks that were written, %s (name a folder that all machines of the cluster share, or s3a://bucket/folder; nothing was published)"
              .formatted(job.target().store(), String.join(", ", lost)),
          ExitCode.DAMAGED);
    }
  }

  private void publish(StorePlan plan, Tree tree) {
    ReadFiles files = new ReadFiles(new TreeFiles(tree));
    ValidationReport report =
        phases.time(
            "validate", () -> SpectralValidator.validate(files, Expected.NOTHING.of(plan.rows())));
    refuseUnfit(report);
    byte[] manifest = files.manifest(run.id().toString(), plan.rows()).json();
    new TreeFiles(tree).put(SpectralStore.MANIFEST, ByteBuffer.wrap(manifest));
    SortedMap<String, Long> objects = files.lengths();
    endIfStopped();
    phases.time("publish", () -> job.target().lead(publisher, publisher.publish(objects)));
    tell(plan.rows(), objects.values().stream().mapToLong(Long::longValue).sum());
  }

  private void tell(long rows, long bytes) {
    run.measured("bytes", bytes);
    tally.ended(Ending.DONE, exported);
    run.fact("store", job.target().store().toString());
    run.notes(
        "written",
        List.of(
            Note.sentence(
                String.format(
                    Locale.ROOT,
                    "%s: %,d rows, %,d bytes (novacat zarr info %s)",
                    job.target().store(),
                    rows,
                    bytes,
                    job.target().dataset()))));
  }

  private void refuseUnfit(ValidationReport report) {
    if (!report.passed()) {
      List<String> failed = new ArrayList<>();
      for (CheckResult result : report.results()) {
        if (result.forbids()) {
          failed.add("%s: %s".formatted(result.check().id(), result.sentence()));
        }
      }
      throw new UserError(
          String.format(
              Locale.ROOT,
              "Cannot publish '%s': what was written breaks the contract: %s (nothing was published; report it, with the run %s)",
              job.target().store(),
              String.join("; ", failed),
              run.id()),
          ExitCode.DAMAGED);
    }
  }
}
