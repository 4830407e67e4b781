package org.novacat.persistence.state;

import static org.novacat.persistence.state.UploadStatus.ACCEPTED;
import static org.novacat.persistence.state.UploadStatus.REFUSED;
import static org.novacat.persistence.state.UploadStatus.REJECTED;
import static org.novacat.persistence.state.UploadStatus.WAITING;

import java.util.List;

/**
 * Every legal step of a photometry upload.
 *
 * <p>A refused upload may be decided again without a person's word, because what was missing may
 * have come, such as a nova of its name; a rejected one may not, unless somebody says something new
 * of it.
 */
public final class UploadTransitions {
  /** The table. */
  public static final Transitions<UploadStatus, UploadEvent> TABLE =
      new Transitions<>(
          List.of(
              new Transition<>(null, UploadEvent.REGISTERED, WAITING),
              new Transition<>(WAITING, UploadEvent.SAID_ANEW, WAITING),
              new Transition<>(ACCEPTED, UploadEvent.SAID_ANEW, WAITING),
              new Transition<>(REFUSED, UploadEvent.SAID_ANEW, WAITING),
              new Transition<>(REJECTED, UploadEvent.SAID_ANEW, WAITING),
              new Transition<>(WAITING, UploadEvent.ACCEPTED, ACCEPTED),
              new Transition<>(REFUSED, UploadEvent.ACCEPTED, ACCEPTED),
              new Transition<>(WAITING, UploadEvent.REFUSED, REFUSED),
              new Transition<>(REFUSED, UploadEvent.REFUSED, REFUSED),
              new Transition<>(ACCEPTED, UploadEvent.RETRY_APPROVED, WAITING),
              new Transition<>(REFUSED, UploadEvent.RETRY_APPROVED, WAITING),
              new Transition<>(REFUSED, UploadEvent.REJECTED, REJECTED)));

  private UploadTransitions() {}
}
