package org.novacat.jobs.cli;

import java.util.concurrent.CancellationException;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;

/** Which exit code a failure deserves. */
final class ExitCodes {
  private ExitCodes() {}

  static ExitCode of(Throwable failure) {
    if (failure instanceof UserError mistake) {
      return mistake.exitCode();
    }
    if (failure instanceof InterruptedException || failure instanceof CancellationException) {
      return ExitCode.INTERRUPTED;
    }
    if (failure instanceof PersistenceException persistence) {
      return ofTable(persistence);
    }
    if (failure instanceof UnusableObject) {
      return ExitCode.DAMAGED;
    }
    if (failure instanceof StoreDenied) {
      return ExitCode.USAGE;
    }
    return failure instanceof StoreException ? ExitCode.UNREACHABLE : ExitCode.BUG;
  }

  /** A table that is missing, refuses us or has a newer shape is for the operator to mend. */
  private static ExitCode ofTable(PersistenceException failure) {
    if (failure instanceof StoreUnreachableException) {
      return ExitCode.UNREACHABLE;
    }
    if (failure instanceof ConflictException) {
      return ExitCode.CONFLICT;
    }
    return failure instanceof OutcomeUnknownException ? ExitCode.UNKNOWN_OUTCOME : ExitCode.USAGE;
  }
}
