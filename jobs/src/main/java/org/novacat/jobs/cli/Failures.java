package org.novacat.jobs.cli;

import java.io.PrintWriter;
import org.novacat.jobs.report.Visible;
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
    ExitCode code = ExitCodes.of(failure);
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
}
