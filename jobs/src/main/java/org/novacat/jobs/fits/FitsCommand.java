package org.novacat.jobs.fits;

import picocli.CommandLine.Command;

/** Groups the commands that look at FITS files. */
@Command(
    name = "fits",
    mixinStandardHelpOptions = true,
    description = "Look at FITS files without a store.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {FitsReadCommand.class, FitsExplainCommand.class})
public final class FitsCommand {}
