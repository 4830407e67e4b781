package org.novacat.persistence.failure;

import org.jspecify.annotations.Nullable;

/** The table could not do what was asked; the subtype says what that means for the job. */
public abstract sealed class PersistenceException extends RuntimeException
    permits ConflictException,
        OutcomeUnknownException,
        SchemaException,
        StoreRefusedException,
        StoreUnreachableException,
        TableMissingException,
        UsageException {
  private static final long serialVersionUID = 1L;

  PersistenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
