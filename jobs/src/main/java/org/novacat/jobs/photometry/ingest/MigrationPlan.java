package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.persistence.photometry.PhotometryTable;

/** What {@code photometry migrate --dry-run} shows. */
record MigrationPlan(List<PhotometryTable> old) implements Report {
  private static final int MOST_SHOWN = 20;

  MigrationPlan {
    old = List.copyOf(old);
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "photometry-migrate").put("dry_run", true);
    root.put("to", PhotometryColumn.SCHEMA_VERSION).put("tables", old.size());
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("nova", "schema", "rows");
    old.stream()
        .limit(MOST_SHOWN)
        .forEach(one -> table.row(one.novaId(), one.schemaVersion(), one.rows()));
    lines.addAll(table.lines());
    lines.add(
        String.format(
            Locale.ROOT,
            "Would bring %,d tables to version %s. Nothing was written.",
            old.size(),
            PhotometryColumn.SCHEMA_VERSION));
    return lines;
  }
}
