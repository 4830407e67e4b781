package org.novacat.jobs.job;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;

/**
 * What kept a task from one of its things.
 *
 * @param product the thing; null when it is no product
 * @param fault what kind of fault it was, in a word
 */
public record TaskFault(@Nullable DataProductId product, String fault) {
  public TaskFault {
    requireNonNull(fault, "fault is null");
  }
}
