package org.novacat.persistence.retry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;

/**
 * Tries one request until it is answered or the budget of a policy is spent.
 *
 * @param onRetry told before each further try
 */
public record Retrier(RetryPolicy policy, Pause pause, Runnable onRetry) {
  public Retrier {
    requireNonNull(policy, "policy is null");
    requireNonNull(pause, "pause is null");
    requireNonNull(onRetry, "onRetry is null");
  }

  /** One try. */
  @FunctionalInterface
  interface Try<T> {
    /**
     * Sends the request.
     *
     * @param before what earlier tries may have done
     */
    T send(Effect before);
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
            throw new TransientStoreException(Effect.NONE, String.valueOf(e.getMessage()), e);
          }
        });
  }

  /**
   * The answer of the first try of a write that gets one.
   *
   * @throws StoreUnreachableException when none did and none can have been carried out
   * @throws OutcomeUnknownException when none did and one may have been carried out
   */
  <T> T run(String what, Try<T> request) {
    Effect before = Effect.NONE;
    Duration waited = Duration.ZERO;
    for (int retry = 1; ; retry++) {
      try {
        return request.send(before);
      } catch (TransientStoreException failure) {
        before = failure.effect() == Effect.POSSIBLE ? Effect.POSSIBLE : before;
        Duration wait = policy.waitBefore(retry, ThreadLocalRandom.current());
        waited = waited.plus(wait);
        if (retry > policy.retries() || waited.compareTo(policy.budget()) > 0 || !slept(wait)) {
          throw givenUp(what, retry, before, failure);
        }
        onRetry.run();
      }
    }
  }

  private boolean slept(Duration wait) {
    try {
      pause.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RuntimeException givenUp(
      String what, int tries, Effect effect, TransientStoreException last) {
    return effect == Effect.POSSIBLE
        ? new OutcomeUnknownException(
            "Cannot tell whether the table did '%s': %s tries, the last one: %s (run the command again; what was written is found and kept)"
                .formatted(what, tries, last.getMessage()),
            last)
        : new StoreUnreachableException(
            "Cannot reach the table to %s: %s tries, the last one: %s (check the endpoint and the network)"
                .formatted(what, tries, last.getMessage()),
            last);
  }
}
