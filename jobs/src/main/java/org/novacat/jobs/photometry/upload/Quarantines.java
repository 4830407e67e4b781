package org.novacat.jobs.photometry.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LogReference;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * Puts refused uploads and rejected rows where people look for them. Each method returns what the
 * keys begin with.
 */
final class Quarantines {
  private Quarantines() {}

  /** The rejected rows of an upload that was accepted. */
  static String rows(ObjectStore store, PlannedUpload upload, RejectedRows rejected) {
    return put(store, upload, rejected, context(upload, rejected, "ACCEPTED"));
  }

  /**
   * A refused upload.
   *
   * @param good rows that could have been used but for the refusal
   * @param bytes null when it is too large to copy
   */
  static String file(
      ObjectStore store,
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
    if (bytes != null) {
      store.put(NovaCatKeys.quarantineUpload(upload.id(), upload.due()), Content.of(bytes));
    }
    return put(store, upload, rejected, context);
  }

  private static ObjectNode context(PlannedUpload upload, RejectedRows rejected, String status) {
    ObjectNode root = Json.object();
    root.put("ingest_file_id", upload.id().toString());
    root.put("filename", upload.filename());
    root.put("sha256", upload.sha256().hex());
    root.put("upload_status", status);
    root.put("rules", RowRules.VERSION);
    ObjectNode codes = root.putObject("rejected");
    rejected.counts().forEach((code, count) -> codes.put(code.name(), count));
    LogReference.put(root, upload.logs());
    return root;
  }

  private static String put(
      ObjectStore store, PlannedUpload upload, RejectedRows rejected, ObjectNode context) {
    Instant at = upload.due();
    ObjectKey key = NovaCatKeys.quarantineUploadContext(upload.id(), at);
    store.put(key, Content.of(Json.document(context)));
    if (rejected.total() > 0) {
      store.put(
          NovaCatKeys.quarantineUploadRows(upload.id(), at), Content.of(rejected.jsonLines()));
    }
    String text = key.toString();
    return text.substring(0, text.lastIndexOf('/') + 1);
  }
}
