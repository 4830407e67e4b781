package org.novacat.jobs.photometry.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.photometry.FileRefusal;

/** {@code context.json} of refused uploads and rejected rows. */
final class Quarantines {
  private Quarantines() {}

  static ObjectNode context(
      PlannedUpload upload, RejectedRows rejected, @Nullable FileRefusal refusal) {
    ObjectNode root = Json.object();
    root.put("ingest_file_id", upload.id().toString());
    root.put("filename", upload.filename());
    root.put("sha256", upload.sha256().hex());
    root.put("upload_status", refusal == null ? "ACCEPTED" : "REFUSED");
    if (refusal != null) {
      root.put("refusal_code", refusal.code().name());
      root.put("refusal_message", refusal.message());
      root.put("remedy", refusal.remedy());
    }
    ObjectNode codes = root.putObject("rejected");
    rejected.counts().forEach((code, count) -> codes.put(code.name(), count));
    root.put("rules", Rules.VERSION);
    return root;
  }
}
