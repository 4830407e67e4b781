package org.novacat.jobs.job;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes wrong while a run ends: every step is made, and the first trouble is thrown. */
final class Troubles {
  private @Nullable Throwable first;

  void add(Throwable trouble) {
    if (first == null) {
      first = trouble;
    } else if (first != trouble) {
      first.addSuppressed(trouble);
    }
  }

  /** Makes a step, whatever went wrong before. */
  @SuppressWarnings("CatchingUnchecked") // memory may run out in any step
  void during(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error e) {
      add(e);
    }
  }

  boolean any() {
    return first != null;
  }

  Optional<Throwable> first() {
    return Optional.ofNullable(first);
  }

  void throwFirst() {
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
