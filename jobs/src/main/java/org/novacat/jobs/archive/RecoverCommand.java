package org.novacat.jobs.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novacat.jobs.archive.RecoverJob.Leftovers;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.retry.RetryPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code novacat recover}. */
@Command(
    name = "recover",
    description = "Bring to an end what killed runs left, and have made again what is lost.",
    footer = {
      "",
      "Ends their records, frees their locks, finishes replacements of raw bytes, and clears parts of",
      "uploads that no verdict names. A run counts as dead a minute after its process was heard of",
      "last. The next run of a job does the same for what it needs; no object is removed. Spectra,",
      "parts of uploads and tables whose objects are missing or changed wait again, and ingest-spectra",
      "and ingest-photometry make them.",
      "",
      "Example: novacat recover --dry-run"
    })
public final class RecoverCommand extends StoreCommand {
  @Option(names = "--deep", description = "Read every object to find those that changed.")
  private boolean deep;

  @Option(names = "--dry-run", description = "Only say what was left.")
  private boolean dryRun;

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    List<Finding> found =
        Verification.of(stores.catalog(), stores.archive(), deep, clock().instant());
    RecoverJob job = new RecoverJob(leftovers(found, stores.catalog().inventory().unnamedParts()));
    if (dryRun) {
      say(job);
      return ExitCode.OK;
    }
    return JobRunner.run(job, stores, runId(), this::print).exitCode();
  }

  private void say(RecoverJob job) {
    TreeMap<String, Integer> counts = new TreeMap<>(job.counts());
    var root = Json.object().put("job", "recover").put("dry_run", true);
    counts.forEach(root::put);
    print(
        root,
        "Would end %s runs, free %s locks, finish %s products, clear %s parts, and have made again %s spectra, %s uploads and %s tables. Nothing was written."
            .formatted(
                counts.get("runs"),
                counts.get("locks"),
                counts.get("products"),
                counts.get("parts"),
                counts.get("spectra"),
                counts.get("uploads"),
                counts.get("tables")));
  }

  static Leftovers leftovers(List<Finding> found, Map<IngestFileId, Set<NovaId>> parts) {
    List<JobRunId> runs = new ArrayList<>();
    List<String> locks = new ArrayList<>();
    List<DataProductId> products = new ArrayList<>();
    List<Derived.One> lost = new ArrayList<>();
    for (Finding one : found) {
      String id = one.what().substring(one.what().indexOf(' ') + 1);
      switch (one.kind()) {
        case RUN_DEAD -> runs.add(JobRunId.parse(id));
        case LOCK_STALE -> locks.add(id);
        case REPLACEMENT_HALF_DONE -> products.add(DataProductId.parse(id));
        case OBJECT_MISSING, OBJECT_CHANGED ->
            Derived.of(ObjectKey.of(one.what())).ifPresent(lost::add);
        case PART_UNNAMED, KEY_FOREIGN, OBJECT_UNUSED, ITEM_LOST, ITEMS_DISAGREE -> {}
      }
    }
    return new Leftovers(runs, locks, products, lost.stream().distinct().toList(), parts);
  }
}
