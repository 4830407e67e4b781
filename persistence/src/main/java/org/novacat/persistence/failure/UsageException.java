package org.novacat.persistence.failure;

/** What was asked contradicts what the table holds; the message says what to do (exit code 2). */
public final class UsageException extends PersistenceException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message, null);
  }
}
