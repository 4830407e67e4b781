package org.novacat.transforms.spectrum;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novacat.layouts.spectrum.Refusal;

/** A value that passed its checks, with notes on what was done to it; or why it did not pass. */
sealed interface Checked<T> {
  /** Passed. */
  record Passed<T>(T value, List<String> notes) implements Checked<T> {
    public Passed {
      notes = List.copyOf(notes);
    }
  }

  /** Not passed. */
  record Failed<T>(Refusal refusal) implements Checked<T> {}

  static <T> Checked<T> passed(T value, String... notes) {
    return new Passed<>(value, List.of(notes));
  }

  static <T> Checked<T> failed(Refusal refusal) {
    return new Failed<>(refusal);
  }

  /** Goes on with the value when it passed, notes joined; stays failed otherwise. */
  default <U> Checked<U> then(Function<? super T, Checked<U>> next) {
    if (this instanceof Passed<T> passed) {
      Checked<U> result = next.apply(passed.value());
      return result instanceof Passed<U> more
          ? new Passed<>(
              more.value(), Stream.concat(passed.notes().stream(), more.notes().stream()).toList())
          : result;
    }
    return new Failed<>(((Failed<T>) this).refusal());
  }
}
