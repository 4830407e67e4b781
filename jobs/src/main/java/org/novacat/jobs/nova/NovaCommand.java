package org.novacat.jobs.nova;

import picocli.CommandLine.Command;

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
public final class NovaCommand {}
