package org.novacat.jobs.run;

import java.time.Duration;
import org.novacat.jobs.cli.Count;
import picocli.CommandLine.Option;

/** How much one file may cost a run. */
public final class FileLimitOptions {
  @Option(
      names = "--max-file-seconds",
      paramLabel = "N",
      defaultValue = "60",
      converter = Count.class,
      description = "Longest time for the work on one file. Default: 60")
  private long maxFileSeconds = 60;

  /** Longest time for the work on one file, by the clock on the wall. */
  public Duration maxFileTime() {
    return Duration.ofSeconds(maxFileSeconds);
  }
}
