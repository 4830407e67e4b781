package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.PhotometryUploadItem;
import org.novacat.persistence.state.UploadEvent;
import org.novacat.persistence.state.UploadTransitions;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of the outcomes of uploads, and tells it. */
final class UploadJudge implements Judge<UploadOutcome, UploadUnit> {
  private final Session session;
  private final Consumer<UploadResult> results;

  UploadJudge(Session session, Consumer<UploadResult> results) {
    this.session = session;
    this.results = results;
  }

  @Override
  public Stream<UploadUnit> begin(Stream<? extends UploadOutcome> given) {
    return given.flatMap(this::begin);
  }

  private Stream<UploadUnit> begin(UploadOutcome given) {
    UploadOutcome outcome = given.fitting();
    boolean isAccepted = outcome.verdict().refusal() == null;
    UploadEvent event = isAccepted ? UploadEvent.ACCEPTED : UploadEvent.REFUSED;
    if (UploadTransitions.TABLE.next(outcome.upload().status(), event).isPresent()) {
      return Stream.of(UploadUnit.of(outcome, session.stamp()));
    }
    results.accept(new UploadResult.Changed(outcome));
    return Stream.empty();
  }

  @Override
  public Optional<UploadUnit> applied(UploadUnit unit) {
    Optional<UploadUnit> next = unit.next();
    if (next.isEmpty()) {
      results.accept(new UploadResult.Decided(unit.outcome()));
    }
    return next;
  }

  /** Only the upload itself has a condition. */
  @Override
  public Optional<UploadUnit> refused(UploadUnit unit, List<Reason> reasons) {
    results.accept(found(unit.outcome(), reasons.get(reasons.size() - 1).current()));
    return Optional.empty();
  }

  @Override
  public void unknown(UploadUnit unit, OutcomeUnknownException why) {
    UploadOutcome outcome = unit.outcome();
    try {
      RawItem current = session.table().get(Keys.upload(outcome.upload().id()));
      boolean isAsRead =
          current != null
              && PhotometryUploadItem.ITEM.read(current).meta().equals(outcome.upload().meta());
      results.accept(
          isAsRead
              ? new UploadResult.Unknown(outcome, String.valueOf(why.getMessage()))
              : found(outcome, current));
    } catch (PersistenceException e) {
      results.accept(new UploadResult.Unknown(outcome, String.valueOf(e.getMessage())));
    }
  }

  /** A refused condition may be our own first try whose reply was lost. */
  private UploadResult found(UploadOutcome outcome, @Nullable RawItem current) {
    if (current == null) {
      return new UploadResult.Changed(outcome);
    }
    PhotometryUpload now = PhotometryUploadItem.ITEM.read(current);
    boolean isOurs =
        now.meta().updatedBy().equals(session.run().jobRunId())
            && now.meta().version() == outcome.upload().meta().version() + 1;
    return isOurs ? new UploadResult.Decided(outcome) : new UploadResult.Changed(outcome);
  }
}
