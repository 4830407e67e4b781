package org.novacat.persistence.log;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;

/**
 * On whose behalf the table is used. Every item says which run wrote it last, every log line which
 * run made the call.
 *
 * @param correlationId ties together the runs that one trigger caused; part of sort and partition
 *     keys, so without {@code #}
 * @param logs where the log of the run lies; null where nobody keeps it
 */
public record RunContext(JobRunId jobRunId, String correlationId, @Nullable LogPointers logs) {
  public RunContext {
    requireNonNull(jobRunId, "jobRunId is null");
    requireNonNull(correlationId, "correlationId is null");
    if (correlationId.isBlank() || correlationId.contains("#") || correlationId.equals("*")) {
      throw new IllegalArgumentException(
          "Cannot use correlation id '%s': it is blank, '*' or holds '#'".formatted(correlationId));
    }
  }

  /** A run of its own, correlated with nothing else. */
  public static RunContext single(JobRunId jobRunId) {
    return new RunContext(jobRunId, jobRunId.toString(), null);
  }

  /** A run within this one, with an id of its own. */
  public RunContext another() {
    return new RunContext(JobRunId.mint(), correlationId, logs);
  }
}
