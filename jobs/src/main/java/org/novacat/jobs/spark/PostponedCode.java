package org.novacat.jobs.spark;

import org.novacat.jobs.cli.ExitCode;

/**
 * What kept a thing from being worked on without being its own fault, and how a run ends that
 * postponed something for it; the first of these decides.
 */
public enum PostponedCode {
  /** A fault of novacat itself. */
  FAULT(ExitCode.BUG),
  /** Another run replaced an object that was about to be replaced. */
  OVERWRITTEN(ExitCode.CONFLICT),
  /** The object store failed. */
  STORE_FAILED(ExitCode.UNREACHABLE),
  /** Something that it is made from was postponed too. */
  NOT_READY(ExitCode.UNREACHABLE),
  /** An object that it is made from is missing, or is not the one that the table says. */
  DAMAGED(ExitCode.DAMAGED),
  /** The memory of the process did not suffice for it, not even alone. */
  OUT_OF_MEMORY(ExitCode.EXHAUSTED),
  /** Too many threads of other files did not stop. */
  THREADS_STUCK(ExitCode.EXHAUSTED);

  private final ExitCode exitCode;

  PostponedCode(ExitCode exitCode) {
    this.exitCode = exitCode;
  }

  /** How the process ends. */
  public ExitCode exitCode() {
    return exitCode;
  }
}
