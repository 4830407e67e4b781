package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.table.Condition;

/**
 * What every item carries.
 *
 * @param version raised by one at each write; 1 when new
 * @param updatedBy the run that wrote the item last
 */
public record ItemMeta(Instant createdAt, Instant updatedAt, long version, JobRunId updatedBy) {
  public ItemMeta {
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(updatedAt, "updatedAt is null");
    requireNonNull(updatedBy, "updatedBy is null");
  }

  /** What the item carries when it is written next. */
  public ItemMeta next(Stamp stamp) {
    return new ItemMeta(createdAt, stamp.at(), version + 1, stamp.by());
  }

  /** That the item is as it was read. */
  public Condition asRead() {
    return Condition.equal(Common.VERSION.name(), version);
  }

  /** When and by which run it was written last. */
  public Stamp stamp() {
    return new Stamp(updatedAt, updatedBy);
  }
}
