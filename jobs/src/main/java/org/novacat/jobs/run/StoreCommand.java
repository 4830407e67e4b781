package org.novacat.jobs.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.report.Visible;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command that works on the stores has in common. */
@Command(mixinStandardHelpOptions = true)
public abstract class StoreCommand implements Callable<Integer> {
  @Mixin private StoreOptions storeOptions = new StoreOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  private final JobRunId runId = JobRunId.mint();

  /** Does the work of the command. */
  protected abstract ExitCode run(Stores stores);

  @Override
  public Integer call() {
    RunContext context = new RunContext(runId, runId.toString(), storeOptions.logs());
    SaidWaits waits = new SaidWaits(err());
    try (Stores stores =
        bringsIn()
            ? Stores.openOrMake(storeOptions, context, clock(), patience(), waits)
            : Stores.open(storeOptions, context, clock(), patience(), waits)) {
      return run(stores).code();
    }
  }

  /** Whether the command brings something in, and so makes a workspace where there is none. */
  protected boolean bringsIn() {
    return false;
  }

  /** How long single steps are tried; a long run is not to end by a short outage. */
  protected RetryPolicy patience() {
    return RetryPolicy.PROMPT;
  }

  /** The stores as options name them. */
  protected StoreOptions storeOptions() {
    return storeOptions;
  }

  /** The id of this invocation, should it become a run. */
  protected JobRunId runId() {
    return runId;
  }

  /** The time. */
  protected static Clock clock() {
    return Clock.systemUTC();
  }

  /** Whether results go out as JSON Lines. */
  protected boolean json() {
    return output.json();
  }

  /** Standard output, for results. */
  protected PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Standard error, for messages to people. */
  protected PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Prints a report in the format that was asked for. */
  protected void print(Report report) {
    if (json()) {
      out().println(Json.line(report.json()));
    } else {
      report.lines().stream().map(Visible::line).forEach(out()::println);
    }
    out().flush();
  }

  /** Prints one thing in the format that was asked for: an object, or a sentence for people. */
  protected void print(ObjectNode json, String sentence) {
    out().println(json() ? Json.line(json) : sentence);
  }

  /**
   * Prints things in the format that was asked for: one a line for programs, a table for people.
   *
   * @param row adds a row to the table
   * @param none what people read where there is nothing
   */
  protected <T> void print(
      Stream<T> things,
      Function<T, ObjectNode> json,
      TextTable table,
      Consumer<T> row,
      String none) {
    if (json()) {
      things.forEach(one -> out().println(Json.line(json.apply(one))));
      return;
    }
    things.forEach(row);
    if (table.size() == 0) {
      out().println(none);
    } else {
      table.lines().forEach(out()::println);
    }
  }

  /** Says on standard error what a run waits for. */
  static final class SaidWaits implements WaitListener {
    private final PrintWriter err;

    SaidWaits(PrintWriter err) {
      this.err = err;
    }

    @Override
    public void waits(Waiting waiting) {
      say(
          "Waiting for %s: %s (for %s now, at most %s longer)"
              .formatted(
                  waiting.what(), waiting.why(), words(waiting.soFar()), words(waiting.atMost())));
    }

    @Override
    public void goesOn(Duration after) {
      say("Going on after %s of waiting.".formatted(words(after)));
    }

    private void say(String sentence) {
      err.println(Progress.clearLine() + sentence);
      err.flush();
    }

    private static String words(Duration time) {
      String seconds = time.toSecondsPart() + " s";
      return time.toMinutes() == 0 ? seconds : time.toMinutes() + " min " + seconds;
    }
  }
}
