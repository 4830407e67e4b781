package org.novacat.jobs.admin;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.jobs.cli.Count;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.run.JobRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat runs}: the last runs, or one of them. */
@Command(
    name = "runs",
    description = "Job runs, the last first; show one with its report.",
    subcommands = RunsCommand.Show.class,
    footer = {
      "",
      "Examples:",
      "  novacat runs --limit 5",
      "  novacat runs show 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"
    })
public final class RunsCommand extends StoreCommand {
  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      converter = Count.class,
      description = "At most so many. Default: 20")
  private long limit = 20;

  @Override
  protected ExitCode run(Stores stores) {
    TextTable table = new TextTable("started", "workflow", "status", "took", "run");
    try (Stream<JobRun> runs = stores.catalog().runs().list().limit(limit)) {
      print(
          runs,
          run -> new RunReport(run, List.of()).json(),
          table,
          run -> row(table, run),
          "No run yet.");
    }
    return ExitCode.OK;
  }

  private static void row(TextTable table, JobRun run) {
    table.row(
        RunReport.seconds(run.startedAt()),
        run.workflow(),
        run.status(),
        RunReport.took(run),
        run.id());
  }

  /** {@code novacat runs show}. */
  @Command(
      name = "show",
      description = "Show one run.",
      footer = {"", "Example: novacat runs show 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"})
  static final class Show extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The run.")
    private String id = "";

    @Override
    protected ExitCode run(Stores stores) {
      JobRun run =
          stores
              .catalog()
              .runs()
              .find(UserError.ifRefused(() -> JobRunId.parse(id)))
              .orElseThrow(
                  () ->
                      new UserError(
                          "Cannot show run '%s': there is none with this id (see 'novacat runs')"
                              .formatted(id)));
      print(new RunReport(run, stores.catalog().runs().attempts(run).toList()));
      return ExitCode.OK;
    }
  }
}
