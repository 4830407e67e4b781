package org.novacat.jobs.register;

/** One candidate cannot be registered. Caught where candidates are handled, never further up. */
class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RejectCode code;

  RejectedException(RejectCode code, String message) {
    super(message);
    this.code = code;
  }

  /**
   * This as a value.
   *
   * @param where the file, or the manifest and its line
   */
  Rejection rejection(String where) {
    return new Rejection(where, code, String.valueOf(getMessage()));
  }
}
