package org.novacat.persistence.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;

/**
 * Tries one request until it is answered or the budget of a policy is spent.
 *
 * @param onRetry told before each further try
 * @param store what is asked, in messages
 */
public record Retrier(RetryPolicy policy, Waits waits, Runnable onRetry, String store) {
  /** Asks the table. */
  public Retrier(RetryPolicy policy, Waits waits, Runnable onRetry) {
    this(policy, waits, onRetry, "the table");
  }

  public Retrier {
    requireNonNull(store, "store is null");
    requireNonNull(policy, "policy is null");
    requireNonNull(waits, "waits is null");
    requireNonNull(onRetry, "onRetry is null");
  }

  /**
   * The answer of the first try of a read that gets one.
   *
   * @throws StoreUnreachableException when none did
   */
  public <T> T ask(String what, Supplier<T> request) {
    return run(
        what,
        before -> {
          try {
            return request.get();
          } catch (TransientStoreException e) {
            throw e.without();
          }
        });
  }

  /**
   * The answer of the first try of a write that gets one.
   *
   * @param request is told what earlier tries may have done
   * @throws StoreUnreachableException when none did and none can have been carried out
   * @throws OutcomeUnknownException when none did and one may have been carried out
   */
  public <T> T run(String what, Function<Effect, T> request) {
    try (Waits.Wait wait = waits.begin()) {
      T answer = answer(what, request, wait);
      wait.over();
      return answer;
    }
  }

  private <T> T answer(String what, Function<Effect, T> request, Waits.Wait wait) {
    Effect before = Effect.NONE;
    Duration waited = Duration.ZERO;
    for (int retry = 1; ; retry++) {
      try {
        return request.apply(before);
      } catch (TransientStoreException failure) {
        before = failure.effect() == Effect.POSSIBLE ? Effect.POSSIBLE : before;
        Duration length = policy.waitBefore(retry, ThreadLocalRandom.current());
        waited = waited.plus(length);
        boolean isSpent =
            retry > policy.retries()
                || waited.compareTo(policy.budget()) > 0
                || wait.soFar().plus(length).compareTo(policy.budget()) > 0;
        if (isSpent || !slept(wait, length, what, failure)) {
          throw givenUp(what, retry, before, failure);
        }
        onRetry.run();
      }
    }
  }

  private boolean slept(
      Waits.Wait wait, Duration length, String what, TransientStoreException failure) {
    try {
      String why = String.valueOf(failure.getMessage());
      wait.sleep(length, store + " to " + what, why, policy.budget());
      return true;
    } catch (ProcessEnds e) {
      return false; // others are still to be asked
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private RuntimeException givenUp(
      String what, int tries, Effect effect, TransientStoreException last) {
    return effect == Effect.POSSIBLE
        ? new OutcomeUnknownException(
            "Cannot tell whether %s did '%s': %s tries, the last one: %s (run the command again; what was written is found and kept)"
                .formatted(store, what, tries, last.getMessage()),
            last)
        : new StoreUnreachableException(
            "Cannot reach %s to %s: %s tries, the last one: %s (%s)"
                .formatted(store, what, tries, last.getMessage(), last.remedy()),
            last);
  }
}
