package org.novacat.jobs.photometry.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LogReference;
import org.novacat.jobs.report.QuarantineWriter;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Archive;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * The rejected rows of one upload: counts, and the lines of {@code rows.jsonl}. Puts them, or the
 * whole upload where it is refused, where people look for them.
 */
final class RejectedRows {
  /** Of very bad files the first rows tell all; the counts are of all. */
  private static final int MOST_BYTES = 16 << 20;

  private final PlannedUpload upload;
  private final Map<RowRejectionCode, Long> counts = new EnumMap<>(RowRejectionCode.class);
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  RejectedRows(PlannedUpload upload) {
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
    node.put("ingest_file_id", upload.id().toString());
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

  /**
   * Puts those of an upload that was accepted.
   *
   * @return SHA-256 of what was put, by key
   */
  Map<ObjectKey, ContentHash> putRows(Archive archive) {
    return put(archive, context("ACCEPTED"), null);
  }

  /**
   * Puts a refused upload.
   *
   * @param good rows that could have been used but for the refusal
   * @param bytes null when it is too large to copy
   * @return SHA-256 of what was put, by key
   */
  Map<ObjectKey, ContentHash> putFile(
      Archive archive, long good, FileRefusal refusal, byte @Nullable [] bytes) {
    ObjectNode context = context("REFUSED");
    context.put("rows_in_refused_file", good);
    context.put("refusal_code", refusal.code().name());
    context.put("refusal_message", refusal.message());
    context.put("remedy", refusal.remedy());
    return put(archive, context, bytes);
  }

  private ObjectNode context(String status) {
    ObjectNode root = Json.object();
    root.put("ingest_file_id", upload.id().toString());
    root.put("filename", upload.filename());
    root.put("sha256", upload.raw().sha256().hex());
    root.put("upload_status", status);
    root.put("rules", RowRules.VERSION);
    ObjectNode codes = root.putObject("rejected");
    counts.forEach((code, count) -> codes.put(code.name(), count));
    LogReference.put(root, upload.logs());
    return root;
  }

  private Map<ObjectKey, ContentHash> put(
      Archive archive, ObjectNode context, byte @Nullable [] bytes) {
    QuarantineWriter writer =
        new QuarantineWriter(
            at -> NovaCatKeys.quarantineUploadContext(upload.id(), at), at -> objects(at, bytes));
    Map<ObjectKey, ContentHash> put = new TreeMap<>();
    writer
        .put(archive, upload.due(), context)
        .forEach(object -> put.put(object.key(), object.sha256()));
    return put;
  }

  private Map<LayoutKey, byte[]> objects(Instant at, byte @Nullable [] bytes) {
    Map<LayoutKey, byte[]> objects = new LinkedHashMap<>();
    if (bytes != null) {
      objects.put(NovaCatKeys.quarantineUpload(upload.id(), at), bytes);
    }
    if (total() > 0) {
      objects.put(NovaCatKeys.quarantineUploadRows(upload.id(), at), lines.toByteArray());
    }
    return objects;
  }
}
