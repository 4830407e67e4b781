package org.novacat.jobs.register.source;

import org.novacat.layouts.text.Excerpt;

/** One candidate cannot be registered. Caught where candidates are handled, never further up. */
public class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectCode code;

  public RejectedException(RejectCode code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * This as a value.
   *
   * @param where the file, or the manifest and its line
   */
  public Rejection rejection(String where) {
    return new Rejection(where, code, String.valueOf(getMessage()));
  }

  /**
   * One thing that was not registered, and why.
   *
   * @param where the file, or the manifest and its line
   * @param code the reason
   * @param message one sentence with the values at fault and what to do
   */
  public record Rejection(String where, RejectCode code, String message) {
    /** Libraries quote what a file says, and a file may say a book. */
    private static final int MOST_CHARACTERS = 2_000;

    public Rejection {
      where = Excerpt.of(where, MOST_CHARACTERS);
      message = Excerpt.of(message, MOST_CHARACTERS);
    }
  }
}
