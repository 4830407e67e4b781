package org.novacat.jobs.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.job.JobReport;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.publish.ReleasePlan.Seen;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code novacat publish}. */
@Command(
    name = "publish",
    description = {
      "Make a release of all that everybody may see, and lead visitors to it once it is whole.",
      "What is as it was is copied by the store itself. A release that lacks what visitors see now,"
          + " or in which something changed without a new input, is not led to until you say why."
    },
    subcommands = {
      ReleasesCommand.ListAll.class,
      ReleasesCommand.Diff.class,
      ReleasesCommand.Rollback.class,
      ReleasesCommand.Prune.class
    },
    footer = {
      "",
      "Examples:",
      "  novacat publish --dry-run",
      "  novacat publish --base-url https://novae.example.org",
      "  novacat publish list"
    })
public final class PublishCommand extends StoreCommand {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Where the public bucket is found, so that lists of files can name them from anywhere; \"\" to have them named from the list. Default: as in the current release")
  private @Nullable String baseUrl;

  @Option(
      names = "--allowance",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "So much of novae, spectra or rows may be missing. Default: 0")
  private double allowance;

  @Option(
      names = "--accept-losses",
      paramLabel = "REASON",
      defaultValue = "",
      description = "Why more may be; it goes on record in the release.")
  private String acceptLosses = "";

  @Option(
      names = "--all",
      description =
          "Make everything anew and copy nothing: when something is new, or the current release is damaged.")
  private boolean all;

  @Option(names = "--dry-run", description = "Only show what would be made, and what copied.")
  private boolean dryRun;

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    PublishOptions options = options();
    try (PublicSite site = PublicSite.open(storeOptions(), patience(), stores.catalog().waits())) {
      List<WorkItem> queue = stores.catalog().workQueue().list(WorkConsumer.RELEASE).toList();
      if (dryRun) {
        return dryRun(stores, site, queue, options);
      }
      PublishJob job = new PublishJob(site, options, queue, clock());
      JobReport report = JobRunner.run(job, stores, runId(), this::print);
      return report.exitCode(true);
    }
  }

  private PublishOptions options() {
    if (baseUrl != null && !baseUrl.isEmpty() && !baseUrl.matches("https?://[^\\s?#]+")) {
      throw new UserError(
          "Cannot use base URL '%s': it is no address (write https://host/path, or nothing for none)"
              .formatted(baseUrl));
    }
    if (!(allowance >= 0 && allowance <= 100)) {
      throw new UserError(
          "Cannot use allowance %s: it is not from 0 to 100 (write how many in a hundred may be missing)"
              .formatted(allowance));
    }
    return new PublishOptions(baseUrl, allowance, acceptLosses.strip(), all);
  }

  private ExitCode dryRun(
      Stores stores, PublicSite site, List<WorkItem> queue, PublishOptions options) {
    Seen seen = options.seen(stores.catalog(), site.archive());
    try (ReleasePlan plan =
        ReleasePlan.of(
            stores.catalog(), new NovaContents(stores.catalog(), clock()), seen, queue, options)) {
      Release before = plan.before();
      boolean isDamaged =
          before != null && options.all() && Wholeness.isDamaged(site.archive(), before);
      print(new PlanReport(plan, options, isDamaged));
      return ExitCode.OK;
    }
  }
}
