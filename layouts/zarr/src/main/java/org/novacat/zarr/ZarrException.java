package org.novacat.zarr;

/** What cannot be written or read; the message says which object and why. */
public class ZarrException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ZarrException(String message) {
    super(message);
  }

  public ZarrException(String message, Throwable cause) {
    super(message, cause);
  }
}
