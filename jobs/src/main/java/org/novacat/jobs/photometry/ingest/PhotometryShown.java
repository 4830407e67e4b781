package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.persistence.photometry.PhotometryTable;

/** What {@code photometry show} says: the table's own metadata, and where the table is. */
final class PhotometryShown implements Report {
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
