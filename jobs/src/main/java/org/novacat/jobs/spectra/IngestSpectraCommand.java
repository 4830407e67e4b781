package org.novacat.jobs.spectra;

import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Count;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.run.FileLimitOptions;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.retry.RetryPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code novacat ingest-spectra}. */
@Command(
    name = "ingest-spectra",
    description = "Validate the spectra that wait, write products, commit.",
    footer = {
      "",
      "Files in quarantine are normal life and end with code 0; see --fail-on.",
      "",
      "Examples:",
      "  novacat ingest-spectra --dry-run",
      "  novacat ingest-spectra --nova \"V339 Del\" --fail-on quarantined"
    })
public final class IngestSpectraCommand extends StoreCommand {
  @Option(
      names = "--nova",
      paramLabel = "NAME",
      description = "Only the spectra of this nova (name, alias or id).")
  private @Nullable String nova;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Count.class,
      description = "At most so many spectra.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--max-file-bytes",
      paramLabel = "N",
      defaultValue = "536870912",
      converter = Count.class,
      description = "Largest file taken into memory. Default: 536870912 (512 MiB)")
  private long maxFileBytes = 512L << 20;

  @Mixin private FileLimitOptions fileLimits = new FileLimitOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "quarantined: end with code 3 when a spectrum was quarantined.")
  private @Nullable FailOn failOn;

  @Option(names = "--dry-run", description = "Only show the plan.")
  private boolean dryRun;

  /** What makes the command end with code 3. */
  enum FailOn {
    QUARANTINED
  }

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    try (IngestPlan plan = plan(stores)) {
      if (dryRun) {
        print(plan);
        return ExitCode.OK;
      }
      IngestSpectra job = new IngestSpectra(plan, maxFileBytes, fileLimits.maxFileTime(), clock());
      return JobRunner.run(job, stores, runId(), this::print).exitCode(failOn != null);
    }
  }

  private IngestPlan plan(Stores stores) {
    String name = nova;
    return name == null
        ? IngestPlanner.plan(stores.catalog(), clock().instant(), limit)
        : IngestPlanner.plan(stores.catalog(), Named.novae(stores, name), clock().instant(), limit);
  }
}
