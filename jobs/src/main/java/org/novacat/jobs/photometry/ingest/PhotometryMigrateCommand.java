package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.FileLimitOptions;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.retry.RetryPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code novacat photometry migrate}. */
@Command(
    name = "migrate",
    description = "Bring the photometry tables of all novae to this program's schema version.",
    footer = {
      "",
      "The table of each nova is kept once under snapshots/schema=OLD before it is built anew from",
      "all uploads. A run that was stopped is taken up by the next.",
      "",
      "Example: novacat photometry migrate --dry-run"
    })
public final class PhotometryMigrateCommand extends StoreCommand {
  @Mixin private final FileLimitOptions fileLimits = new FileLimitOptions();

  @Option(names = "--dry-run", description = "Only say which tables are of another version.")
  private boolean dryRun;

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    List<PhotometryTable> old =
        stores
            .catalog()
            .photometryTables()
            .list()
            .filter(table -> !table.schemaVersion().equals(PhotometryColumn.SCHEMA_VERSION))
            .toList();
    if (dryRun) {
      print(new MigrationPlan(old));
      return ExitCode.OK;
    }
    List<NovaId> again = old.stream().map(PhotometryTable::novaId).toList();
    IngestPhotometry job =
        new IngestPhotometry(
            "photometry migrate",
            List.of(),
            TablePhase.dirty(stores.catalog()).keySet(),
            again,
            fileLimits.maxFileTime(),
            clock());
    return JobRunner.run(job, stores, runId(), this::print).exitCode();
  }

  /** What {@code photometry migrate --dry-run} shows. */
  private record MigrationPlan(List<PhotometryTable> old) implements Report {
    private static final int MOST_SHOWN = 20;

    MigrationPlan {
      old = List.copyOf(old);
    }

    @Override
    public ObjectNode json() {
      ObjectNode root = Json.object();
      root.put("job", "photometry-migrate").put("dry_run", true);
      root.put("to", PhotometryColumn.SCHEMA_VERSION).put("tables", old.size());
      return root;
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      TextTable table = new TextTable("nova", "schema", "rows");
      old.stream()
          .limit(MOST_SHOWN)
          .forEach(one -> table.row(one.novaId(), one.schemaVersion(), one.rows()));
      lines.addAll(table.lines());
      lines.add(
          String.format(
              Locale.ROOT,
              "Would bring %,d tables to version %s. Nothing was written.",
              old.size(),
              PhotometryColumn.SCHEMA_VERSION));
      return lines;
    }
  }
}
