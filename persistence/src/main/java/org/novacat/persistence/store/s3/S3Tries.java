package org.novacat.persistence.store.s3;

import java.util.function.Function;
import java.util.function.Supplier;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.StoreUnreachable;
import org.novacat.persistence.table.TransientStoreException.Effect;

/** Makes requests to one bucket, each until it is answered or the patience is over. */
final class S3Tries {
  private final S3Failures failures;
  private final Retrier retrier;

  S3Tries(S3Settings settings, RetryPolicy policy, Waits waits) {
    this.failures = new S3Failures(settings);
    this.retrier = new Retrier(policy, waits, () -> {}, "store '%s'".formatted(settings));
  }

  /** As {@link #ask(String, Function)}, for what does the same when it is done twice. */
  <T> T ask(String what, Supplier<T> request) {
    return told(() -> retrier.ask(what, () -> failures.translated(what, request)));
  }

  /**
   * The answer to a request.
   *
   * @param what it does, for messages
   * @param request is told what earlier tries may have done
   * @throws StoreUnreachable when there is none within the patience
   * @throws org.novacat.persistence.store.StoreDenied when the store refuses us
   * @throws software.amazon.awssdk.services.s3.model.S3Exception for the caller to read, as {@link
   *     S3Failures} says
   */
  <T> T ask(String what, Function<Effect, T> request) {
    return told(
        () -> retrier.run(what, before -> failures.translated(what, () -> request.apply(before))));
  }

  private static <T> T told(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (StoreUnreachableException | OutcomeUnknownException e) {
      throw new StoreUnreachable(String.valueOf(e.getMessage()), e);
    }
  }

  static String named(String verb, ObjectKey key) {
    return "%s object '%s'".formatted(verb, key);
  }
}
