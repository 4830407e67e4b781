package org.novacat.persistence.failure;

/** What was asked contradicts what the table holds; the message says what to do (exit code 2). */
public final class UsageException extends PersistenceException {
  public UsageException(String message) {
    super(message, null);
  }
}
