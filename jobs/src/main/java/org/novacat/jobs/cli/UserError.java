package org.novacat.jobs.cli;

/**
 * A mistake that the user can mend: wrong argument, missing file, name that is not known. The
 * message is shown alone, without a stack trace, in the form {@code Cannot <verb> <thing>: <what>
 * (<what to do>)}.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  /** A mistake in arguments or configuration. */
  public UserError(String message) {
    this(message, ExitCode.USAGE);
  }

  /** A mistake that ends the process with a code of its own. */
  public UserError(String message, ExitCode exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** How the process ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
