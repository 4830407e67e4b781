package org.novacat.jobs.cli;

import java.util.function.Supplier;

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

  /**
   * Makes a value of what the user wrote; that there is no such value is the user's mistake.
   *
   * @param <T> type of the value
   * @throws UserError when the value is refused with {@link IllegalArgumentException}
   */
  public static <T> T ifRefused(Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** How the process ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
