package org.novacat.persistence.state;

import static org.novacat.persistence.state.MigrationStatus.COMPLETED;
import static org.novacat.persistence.state.MigrationStatus.FAILED;
import static org.novacat.persistence.state.MigrationStatus.PENDING;

import java.util.List;

/** Every legal step of an object of a migration. */
public final class MigrationTransitions {
  /** The table. */
  public static final Transitions<MigrationStatus, MigrationEvent> TABLE =
      new Transitions<>(
          List.of(
              new Transition<>(PENDING, MigrationEvent.MOVED, COMPLETED),
              new Transition<>(FAILED, MigrationEvent.MOVED, COMPLETED),
              new Transition<>(PENDING, MigrationEvent.FAILED, FAILED),
              new Transition<>(FAILED, MigrationEvent.FAILED, FAILED),
              new Transition<>(COMPLETED, MigrationEvent.TAKEN_BACK, PENDING),
              new Transition<>(FAILED, MigrationEvent.TAKEN_BACK, PENDING)));

  private MigrationTransitions() {}
}
