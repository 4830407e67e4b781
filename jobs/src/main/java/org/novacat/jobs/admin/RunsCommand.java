package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Count;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LogReference;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.run.Attempt;
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

  /**
   * One job run.
   *
   * @param attempts its task invocations; empty in lists
   */
  record RunReport(JobRun run, List<Attempt> attempts) implements Report {
    /** Key of its report; null of a run that kept none, as one that was killed. */
    private @Nullable String output() {
      return run.summary().containsKey(JobRun.REPORT)
          ? NovaCatKeys.workflowOutput(run.workflow(), run.id()).toString()
          : null;
    }

    @Override
    public ObjectNode json() {
      ObjectNode root = Json.object();
      root.put("job_run_id", run.id().toString()).put("workflow", run.workflow());
      root.put("status", run.status().name()).put("started_at", run.startedAt().toString());
      Instant ended = run.endedAt();
      root.put("ended_at", ended == null ? null : ended.toString());
      ObjectNode summary = root.putObject("summary");
      new TreeMap<>(run.summary()).forEach(summary::put);
      root.put("report", output());
      LogReference.put(root, run.logs());
      root.put("attempts", attempts.size());
      return root;
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add("run       " + run.id());
      lines.add("workflow  " + run.workflow());
      lines.add("status    " + run.status());
      lines.add("started   " + seconds(run.startedAt()));
      lines.add("took      " + took(run));
      new TreeMap<>(run.summary()).forEach((name, value) -> lines.add("  " + name + " = " + value));
      String output = output();
      if (output != null) {
        lines.add("report    " + output);
      }
      LogPointers logs = run.logs();
      if (logs != null) {
        lines.add("log       %s %s %s".formatted(logs.group(), logs.stream(), logs.runId()));
      }
      if (!attempts.isEmpty()) {
        TextTable table = new TextTable("task", "attempt", "outcome", "took", "fault");
        attempts.forEach(one -> row(table, one));
        lines.addAll(table.lines());
      }
      return lines;
    }

    private static void row(TextTable table, Attempt attempt) {
      String fault = attempt.errorFingerprint();
      table.row(
          attempt.task(),
          attempt.number(),
          attempt.outcome(),
          text(attempt.took()),
          fault == null ? "" : fault);
    }

    static String seconds(Instant at) {
      return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long a run took, or that it has not ended. */
    static String took(JobRun run) {
      Instant ended = run.endedAt();
      return ended == null
          ? "not ended (running, or killed)"
          : text(Duration.between(run.startedAt(), ended));
    }

    private static String text(Duration took) {
      return took.toString().substring(2).toLowerCase(Locale.ROOT);
    }
  }
}
