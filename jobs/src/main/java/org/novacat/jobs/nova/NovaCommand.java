package org.novacat.jobs.nova;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about novae. */
@Command(
    name = "nova",
    mixinStandardHelpOptions = true,
    description = "Novae: add, show, list, give aliases, settle identities.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NovaAddCommand.class,
      NovaShowCommand.class,
      NovaListCommand.class,
      NovaAliasCommand.class,
      NovaSettleCommand.Confirm.class,
      NovaSettleCommand.Merge.class
    })
public final class NovaCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which of the nova commands?");
  }
}
