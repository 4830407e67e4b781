package org.novacat.jobs.job;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.DataProductId;

/**
 * What kept a task from one of its things.
 *
 * @param product the thing; null when it is no product
 * @param fault what kind of fault it was, in a word
 */
public record TaskFault(@Nullable DataProductId product, String fault) {
  /** The first reason why things were postponed; null when none was, each being null. */
  public static @Nullable TaskFault first(Stream<@Nullable Postponement> postponed) {
    return postponed
        .filter(Objects::nonNull)
        .findFirst()
        .map(why -> new TaskFault(null, why.code().name()))
        .orElse(null);
  }
}
