package org.novacat.jobs.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one clear sentence and an exit code. */
final class Failures {
  private Failures() {}

  static int onWrongArguments(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(command.getColorScheme().errorText(failure.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      command.usage(err, command.getColorScheme());
    } else {
      err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    }
    return ExitCode.USAGE.code();
  }

  static int onFailure(Exception failure, CommandLine command, ParseResult parsed) {
    ExitCode code = ExitCodes.of(failure);
    PrintWriter err = command.getErr();
    if (code == ExitCode.BUG) {
      err.println("This is a fault in novacat, not in what you did; please report it with:");
      failure.printStackTrace(err);
      return code.code();
    }
    err.println(command.getColorScheme().errorText(String.valueOf(failure.getMessage())));
    if (Arrays.asList(parsed.originalArgs().toArray()).contains("--debug")) {
      failure.printStackTrace(err);
    }
    return code.code();
  }
}
