package org.novacat.jobs.photometry.ingest;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.novacat.jobs.cli.Count;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.FileLimitOptions;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.state.UploadStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code novacat ingest-photometry}. */
@Command(
    name = "ingest-photometry",
    description = "Decide the uploads that wait, and build the tables of the novae they touch.",
    footer = {
      "",
      "Files that are refused, and rows that are rejected, lie in quarantine with the reason.",
      "",
      "Examples:",
      "  novacat ingest-photometry --dry-run",
      "  novacat ingest-photometry --retry-refused"
    })
public final class IngestPhotometryCommand extends StoreCommand {
  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Count.class,
      description = "At most so many uploads.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--retry-refused",
      description = "Decide again what was refused before, e.g. after a nova was added.")
  private boolean retryRefused;

  @Mixin private final FileLimitOptions fileLimits = new FileLimitOptions();

  @Option(names = "--dry-run", description = "Only show what waits.")
  private boolean dryRun;

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    List<PhotometryUpload> planned =
        planned(stores.catalog().uploads(), retryRefused).limit(limit).toList();
    Set<NovaId> queued = TablePhase.dirty(stores.catalog()).keySet();
    IngestPhotometry job =
        new IngestPhotometry(
            "ingest-photometry", planned, queued, List.of(), fileLimits.maxFileTime(), clock());
    if (dryRun) {
      print(job);
      return ExitCode.OK;
    }
    return JobRunner.run(job, stores, runId(), this::print).exitCode();
  }

  /** What waits costs what waits; only what was refused costs a look at all uploads. */
  static Stream<PhotometryUpload> planned(Uploads uploads, boolean retryRefused) {
    return retryRefused
        ? Stream.concat(
            uploads.waiting(), uploads.list().filter(IngestPhotometryCommand::isRefused))
        : uploads.waiting();
  }

  private static boolean isRefused(PhotometryUpload upload) {
    return upload.status() == UploadStatus.REFUSED;
  }
}
