package org.novacat.persistence.state;

/** How far an object of a migration has come. */
public enum MigrationStatus {
  /** It lies at its old place, to which all items point. */
  PENDING,
  /** It lies at its new place, to which all items point. */
  COMPLETED,
  /** It lies at its old place, and could not be moved. */
  FAILED
}
