package org.novacat.jobs.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import org.novacat.jobs.report.Visible;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one clear sentence and an exit code. */
public final class Failures {
  private Failures() {}

  public static int onWrongArguments(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Visible.line(Misuse.sentence(failure)));
    if (Misuse.namesNoCommand(failure)) {
      command.usage(err, command.getColorScheme());
    }
    return ExitCode.USAGE.code();
  }

  public static int onFailure(Exception failure, CommandLine command, ParseResult parsed) {
    ExitCode code = code(failure);
    PrintWriter err = command.getErr();
    if (code == ExitCode.BUG) {
      err.println("This is a fault in novacat, not in what you did; please report it with:");
      failure.printStackTrace(err);
      return code.code();
    }
    err.println(Visible.line(String.valueOf(failure.getMessage())));
    if (wantsDebug(command.getCommandSpec())) {
      failure.printStackTrace(err);
    }
    return code.code();
  }

  private static boolean wantsDebug(CommandSpec command) {
    return command.mixins().values().stream()
        .map(CommandSpec::userObject)
        .anyMatch(mixin -> mixin instanceof OutputOptions output && output.debug());
  }

  /** Which exit code a failure deserves. */
  private static ExitCode code(Throwable failure) {
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
    if (failure instanceof StoreDenied || failure instanceof NoRoom) {
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
