package org.novacat.jobs.main;

import org.novacat.jobs.composite.ExportCompositeCommand;
import org.novacat.jobs.zarr.ExportZarrCommand;
import picocli.CommandLine.Command;

/** Groups the commands that make files for others of many products at once. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Make files for other programs of many products at once.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ExportZarrCommand.class, ExportCompositeCommand.class})
public final class ExportCommand {}
