package org.novacat.jobs.main;

import org.novacat.jobs.photometry.PhotometryExplainCommand;
import org.novacat.jobs.photometry.PhotometryListCommand;
import org.novacat.jobs.photometry.PhotometryReadCommand;
import org.novacat.jobs.photometry.export.PhotometryExportCommand;
import org.novacat.jobs.photometry.ingest.PhotometryMigrateCommand;
import org.novacat.jobs.photometry.ingest.PhotometryShowCommand;
import picocli.CommandLine.Command;

/** Groups the commands that look at photometry. */
@Command(
    name = "photometry",
    mixinStandardHelpOptions = true,
    description = "Look at uploads of photometry, and at the tables made of them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      PhotometryReadCommand.class,
      PhotometryExplainCommand.class,
      PhotometryListCommand.class,
      PhotometryShowCommand.class,
      PhotometryExportCommand.class,
      PhotometryMigrateCommand.class
    })
public final class PhotometryCommand {}
