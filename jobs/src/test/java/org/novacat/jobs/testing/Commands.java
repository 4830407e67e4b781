package org.novacat.jobs.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.novacat.jobs.main.Novacat;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;

/** Runs commands in this JVM on one workspace. */
public final class Commands {
  private final Path workspace;

  /** A workspace that is made by its first command. */
  public Commands(Path workspace) {
    this.workspace = workspace;
  }

  /** Runs a command that knows no workspace. */
  public static Ran run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Novacat.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Ran(code, out.toString(), err.toString());
  }

  /** Runs a command on the workspace. */
  public Ran novacat(String... words) {
    return run(
        Stream.concat(Stream.of(words), Stream.of("--workspace", workspace.toString()))
            .toArray(String[]::new));
  }

  /** Runs a command on the workspace and has its results as JSON Lines. */
  public Ran json(String... words) {
    return novacat(
        Stream.concat(Stream.of(words), Stream.of("--output", "json")).toArray(String[]::new));
  }

  /** The folder. */
  public Path workspace() {
    return workspace;
  }

  /** The table of the workspace, for what no command does. */
  public Catalog catalog(Clock clock) {
    return catalog(workspace, clock);
  }

  /** The table of a workspace. */
  public static Catalog catalog(Path workspace, Clock clock) {
    return Catalog.open(
        new EmbeddedTables(workspace.resolve("table"), "NovaCat"),
        RunContext.single(JobRunId.mint()),
        clock,
        RetryPolicy.PROMPT,
        WaitListener.NONE);
  }
}
