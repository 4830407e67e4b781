package org.novacat.jobs.photometry.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LogReference;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WriteResult;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * Puts refused uploads and rejected rows where people look for them. Each method returns the
 * SHA-256 of what it put, by key.
 */
final class Quarantines {
  private Quarantines() {}

  /** The rejected rows of an upload that was accepted. */
  static Map<ObjectKey, ContentHash> rows(
      Archive archive, PlannedUpload upload, RejectedRows rejected) {
    return put(archive, upload, rejected, context(upload, rejected, "ACCEPTED"), null);
  }

  /**
   * A refused upload.
   *
   * @param good rows that could have been used but for the refusal
   * @param bytes null when it is too large to copy
   */
  static Map<ObjectKey, ContentHash> file(
      Archive archive,
      PlannedUpload upload,
      RejectedRows rejected,
      long good,
      FileRefusal refusal,
      byte @Nullable [] bytes) {
    ObjectNode context = context(upload, rejected, "REFUSED");
    context.put("rows_in_refused_file", good);
    context.put("refusal_code", refusal.code().name());
    context.put("refusal_message", refusal.message());
    context.put("remedy", refusal.remedy());
    return put(archive, upload, rejected, context, bytes);
  }

  private static ObjectNode context(PlannedUpload upload, RejectedRows rejected, String status) {
    ObjectNode root = Json.object();
    root.put("ingest_file_id", upload.id().toString());
    root.put("filename", upload.filename());
    root.put("sha256", upload.raw().sha256().hex());
    root.put("upload_status", status);
    root.put("rules", RowRules.VERSION);
    ObjectNode codes = root.putObject("rejected");
    rejected.counts().forEach((code, count) -> codes.put(code.name(), count));
    LogReference.put(root, upload.logs());
    return root;
  }

  /** What another attempt, with another end, has left stays as it is. */
  private static Map<ObjectKey, ContentHash> put(
      Archive archive,
      PlannedUpload upload,
      RejectedRows rejected,
      ObjectNode context,
      byte @Nullable [] bytes) {
    for (Instant at = upload.due(); ; at = at.plusSeconds(1)) {
      Map<ObjectKey, ContentHash> put = new TreeMap<>();
      if (isPut(archive, upload.id(), at, rejected, context, bytes, put)) {
        return put;
      }
    }
  }

  private static boolean isPut(
      Archive archive,
      IngestFileId id,
      Instant at,
      RejectedRows rejected,
      ObjectNode context,
      byte @Nullable [] bytes,
      Map<ObjectKey, ContentHash> put) {
    Pointer why = LogReference.keep(archive, NovaCatKeys.quarantineUploadContext(id, at), context);
    if (why == null) {
      return false;
    }
    put.put(why.key(), why.sha256());
    Map<LayoutKey, byte[]> objects = new LinkedHashMap<>();
    if (bytes != null) {
      objects.put(NovaCatKeys.quarantineUpload(id, at), bytes);
    }
    if (rejected.total() > 0) {
      objects.put(NovaCatKeys.quarantineUploadRows(id, at), rejected.jsonLines());
    }
    for (Map.Entry<LayoutKey, byte[]> one : objects.entrySet()) {
      if (!(archive.write(one.getKey(), Content.of(one.getValue()))
          instanceof WriteResult.Written written)) {
        return false;
      }
      put.put(written.pointer().key(), written.pointer().sha256());
    }
    return true;
  }
}
