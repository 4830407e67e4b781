package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.store.StoreException;

/** What a task found of one product; what becomes true of it the driver decides by its commit. */
sealed interface TaskOutcome extends Serializable {
  DataProductId product();

  /**
   * The outcome to record.
   *
   * @param now when a postponed product's wait begins
   */
  ValidationOutcome recorded(Instant now);

  /** A verdict, and the objects that it speaks of are written. */
  record Judged(ValidationOutcome verdict) implements TaskOutcome {
    @Override
    public DataProductId product() {
      return verdict.product().id();
    }

    @Override
    public ValidationOutcome recorded(Instant now) {
      return verdict;
    }
  }

  /**
   * No verdict, as it was not the file that failed.
   *
   * @param fault what kind of fault it was, in a word
   */
  record Postponed(ProductRef of, String fault, Postponement postponement) implements TaskOutcome {
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /** For want of something that this process lacks. */
    static Postponed of(ProductRef product, Postponement postponement) {
      return new Postponed(product, postponement.code().name(), postponement);
    }

    /** Because the store failed. */
    static Postponed of(ProductRef product, StoreException failure) {
      return new Postponed(
          product,
          failure.getClass().getSimpleName(),
          new Postponement(PostponedCode.STORE_FAILED, String.valueOf(failure.getMessage())));
    }

    @Override
    public DataProductId product() {
      return of.id();
    }

    @Override
    public ValidationOutcome recorded(Instant now) {
      return new ValidationOutcome.RetryLater(of, fault, now.plus(pause()));
    }

    /** A larger heap is there with the next run, a store may need its time. */
    private Duration pause() {
      return postponement.code() == PostponedCode.STORE_FAILED
          ? backoff(of.attemptsBefore())
          : Duration.ZERO;
    }

    /** A wait that doubles with each try before, up to a day. */
    private static Duration backoff(long attemptsBefore) {
      int doublings = (int) Math.min(attemptsBefore, 20);
      Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
      return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
  }
}
