package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.photometry.TableCounts;
import org.novacat.persistence.photometry.UploadCounts;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.UploadStatus;

/**
 * How far the photometry of an archive is.
 *
 * @param novaeWaiting novae whose tables have to be built anew
 */
record PhotometryStatus(UploadCounts uploads, TableCounts tables, long novaeWaiting) {
  /** Reads every upload. */
  static PhotometryStatus of(Catalog catalog, TableCounts tables) {
    UploadCounts uploads = catalog.uploads().counts();
    return uploads.total() == 0
        ? new PhotometryStatus(uploads, TableCounts.NONE, 0)
        : new PhotometryStatus(uploads, tables, waiting(catalog));
  }

  private static long waiting(Catalog catalog) {
    return catalog.workQueue().list(WorkConsumer.TABLE).map(WorkItem::novaId).distinct().count();
  }

  boolean isEmpty() {
    return uploads.total() == 0;
  }

  ObjectNode json() {
    ObjectNode root = Json.object().put("uploads", uploads.total());
    ObjectNode states = root.putObject("by_status");
    uploads.byStatus().forEach((status, count) -> states.put(status.name(), count));
    ObjectNode codes = root.putObject("refused_by_code");
    uploads.refused().forEach((code, count) -> codes.put(code.name(), count));
    root.put("rows_accepted", uploads.rowsAccepted()).put("rows_rejected", uploads.rowsRejected());
    root.put("tables", tables.tables()).put("table_rows", tables.rows());
    Instant newest = tables.newest();
    root.put("newest_table", newest == null ? null : newest.toString());
    return root.put("novae_waiting", novaeWaiting);
  }

  List<String> lines() {
    TextTable table = new TextTable("photometry uploads", "count");
    uploads.byStatus().forEach((status, count) -> table.row(words(status), count));
    List<String> lines = new ArrayList<>(table.lines());
    if (!uploads.refused().isEmpty()) {
      TextTable codes = new TextTable("refused because", "count");
      uploads.refused().forEach((code, count) -> codes.row(code.name(), count));
      lines.addAll(codes.lines());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Rows of accepted uploads: %,d accepted, %,d rejected",
            uploads.rowsAccepted(),
            uploads.rowsRejected()));
    lines.addAll(tableLines());
    return lines;
  }

  private List<String> tableLines() {
    List<String> lines = new ArrayList<>();
    Instant newest = tables.newest();
    lines.add(
        newest == null
            ? "No photometry table yet"
            : String.format(
                Locale.ROOT,
                "%,d photometry tables with %,d rows, the last built %s",
                tables.tables(),
                tables.rows(),
                RunReport.seconds(newest)));
    if (novaeWaiting > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d novae wait for their table (novacat ingest-photometry)",
              novaeWaiting));
    }
    return lines;
  }

  private static String words(UploadStatus status) {
    return status == UploadStatus.WAITING
        ? "waiting for ingest-photometry"
        : status.name().toLowerCase(Locale.ROOT);
  }
}
