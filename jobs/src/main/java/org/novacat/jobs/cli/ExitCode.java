package org.novacat.jobs.cli;

/** How a command ended, for scripts. */
public enum ExitCode {
  /** Done, or nothing to do. */
  OK(0),
  /** A fault of novacat itself. */
  BUG(1),
  /** Wrong arguments or configuration. */
  USAGE(2),
  /** Done, but something that {@code --fail-on} names happened. */
  FAILED_ON(3),
  /** Another run committed something else; plan again. */
  CONFLICT(4),
  /** A store could not be reached after all retries. */
  UNREACHABLE(5),
  /** Whether a commit happened is not known; the next run decides by what it finds. */
  UNKNOWN_OUTCOME(6),
  /** Done, but for files for which memory or threads of this process did not suffice. */
  EXHAUSTED(7),
  /** Done, but for what is to be made from objects that are missing or changed. */
  DAMAGED(8),
  /** Stopped by the user. */
  INTERRUPTED(130),
  /** Nobody reads standard output any more; what the command did is done. */
  READER_GONE(141);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }
}
