package org.novacat.persistence.state;

import java.util.ArrayList;
import java.util.List;

/**
 * Every legal step of a spectra product.
 *
 * <p>A quarantined product that a person has cleared for another try stays QUARANTINED until that
 * try has been made: the scientific state says what was found, eligibility says what to do.
 *
 * <p>Bytes that may have been read are replaced in two steps, and never those of a product that was
 * found valid, or that a person has refused for good.
 *
 * <p>A valid product that is to be read again stays VALID, so that its last good result is there
 * for all who read and its bytes are as safe as before. Another verdict than valid leaves that
 * result in its place; the refusal is on record beside it.
 */
public final class ProductTransitions {
  private static final String STUB = "UNVALIDATED/STUB/ACQUIRE";
  private static final String FAILED = "UNVALIDATED/FAILED_RETRYABLE/ACQUIRE";
  private static final String BACKOFF = "UNVALIDATED/SKIPPED_BACKOFF/ACQUIRE";
  private static final String ACQUIRING = "UNVALIDATED/ACQUIRING/NONE";
  private static final String ACQUIRED = "UNVALIDATED/ACQUIRED/ACQUIRE";
  private static final String CLEARED = "QUARANTINED/ACQUIRED/ACQUIRE";
  private static final String VALID = "VALID/ACQUIRED/NONE";
  private static final String REPROCESSING = "VALID/ACQUIRED/ACQUIRE";
  private static final String QUARANTINED = "QUARANTINED/ACQUIRED/NONE";
  private static final String DUPLICATE = "UNVALIDATED/SKIPPED_DUPLICATE/NONE";
  private static final String TERMINAL = "TERMINAL_INVALID/ACQUIRED/NONE";

  /** The table. */
  public static final Transitions<ProductState, ProductEvent> TABLE = new Transitions<>(steps());

  private ProductTransitions() {}

  private static List<Transition<ProductState, ProductEvent>> steps() {
    List<Transition<ProductState, ProductEvent>> steps = new ArrayList<>();
    steps.add(new Transition<>(null, ProductEvent.REGISTERED, ProductState.parse(STUB)));
    steps.add(
        new Transition<>(null, ProductEvent.REGISTERED_WITH_BYTES, ProductState.parse(ACQUIRED)));
    for (String waiting : List.of(STUB, FAILED, BACKOFF)) {
      add(steps, waiting, ProductEvent.ACQUIRED, ACQUIRED);
      add(steps, waiting, ProductEvent.ACQUISITION_FAILED, FAILED);
    }
    for (String unproved :
        List.of(STUB, FAILED, BACKOFF, ACQUIRING, ACQUIRED, CLEARED, QUARANTINED, DUPLICATE)) {
      add(steps, unproved, ProductEvent.BYTES_COMING, ACQUIRING);
    }
    add(steps, ACQUIRING, ProductEvent.ACQUIRED, ACQUIRED);
    for (String readable : List.of(ACQUIRED, CLEARED)) {
      add(steps, readable, ProductEvent.VALIDATED, VALID);
      add(steps, readable, ProductEvent.QUARANTINED, QUARANTINED);
      add(steps, readable, ProductEvent.FOUND_DUPLICATE, DUPLICATE);
      add(steps, readable, ProductEvent.VALIDATION_POSTPONED, readable);
    }
    add(steps, QUARANTINED, ProductEvent.RETRY_APPROVED, CLEARED);
    add(steps, QUARANTINED, ProductEvent.REJECTED, TERMINAL);
    add(steps, VALID, ProductEvent.REPROCESS, REPROCESSING);
    add(steps, REPROCESSING, ProductEvent.REPROCESS, REPROCESSING);
    add(steps, REPROCESSING, ProductEvent.VALIDATED, VALID);
    add(steps, REPROCESSING, ProductEvent.QUARANTINED, VALID);
    add(steps, REPROCESSING, ProductEvent.VALIDATION_POSTPONED, REPROCESSING);
    return steps;
  }

  private static void add(
      List<Transition<ProductState, ProductEvent>> steps,
      String from,
      ProductEvent event,
      String to) {
    steps.add(new Transition<>(ProductState.parse(from), event, ProductState.parse(to)));
  }
}
