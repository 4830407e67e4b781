package org.novacat.jobs.photometry.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;

/** The rejected rows of one upload: counts, and the lines of {@code rows.jsonl}. */
final class RejectedRows {
  /** Of very bad files the first rows tell all; the counts are of all. */
  private static final int MOST_BYTES = 16 << 20;

  private final IngestFileId upload;
  private final Map<RowRejectionCode, Long> counts = new EnumMap<>(RowRejectionCode.class);
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  RejectedRows(IngestFileId upload) {
    this.upload = upload;
  }

  void add(RejectedRow row) {
    counts.merge(row.code(), 1L, Long::sum);
    if (lines.size() < MOST_BYTES) {
      byte[] line = (Json.line(json(row)) + "\n").getBytes(StandardCharsets.UTF_8);
      lines.write(line, 0, line.length);
    }
  }

  private ObjectNode json(RejectedRow row) {
    ObjectNode node = Json.object();
    node.put("ingest_file_id", upload.toString());
    node.put("source_row", row.sourceRow());
    node.put("text", row.text());
    node.put("code", row.code().name());
    node.put("detail", row.detail());
    row.candidates().forEach(node.putArray("candidates")::add);
    return node;
  }

  Map<RowRejectionCode, Long> counts() {
    return counts;
  }

  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  byte[] jsonLines() {
    return lines.toByteArray();
  }
}
