package org.novacat.persistence.failure;

/** Another run changed what this one had read. Nothing was written; plan again (exit code 4). */
public final class ConflictException extends PersistenceException {
  public ConflictException(String message) {
    super(message, null);
  }
}
