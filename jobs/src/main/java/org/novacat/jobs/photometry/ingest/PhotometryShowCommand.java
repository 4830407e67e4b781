package org.novacat.jobs.photometry.ingest;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.photometry.table.NovaTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code novacat photometry show}. */
@Command(
    name = "show",
    description = "What the photometry table of a nova holds.",
    footer = {"", "Example: novacat photometry show \"RS Oph\""})
public final class PhotometryShowCommand extends StoreCommand {
  private static final long LARGEST_METADATA = 64L << 20;

  @Parameters(paramLabel = "NOVA", description = "Name, alias or id.")
  private String name = "";

  @Override
  protected ExitCode run(Stores stores) {
    Nova nova = Named.nova(stores, name);
    PhotometryTable table = NovaTable.of(stores, nova, "show");
    byte[] metadata =
        stores
            .archive()
            .read(
                NovaCatKeys.photometryMetadata(nova.id()).key(), table.metadata(), LARGEST_METADATA)
            .get();
    print(new PhotometryShown(nova.primaryName(), table, metadata));
    return ExitCode.OK;
  }
}
