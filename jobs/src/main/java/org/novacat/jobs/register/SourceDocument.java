package org.novacat.jobs.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;

/** {@code source.json}: where raw bytes came from, and when. */
final class SourceDocument {
  private SourceDocument() {}

  /**
   * The document of a raw file.
   *
   * @param member its path in the archive that the locator leads to; the archive lies under the
   *     candidate's own id; null when it came by itself
   */
  static byte[] of(
      Candidate candidate, @Nullable String member, ContentHash sha256, long bytes, Instant at) {
    ObjectNode root = Json.object();
    root.put("schema", "source/1.0");
    root.put("provider", candidate.provider().name());
    root.put("product_key", candidate.productKey());
    root.put("locator", candidate.locator().identity());
    root.put("file_name", member == null ? candidate.locator().fileName() : last(member));
    if (member != null) {
      root.put("archive_member", member);
      root.put("archive_data_product_id", candidate.productId().toString());
    }
    root.put("sha256", sha256.hex());
    root.put("byte_length", bytes);
    root.put("fetched_at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    return Json.document(root);
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
