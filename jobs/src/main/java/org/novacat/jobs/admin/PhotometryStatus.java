package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.item.DirtyType;
import org.novacat.persistence.item.PhotometryTable;
import org.novacat.persistence.item.UploadStatus;
import org.novacat.persistence.item.WorkItem;
import org.novacat.persistence.photometry.UploadCounts;

/**
 * How far the photometry of an archive is.
 *
 * @param novaeWaiting novae whose tables have to be built anew
 */
record PhotometryStatus(UploadCounts uploads, Tables tables, long novaeWaiting) {
  /**
   * The tables together, one a nova.
   *
   * @param newest when the last one was built; null when there is none
   */
  record Tables(long novae, long rows, @Nullable Instant newest) {
    static final Tables NONE = new Tables(0, 0, null);

    Tables and(PhotometryTable table) {
      Instant built = table.meta().updatedAt();
      return new Tables(
          novae + 1,
          rows + table.rows(),
          newest == null || newest.isBefore(built) ? built : newest);
    }
  }

  /** Reads every upload, and every table where there are uploads. */
  static PhotometryStatus of(Stores stores) {
    UploadCounts uploads = stores.catalog().uploads().counts();
    if (uploads.total() == 0) {
      return new PhotometryStatus(uploads, Tables.NONE, 0);
    }
    Tables tables = Tables.NONE;
    for (PhotometryTable table : stores.catalog().photometryTables().list().toList()) {
      tables = tables.and(table);
    }
    return new PhotometryStatus(uploads, tables, waiting(stores));
  }

  private static long waiting(Stores stores) {
    return stores
        .catalog()
        .workQueue()
        .list()
        .filter(work -> work.type() == DirtyType.PHOTOMETRY)
        .map(WorkItem::novaId)
        .distinct()
        .count();
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
    root.put("tables", tables.novae()).put("table_rows", tables.rows());
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
                tables.novae(),
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
