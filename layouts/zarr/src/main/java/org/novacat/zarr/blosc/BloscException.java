package org.novacat.zarr.blosc;

/** Bytes that are no Blosc frame, or one that cannot be decoded; the message says which and why. */
public final class BloscException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BloscException(String message) {
    super(message);
  }

  BloscException(String message, Throwable cause) {
    super(message, cause);
  }
}
