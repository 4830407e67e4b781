package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.state.UploadEvent;
import org.novacat.persistence.state.UploadTransitions;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Reason;

/** Decides what became of the outcomes of uploads, and tells it. */
final class UploadJudge extends Judge<UploadOutcome, UploadResult, UploadUnit> {
  UploadJudge(Session session, Consumer<UploadResult> results) {
    super(session, results);
  }

  @Override
  Stream<UploadUnit> begin(Stream<? extends UploadOutcome> given) {
    return given.flatMap(this::begin);
  }

  private Stream<UploadUnit> begin(UploadOutcome given) {
    UploadOutcome outcome = given.fitting();
    boolean isAccepted = outcome.verdict().refusal() == null;
    UploadEvent event = isAccepted ? UploadEvent.ACCEPTED : UploadEvent.REFUSED;
    boolean isLegal = UploadTransitions.TABLE.next(outcome.upload().status(), event).isPresent();
    Optional<UploadUnit> unit =
        isLegal
            ? Optional.of(UploadUnit.of(outcome, session.stamp()))
            : told(new UploadResult.Changed(outcome));
    return unit.stream();
  }

  @Override
  Optional<UploadUnit> applied(UploadUnit unit) {
    Optional<UploadUnit> next = unit.next();
    return next.isPresent() ? next : told(new UploadResult.Decided(unit.outcome()));
  }

  /** Only the upload itself has a condition. */
  @Override
  Optional<UploadUnit> refused(UploadUnit unit, List<Reason> reasons) {
    return told(found(unit.outcome(), reasons.get(reasons.size() - 1).current()));
  }

  @Override
  Optional<UploadResult> readBack(UploadUnit unit) {
    PhotometryUpload read = unit.outcome().upload();
    RawItem current = session.table().get(Keys.upload(read.id()));
    boolean isAsRead =
        current != null && PhotometryUpload.ITEM.read(current).meta().equals(read.meta());
    return isAsRead ? Optional.empty() : Optional.of(found(unit.outcome(), current));
  }

  @Override
  UploadResult unknown(UploadUnit unit, String why) {
    return new UploadResult.Unknown(unit.outcome(), why);
  }

  /** A refused condition may be our own first try whose reply was lost. */
  private UploadResult found(UploadOutcome outcome, @Nullable RawItem current) {
    if (current == null) {
      return new UploadResult.Changed(outcome);
    }
    PhotometryUpload now = PhotometryUpload.ITEM.read(current);
    boolean isOurs =
        now.meta().updatedBy().equals(session.run().jobRunId())
            && now.meta().version() == outcome.upload().meta().version() + 1;
    return isOurs ? new UploadResult.Decided(outcome) : new UploadResult.Changed(outcome);
  }
}
