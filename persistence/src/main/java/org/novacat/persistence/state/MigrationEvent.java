package org.novacat.persistence.state;

/** What can happen to an object of a migration. */
public enum MigrationEvent {
  /** It was copied, and the items that pointed at it moved with it. */
  MOVED,
  /** It could not be copied. */
  FAILED,
  /** The migration was taken back. */
  TAKEN_BACK
}
