package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.layouts.id.NovaId;

/** That something made from a nova must be made again. */
public record WorkItem(NovaId novaId, DirtyType type, Instant createdAt) {
  public WorkItem {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(type, "type is null");
    createdAt = Times.cut(createdAt);
  }
}
