package org.novacat.jobs.spectrum;

import picocli.CommandLine.Command;

/** {@code novacat spectrum}: one validated spectrum. */
@Command(
    name = "spectrum",
    mixinStandardHelpOptions = true,
    description = "Look at a validated spectrum, or write it as a table for other programs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SpectrumShowCommand.class, SpectrumExportCommand.class})
public final class SpectrumCommand {}
