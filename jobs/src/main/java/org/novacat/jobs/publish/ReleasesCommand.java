package org.novacat.jobs.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.publish.record.Losses;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with releases that are there. */
final class ReleasesCommand {
  private ReleasesCommand() {}

  private static Release named(Stores stores, String id) {
    ReleaseId release = UserError.ifRefused(() -> ReleaseId.parse(id));
    return stores
        .catalog()
        .releases()
        .find(release)
        .orElseThrow(
            () ->
                new UserError(
                    "Cannot find release '%s': there is none that is whole (see 'novacat publish list')"
                        .formatted(id)));
  }

  @Command(
      name = "list",
      description = "All releases, the last first, and which visitors see.",
      footer = {"", "Example: novacat publish list --output json"})
  static final class ListAll extends StoreCommand {
    @Override
    protected ExitCode run(Stores stores) {
      ReleaseId current =
          stores.catalog().releases().current().map(CurrentRelease::id).orElse(null);
      List<Release> all = stores.catalog().releases().list().toList();
      TextTable table = new TextTable("release", "novae", "spectra", "rows", "");
      print(
          Stream.iterate(all.size() - 1, i -> i >= 0, i -> i - 1).map(all::get),
          release ->
              Json.object()
                  .put("release_id", release.id().text())
                  .put("current", release.id().equals(current))
                  .put("content_fingerprint", release.content().hex())
                  .put("novae", release.novae())
                  .put("spectra", release.spectra())
                  .put("photometry_rows", release.rows())
                  .put("losses_accepted", release.lossesAccepted()),
          table,
          release ->
              table.row(
                  release.id(),
                  release.novae(),
                  release.spectra(),
                  release.rows(),
                  release.id().equals(current) ? "current" : ""),
          "No release yet (make one with 'novacat publish').");
      return ExitCode.OK;
    }
  }

  @Command(
      name = "diff",
      description = "What a release has otherwise than another, nova by nova, product by product.",
      footer = {"", "Example: novacat publish diff 20260221-4e9b0e88 20260222-0c11d2aa"})
  static final class Diff extends StoreCommand {
    @Parameters(index = "0", paramLabel = "A", description = "The release before.")
    private String before = "";

    @Parameters(
        index = "1",
        paramLabel = "B",
        arity = "0..1",
        description = "The other. Default: what visitors see")
    private @Nullable String after;

    @Override
    protected ExitCode run(Stores stores) {
      try (PublicSite site =
          PublicSite.open(storeOptions(), patience(), stores.catalog().waits())) {
        Losses losses =
            Losses.between(
                CurrentPointer.units(site.archive(), named(stores, before)),
                after == null
                    ? CurrentPointer.seen(stores.catalog(), site.archive()).units()
                    : CurrentPointer.units(site.archive(), named(stores, after)));
        print(new DiffReport(losses));
        return ExitCode.OK;
      }
    }
  }

  @Command(
      name = "rollback",
      description = {
        "Lead visitors to a release that was made before; also back again.",
        "'novacat publish' makes no release of what somebody went back from, until something is new."
      },
      footer = {"", "Example: novacat publish rollback 20260221-4e9b0e88"})
  static final class Rollback extends StoreCommand {
    @Parameters(paramLabel = "RELEASE", description = "Its id.")
    private String id = "";

    @Option(
        names = "--dry-run",
        description = "Only look whether all of it is there, and still public.")
    private boolean dryRun;

    @Override
    protected ExitCode run(Stores stores) {
      Release release = named(stores, id);
      try (PublicSite site =
          PublicSite.open(storeOptions(), patience(), stores.catalog().waits())) {
        RollbackJob job = new RollbackJob(site, release, clock());
        if (dryRun) {
          Wholeness.require(site.archive(), release, "name another release");
          job.requirePublic(stores);
          print(
              Json.object().put("release_id", id).put("dry_run", true),
              "All of release %s is there, and everybody may see it. Nothing was written."
                  .formatted(id));
          return ExitCode.OK;
        }
        return JobRunner.run(job, stores, runId(), this::print).exitCode();
      }
    }
  }

  @Command(
      name = "prune",
      description = {
        "Remove old releases, and what killed runs left of some; never what visitors see."
      },
      footer = {"", "Example: novacat publish prune --keep 10 --dry-run"})
  static final class Prune extends StoreCommand {
    @Option(
        names = "--keep",
        paramLabel = "N",
        required = true,
        description = "So many of the newest stay; 0 leaves what visitors see alone.")
    private int keep;

    @Option(names = "--dry-run", description = "Only show what would be removed.")
    private boolean dryRun;

    @Override
    protected ExitCode run(Stores stores) {
      try (PublicSite site =
          PublicSite.open(storeOptions(), patience(), stores.catalog().waits())) {
        if (keep < 0) {
          throw new UserError(
              "Cannot keep %s releases: there are none fewer than 0 (write how many of the newest stay)"
                  .formatted(keep));
        }
        PruneJob job = PruneJob.of(stores, site, keep, clock());
        if (dryRun) {
          print(job);
          return ExitCode.OK;
        }
        return JobRunner.run(job, stores, runId(), this::print).exitCode();
      }
    }
  }

  /** The differences of two releases. */
  private record DiffReport(Losses losses) implements Report {
    @Override
    public ObjectNode json() {
      var root = Json.object();
      var counts = root.putObject("counts");
      counts.putObject("before").put("novae", losses.before().novae());
      counts.withObject("/before").put("spectra", losses.before().spectra());
      counts.withObject("/before").put("photometry_rows", losses.before().rows());
      counts.putObject("after").put("novae", losses.after().novae());
      counts.withObject("/after").put("spectra", losses.after().spectra());
      counts.withObject("/after").put("photometry_rows", losses.after().rows());
      var changes = root.putArray("changes");
      losses
          .changes()
          .forEach(
              change ->
                  changes
                      .addObject()
                      .put("kind", change.kind().name())
                      .put("nova", change.nova())
                      .put("product", change.product())
                      .put("detail", change.detail()));
      return root;
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      Changes.notes(losses).forEach(note -> lines.add(note.message()));
      losses.changes().forEach(change -> lines.add(change.line()));
      return lines;
    }
  }
}
