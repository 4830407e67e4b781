package org.novacat.jobs.cli;

/**
 * The temporary folder cannot keep what a run needs, whatever its input: the run ends, and no file
 * or list is blamed for it. The message has the form of a {@link UserError}'s.
 */
public final class NoRoom extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the sentence to be shown alone. */
  public NoRoom(String message, Throwable cause) {
    super(message, cause);
  }
}
