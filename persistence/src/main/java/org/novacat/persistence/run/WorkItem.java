package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Times;

/**
 * That something made from a nova must be made again, because its maker has not seen a change yet.
 *
 * @param change what of the nova it was, e.g. a product's id, so that no two changes meet one item;
 *     "" for the nova as a whole
 * @param version as it was read, which a later change of the same raises
 * @param createdAt when the first change was that is not seen yet
 */
public record WorkItem(
    NovaId novaId,
    DirtyType type,
    WorkConsumer consumer,
    String change,
    long version,
    Instant createdAt) {
  public WorkItem {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(type, "type is null");
    requireNonNull(consumer, "consumer is null");
    requireNonNull(change, "change is null");
    createdAt = Times.cut(createdAt);
  }
}
