package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.persistence.photometry.PhotometryUpload;

/** What {@code ingest-photometry --dry-run} shows. */
record PhotometryPlan(List<PhotometryUpload> uploads, int dirty) implements Report {
  private static final int MOST_SHOWN = 20;

  PhotometryPlan {
    uploads = List.copyOf(uploads);
  }

  private long bytes() {
    return uploads.stream().mapToLong(upload -> upload.raw().byteLength()).sum();
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "ingest-photometry").put("dry_run", true);
    root.put("uploads", uploads.size()).put("bytes", bytes()).put("novae_waiting", dirty);
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("upload", "bytes");
    uploads.stream()
        .limit(MOST_SHOWN)
        .forEach(upload -> table.row(upload.filename(), upload.raw().byteLength()));
    lines.addAll(table.lines());
    if (uploads.size() > MOST_SHOWN) {
      lines.add(String.format(Locale.ROOT, "and %,d more", uploads.size() - MOST_SHOWN));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Would decide %,d uploads of %,d bytes and build the tables they touch; %,d novae wait already. Nothing was written.",
            uploads.size(),
            bytes(),
            dirty));
    return lines;
  }
}
