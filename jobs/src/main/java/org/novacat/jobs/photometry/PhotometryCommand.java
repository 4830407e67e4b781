package org.novacat.jobs.photometry;

import picocli.CommandLine.Command;

/** Groups the commands that look at photometry. */
@Command(
    name = "photometry",
    mixinStandardHelpOptions = true,
    description = "Look at uploads of photometry without a store.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PhotometryReadCommand.class, PhotometryExplainCommand.class})
public final class PhotometryCommand {}
