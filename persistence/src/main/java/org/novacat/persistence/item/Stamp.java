package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.layouts.id.JobRunId;

/** When and by which run something is written. */
public record Stamp(Instant at, JobRunId by) {
  public Stamp {
    requireNonNull(by, "by is null");
    at = Times.cut(at);
  }

  /** What a new item carries. */
  public ItemMeta fresh() {
    return new ItemMeta(at, at, 1, by);
  }
}
