package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.photometry.table.NovaTable;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
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

  /** What {@code photometry show} says: the table's own metadata, and where the table is. */
  private static final class PhotometryShown implements Report {
    private final String name;
    private final PhotometryTable table;
    private final ObjectNode metadata;

    PhotometryShown(String name, PhotometryTable table, byte[] metadata) {
      this.name = name;
      this.table = table;
      try {
        this.metadata = (ObjectNode) new ObjectMapper().readTree(metadata);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the metadata of a photometry table", e);
      }
    }

    @Override
    public ObjectNode json() {
      ObjectNode root = metadata.deepCopy();
      root.put("key", table.object().key().toString());
      root.put("accepted", table.accepted()).put("duplicates", table.duplicates());
      return root;
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: rows %,d (limits: %,d), uploads %,d, duplicates left out %,d",
              name,
              table.rows(),
              table.limits(),
              table.uploads(),
              table.duplicates()));
      if (table.mjdMin() != null && table.mjdMax() != null) {
        lines.add(String.format(Locale.ROOT, "MJD %.3f to %.3f", table.mjdMin(), table.mjdMax()));
      }
      lines.addAll(counts("band", metadata.path("bands")));
      lines.addAll(counts("rejected because", metadata.path("rejected")));
      lines.add(table.object().key().toString());
      return lines;
    }

    private static List<String> counts(String what, JsonNode counts) {
      if (counts.isEmpty()) {
        return List.of();
      }
      TextTable shown = new TextTable(what, "rows");
      counts.fields().forEachRemaining(one -> shown.row(one.getKey(), one.getValue().asLong()));
      return shown.lines();
    }
  }
}
