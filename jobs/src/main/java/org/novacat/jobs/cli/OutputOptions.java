package org.novacat.jobs.cli;

import picocli.CommandLine.Option;

/** Options of every command that prints. */
public final class OutputOptions {
  /** What standard output is for. */
  public enum Format {
    /** Tables and sentences for people. */
    TEXT,
    /** JSON Lines for programs. */
    JSON
  }

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text for people, json for programs (JSON Lines). Default: text")
  private Format format = Format.TEXT;

  @Option(names = "--debug", description = "Show stack traces and the log of every step.")
  private boolean debug;

  /** Whether results go out as JSON Lines. */
  public boolean json() {
    return format == Format.JSON;
  }

  /** Whether stack traces are wanted. */
  boolean debug() {
    return debug;
  }
}
