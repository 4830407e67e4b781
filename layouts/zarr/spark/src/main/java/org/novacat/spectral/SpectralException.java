package org.novacat.spectral;

/**
 * A store, or a file beside it, cannot be used as it is. The message names what and which value,
 * and what to do.
 */
public final class SpectralException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SpectralException(String message) {
    super(message);
  }

  public SpectralException(String message, Throwable cause) {
    super(message, cause);
  }
}
