package org.novacat.jobs.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.retry.RetryPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat bundle}. */
@Command(
    name = "bundle",
    description = "Build one zip file of each nova, with everything that everybody may see.",
    footer = {
      "",
      "Without a name, the bundles are built of which something changed; equal content is never",
      "built twice.",
      "",
      "Examples:",
      "  novacat bundle --dry-run",
      "  novacat bundle \"V339 Del\"",
      "  novacat bundle --all"
    })
public final class BundleCommand extends StoreCommand {
  @Parameters(
      paramLabel = "NOVA",
      arity = "0..*",
      description = "Only these novae, by name, alias or id.")
  private List<String> named = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Look at all novae, whether something is known to have changed or not.")
  private boolean all;

  @Option(
      names = "--rebuild",
      description = "Build the bundles of the novae that are named, or of --all, though unchanged.")
  private boolean rebuild;

  @Option(names = "--dry-run", description = "Only show what would be built, and why.")
  private boolean dryRun;

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    if (all && !named.isEmpty()) {
      throw new UserError("Cannot build bundles of --all and of named novae (choose one)");
    }
    if (rebuild && !all && named.isEmpty()) {
      throw new UserError("Cannot rebuild bundles: no nova is named (name some, or add --all)");
    }
    List<DueBundle> due = due(stores);
    if (dryRun) {
      print(BundlePreview.of(stores.catalog(), clock(), due));
      return ExitCode.OK;
    }
    BuildBundles job = new BuildBundles(due, clock());
    return JobRunner.run(job, stores, runId(), this::print).exitCode();
  }

  private List<DueBundle> due(Stores stores) {
    if (!all && named.isEmpty()) {
      return DueBundle.ofQueue(stores.catalog());
    }
    List<Nova> novae = novae(stores);
    return rebuild
        ? DueBundle.again(stores.catalog(), novae)
        : DueBundle.of(stores.catalog(), clock(), novae);
  }

  private List<Nova> novae(Stores stores) {
    Stream<Nova> novae =
        all
            ? stores.catalog().novae().list()
            : named.stream().map(name -> Named.nova(stores, name));
    return novae.distinct().toList();
  }
}
