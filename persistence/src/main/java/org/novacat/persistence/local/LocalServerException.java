package org.novacat.persistence.local;

import org.jspecify.annotations.Nullable;

/**
 * The workspace's DynamoDB Local could not be started, reached or stopped; the message says why.
 */
public final class LocalServerException extends RuntimeException {
  LocalServerException(String message) {
    this(message, null);
  }

  LocalServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
