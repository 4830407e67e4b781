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
  PersistenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
