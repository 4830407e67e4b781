package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.layouts.id.JobRunId;

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
}
