package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.TaskFault;
import org.novacat.jobs.photometry.upload.DecidedUpload;
import org.novacat.jobs.photometry.upload.PlannedUpload;
import org.novacat.jobs.photometry.upload.UploadDecision;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.HeapShare;
import org.novacat.jobs.spark.Postponement;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.UploadOutcome;
import org.novacat.persistence.commit.UploadResult;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.table.Pages;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * Decides the uploads that wait: tasks read and split them, the driver records while others run.
 */
final class UploadPhase {
  private static final int WAVE = 512;

  private final JobRunner run;
  private final Stores stores;
  private final Committer<UploadOutcome, UploadResult> committer;
  private final Clock clock;
  private final PhotometryTally tally;
  private final Duration fileTime;
  private final Map<IngestFileId, PhotometryUpload> underWay = new HashMap<>();
  private final Map<IngestFileId, DecidedUpload> decided = new HashMap<>();

  UploadPhase(JobRunner run, Clock clock, PhotometryTally tally, Duration fileTime) {
    this.run = run;
    this.stores = run.stores();
    this.committer = stores.catalog().uploadCommitter(CommitSettings.DEFAULTS);
    this.clock = clock;
    this.tally = tally;
    this.fileTime = fileTime;
  }

  /**
   * Decides a bin of uploads, as it travels to an executor.
   *
   * @param tasks how many run at once in one JVM, and share its heap
   * @param time for one file
   */
  private record Task(ArchiveLocation location, Broadcast<NovaBook> book, int tasks, Duration time)
      implements Waves.Work<Bin<PlannedUpload>, ArrayList<DecidedUpload>> {
    @Override
    public ArrayList<DecidedUpload> call(Bin<PlannedUpload> bin) {
      ArrayList<DecidedUpload> decided = new ArrayList<>();
      try (Archive archive = location.open()) {
        UploadDecision.Limits limits = new UploadDecision.Limits(HeapShare.bytes(tasks), time);
        bin.pieces()
            .forEach(one -> decided.add(UploadDecision.of(archive, book.value(), one, limits)));
      }
      return decided;
    }
  }

  /** Decides all of them; each ends in exactly one count. */
  void decide(List<PhotometryUpload> waiting, NovaBook book) {
    JavaSparkContext spark = run.spark();
    Broadcast<NovaBook> shared = spark.broadcast(book);
    Task task = new Task(stores.derivedLocation(), shared, HeapShare.tasks(spark), fileTime);
    Iterator<List<Bin<PlannedUpload>>> waves =
        Bin.waves(waiting, WAVE, spark.defaultParallelism(), this::planned);
    try (Waves<Bin<PlannedUpload>, ArrayList<DecidedUpload>> results =
            run.waves(
                "DecideUploads",
                waves,
                task,
                some -> TaskFault.first(some.stream().map(DecidedUpload::postponement)));
        Progress progress = Progress.of("uploads", waiting.size())) {
      Iterator<UploadOutcome> outcomes =
          Pages.stream(results)
              .flatMap(List::stream)
              .flatMap(one -> outcome(one, progress).stream())
              .iterator();
      committer.commit(outcomes, result -> ended(result, progress));
    } finally {
      shared.destroy();
    }
  }

  private PlannedUpload planned(PhotometryUpload upload) {
    underWay.put(upload.id(), upload);
    NovaId given = upload.novaId();
    return PlannedUpload.of(upload, given == null ? null : survivor(given), run.logs());
  }

  /** The nova that a nova was merged into in the end; itself when it was not, or is unknown. */
  private NovaId survivor(NovaId nova) {
    NovaId at = nova;
    for (NovaId next = into(at); !next.equals(at); next = into(at)) {
      at = next;
    }
    return at;
  }

  private NovaId into(NovaId nova) {
    NovaId into = stores.catalog().novae().find(nova).map(Nova::mergedInto).orElse(null);
    return into == null ? nova : into;
  }

  /** What is to be recorded; empty, and counted, of an upload on which there is no verdict. */
  private Optional<UploadOutcome> outcome(DecidedUpload one, Progress progress) {
    PhotometryUpload upload = underWay.remove(one.id());
    if (upload == null) {
      throw new IllegalStateException(
          "Cannot record upload '%s': a task decided what no plan asked for".formatted(one.id()));
    }
    Postponement postponement = one.postponement();
    if (postponement != null) {
      tally.postponed(upload, postponement);
      progress.add(1);
      return Optional.empty();
    }
    decided.put(one.id(), one);
    return Optional.of(new UploadOutcome(upload, verdict(one), parts(upload, one)));
  }

  private void ended(UploadResult result, Progress progress) {
    PhotometryUpload upload = result.outcome().upload();
    DecidedUpload ours = requireNonNull(decided.remove(upload.id()));
    if (result instanceof UploadResult.Decided) {
      tally.decided(upload, recorded(ours, result.outcome().verdict().refusal()));
    } else if (result instanceof UploadResult.Unknown unknown) {
      tally.unknown(upload, unknown.why());
    } else {
      decideAgainWhereOthers(upload.id(), ours);
      tally.notOurs(upload);
    }
    progress.add(1);
  }

  /**
   * What another run recorded stands, and this one may have put other parts in their place since,
   * as one does that knows other novae. The next decision puts them right; no table takes them
   * before, because it takes parts by their hash. The manifest has the hashes of all parts.
   */
  private void decideAgainWhereOthers(IngestFileId id, DecidedUpload ours) {
    ContentHash written = ours.manifest();
    Uploads uploads = stores.catalog().uploads();
    if (written != null) {
      uploads
          .find(id)
          .filter(now -> now.status() == UploadStatus.ACCEPTED)
          .filter(now -> !written.equals(requireNonNull(now.verdict()).manifest()))
          .ifPresent(uploads::decideAgain);
    }
  }

  private static DecidedUpload recorded(DecidedUpload ours, @Nullable FileRefusal refusal) {
    return refusal == null || ours.refusal() != null ? ours : ours.refusedAs(refusal);
  }

  private UploadVerdict verdict(DecidedUpload decided) {
    return new UploadVerdict(
        decided.format(),
        decided.rows(),
        decided.accepted(),
        decided.rejectedRows(),
        decided.parts().stream().map(DecidedUpload.Part::nova).toList(),
        decided.refusal(),
        decided.quarantinePrefix(),
        decided.quarantined(),
        decided.manifest(),
        RowRules.KEPT,
        clock.instant());
  }

  private List<PhotometryPart> parts(PhotometryUpload upload, DecidedUpload decided) {
    ItemMeta meta = new ItemMeta(clock.instant(), clock.instant(), 1, run.id());
    return decided.parts().stream()
        .map(
            part ->
                new PhotometryPart(
                    part.nova(), upload.id(), part.source(), part.parquet(), part.rows(), meta))
        .toList();
  }
}
