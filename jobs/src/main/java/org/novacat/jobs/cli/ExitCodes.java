package org.novacat.jobs.cli;

/** Which exit code a failure deserves. */
final class ExitCodes {
  private ExitCodes() {}

  static ExitCode of(Throwable failure) {
    if (failure instanceof UserError mistake) {
      return mistake.exitCode();
    }
    if (failure instanceof InterruptedException) {
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.BUG;
  }
}
