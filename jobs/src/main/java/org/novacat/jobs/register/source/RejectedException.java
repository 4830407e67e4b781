package org.novacat.jobs.register.source;

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
}
