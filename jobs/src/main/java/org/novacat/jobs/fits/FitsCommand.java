package org.novacat.jobs.fits;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands that look at FITS files. */
@Command(
    name = "fits",
    mixinStandardHelpOptions = true,
    description = "Look at FITS files without a store.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {FitsReadCommand.class, FitsExplainCommand.class})
public final class FitsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which of the fits commands?");
  }
}
