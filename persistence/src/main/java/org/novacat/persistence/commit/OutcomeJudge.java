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
import org.novacat.persistence.log.Session;
import org.novacat.persistence.product.ContentFingerprint;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ProductTransitions;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of outcomes, and tells it. */
final class OutcomeJudge extends Judge<ValidationOutcome, CommitResult, OutcomeUnit> {
  OutcomeJudge(Session session, Consumer<CommitResult> results) {
    super(session, results);
  }

  @Override
  Stream<OutcomeUnit> begin(Stream<? extends ValidationOutcome> given) {
    return given.flatMap(this::begin);
  }

  /** A unit; none, and told to be a conflict, when the product's state forbids the outcome. */
  private Stream<OutcomeUnit> begin(ValidationOutcome outcome) {
    ProductState from = outcome.product().state();
    Optional<ProductState> to = ProductTransitions.TABLE.next(from, event(outcome));
    Optional<OutcomeUnit> unit =
        to.isPresent()
            ? Optional.of(fitting(OutcomeUnit.of(outcome, to.get(), session.stamp())))
            : conflict(outcome, "its state %s does not allow %s".formatted(from, event(outcome)));
    return unit.stream();
  }

  private Optional<OutcomeUnit> conflict(ValidationOutcome outcome, String why) {
    return told(new CommitResult.Conflict(outcome.product(), why, null));
  }

  /** The unit, or the one that quarantines its product because its items would be too large. */
  private static OutcomeUnit fitting(OutcomeUnit unit) {
    if (unit.fits()) {
      return unit;
    }
    Quarantined instead = unit.oversize();
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
  Optional<OutcomeUnit> applied(OutcomeUnit unit) {
    return told(committed(unit, unit.to(), unit.duplicateOf()));
  }

  @Override
  Optional<OutcomeUnit> refused(OutcomeUnit unit, List<Reason> reasons) {
    Reason product = reasons.get(OutcomeUnit.PRODUCT);
    if (product.code() == Code.CONDITION_FAILED) {
      return told(found(unit, product.current()));
    }
    RawItem claim = Objects.requireNonNull(reasons.get(OutcomeUnit.CLAIM).current());
    DataProductId owner = ContentFingerprint.ITEM.read(claim).owner();
    Optional<OutcomeUnit> duplicate = asDuplicate((Valid) unit.outcome(), owner);
    return duplicate.isPresent()
        ? duplicate
        : conflict(unit.outcome(), "its bytes are claimed by product %s".formatted(owner));
  }

  /** The product tells, since all of a unit is written or nothing. */
  @Override
  Optional<CommitResult> readBack(OutcomeUnit unit) {
    ProductRef product = unit.outcome().product();
    RawItem current = session.table().get(product.key());
    boolean isAsRead = current != null && SpectraProduct.ITEM.read(current).ref().equals(product);
    return isAsRead ? Optional.empty() : Optional.of(found(unit, current));
  }

  @Override
  CommitResult unknown(OutcomeUnit unit, String why) {
    return new CommitResult.Unknown(unit.outcome().product(), why);
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
    SpectraProduct now = SpectraProduct.ITEM.read(current);
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
