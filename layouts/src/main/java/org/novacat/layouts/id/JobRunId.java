package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;

/** One run of one job by one driver. */
public record JobRunId(UUID value) implements Comparable<JobRunId>, Serializable {
  public JobRunId {
    requireNonNull(value, "value is null");
  }

  /** A new identifier that nothing has yet. */
  public static JobRunId mint() {
    return new JobRunId(UUID.randomUUID());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when {@code text} is not a lower-case UUID
   */
  public static JobRunId parse(String text) {
    return new JobRunId(Uuids.parse("job run id", text));
  }

  @Override
  public int compareTo(JobRunId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
