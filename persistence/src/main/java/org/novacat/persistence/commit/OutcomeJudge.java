package org.novacat.persistence.commit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.commit.ValidationOutcome.Quarantined;
import org.novacat.persistence.commit.ValidationOutcome.RetryLater;
import org.novacat.persistence.commit.ValidationOutcome.SameBytes;
import org.novacat.persistence.commit.ValidationOutcome.Valid;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.product.ContentFingerprint;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.product.SpectraProductItem;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of outcomes, and tells it. */
final class OutcomeJudge implements Judge<ValidationOutcome, OutcomeUnit> {
  private final Session session;
  private final Consumer<CommitResult> results;

  OutcomeJudge(Session session, Consumer<CommitResult> results) {
    this.session = session;
    this.results = results;
  }

  @Override
  public Stream<OutcomeUnit> begin(Stream<? extends ValidationOutcome> given) {
    return given.flatMap(this::begin);
  }

  /** A unit; none, and told to be a conflict, when the product's state forbids the outcome. */
  private Stream<OutcomeUnit> begin(ValidationOutcome outcome) {
    ProductState from = outcome.product().state();
    Optional<ProductState> to = ProductTransitions.TABLE.next(from, event(outcome));
    if (to.isEmpty()) {
      String why = "its state %s does not allow %s".formatted(from, event(outcome));
      results.accept(new CommitResult.Conflict(outcome.product(), why, null));
    }
    return to
        .map(state -> OutcomeUnit.of(outcome, state, session.stamp()))
        .map(OutcomeJudge::fitting)
        .stream();
  }

  /** The unit, or the one that quarantines its product because its items would be too large. */
  private static OutcomeUnit fitting(OutcomeUnit unit) {
    if (unit.fits()) {
      return unit;
    }
    Quarantined instead = Oversize.quarantined(unit);
    ProductState to =
        ProductTransitions.TABLE
            .next(instead.product().state(), ProductEvent.QUARANTINED)
            .orElseThrow();
    return OutcomeUnit.of(instead, to, unit.stamp());
  }

  private static ProductEvent event(ValidationOutcome outcome) {
    if (outcome instanceof Valid) {
      return ProductEvent.VALIDATED;
    }
    if (outcome instanceof SameBytes) {
      return ProductEvent.FOUND_DUPLICATE;
    }
    return outcome instanceof Quarantined
        ? ProductEvent.QUARANTINED
        : ProductEvent.VALIDATION_POSTPONED;
  }

  @Override
  public Optional<OutcomeUnit> applied(OutcomeUnit unit) {
    results.accept(committed(unit, unit.to(), unit.duplicateOf()));
    return Optional.empty();
  }

  @Override
  public Optional<OutcomeUnit> refused(OutcomeUnit unit, List<Reason> reasons) {
    if (reasons.get(OutcomeUnit.PRODUCT).code() == Code.CONDITION_FAILED) {
      results.accept(found(unit, reasons.get(OutcomeUnit.PRODUCT).current()));
      return Optional.empty();
    }
    RawItem claim = Objects.requireNonNull(reasons.get(OutcomeUnit.CLAIM).current());
    DataProductId owner = ContentFingerprint.ITEM.read(claim).owner();
    Optional<OutcomeUnit> duplicate = asDuplicate((Valid) unit.outcome(), owner);
    if (duplicate.isEmpty()) {
      String why = "its bytes are claimed by product %s".formatted(owner);
      results.accept(new CommitResult.Conflict(unit.outcome().product(), why, null));
    }
    return duplicate;
  }

  /** Reads the product back: it tells, since all of a unit is written or nothing. */
  @Override
  public void unknown(OutcomeUnit unit, OutcomeUnknownException why) {
    ProductRef product = unit.outcome().product();
    try {
      RawItem current = session.table().get(SpectraProductItem.key(product));
      results.accept(
          current != null && SpectraProductItem.ITEM.read(current).ref().equals(product)
              ? new CommitResult.Unknown(product, String.valueOf(why.getMessage()))
              : found(unit, current));
    } catch (PersistenceException e) {
      results.accept(new CommitResult.Unknown(product, String.valueOf(e.getMessage())));
    }
  }

  /** None of a product that was valid before: it has the claim, or the table is damaged. */
  private Optional<OutcomeUnit> asDuplicate(Valid valid, DataProductId owner) {
    return ProductTransitions.TABLE
        .next(valid.product().state(), ProductEvent.FOUND_DUPLICATE)
        .map(to -> OutcomeUnit.duplicate(valid, valid.sha256(), owner, to, session.stamp()));
  }

  /** What it means that the product is not as it was read. */
  private CommitResult found(OutcomeUnit unit, @Nullable RawItem current) {
    ProductRef product = unit.outcome().product();
    if (current == null) {
      return new CommitResult.Conflict(product, "the product is gone", null);
    }
    SpectraProduct now = SpectraProductItem.ITEM.read(current);
    JobRunId by = now.meta().updatedBy();
    boolean ours = by.equals(session.run().jobRunId());
    if (says(now, unit) && now.meta().version() == product.version() + 1) {
      return ours
          ? committed(unit, now.state(), now.duplicateOf())
          : new CommitResult.AlreadyRecorded(product, by);
    }
    String why =
        "its version is %s and its state %s, expected %s and %s"
            .formatted(now.meta().version(), now.state(), product.version(), product.state());
    return new CommitResult.Conflict(product, why, ours ? null : by);
  }

  private static CommitResult committed(
      OutcomeUnit unit, ProductState state, @Nullable DataProductId duplicateOf) {
    ProductRef product = unit.outcome().product();
    QuarantineReason reason =
        unit.outcome() instanceof Quarantined quarantined ? quarantined.facts().reason() : null;
    return duplicateOf == null
        ? new CommitResult.Committed(product, state, reason)
        : new CommitResult.Duplicate(product, duplicateOf);
  }

  /**
   * Whether a product is in the state that an outcome would have brought it into, for its reason.
   * The last attempt tells verdicts apart that leave a product valid.
   */
  private static boolean says(SpectraProduct now, OutcomeUnit unit) {
    ValidationOutcome outcome = unit.outcome();
    AttemptOutcome last = now.attempts().lastOutcome();
    if (outcome instanceof Valid valid) {
      return valid.sha256().equals(now.contentFingerprint())
          && ((now.state().equals(unit.to()) && last == AttemptOutcome.SUCCEEDED)
              || now.duplicateOf() != null);
    }
    if (outcome instanceof SameBytes same) {
      return same.sha256().equals(now.contentFingerprint()) && now.duplicateOf() != null;
    }
    if (outcome instanceof Quarantined quarantined) {
      return now.state().equals(unit.to())
          && last == AttemptOutcome.QUARANTINED
          && now.quarantine() != null
          && now.quarantine().facts().reason() == quarantined.facts().reason();
    }
    return ((RetryLater) outcome).errorFingerprint().equals(now.attempts().lastErrorFingerprint());
  }
}
