package org.novacat.jobs.publish.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;

/**
 * {@code current/release.json}, which says what visitors see, and {@code current/index.html}, which
 * leads them there and is made from it.
 *
 * @param content fingerprint of all that the release holds
 * @param files SHA-256 of its {@code files.jsonl}
 */
public record CurrentPages(ReleaseId id, ContentHash content, ContentHash files) {
  /** Where the first lies below {@code current/}. */
  public static final String RECORD = "release.json";

  /** Where the second lies. */
  public static final String PAGE = "index.html";

  /** What is said. */
  public byte[] record() {
    ObjectNode node = Json.object().put("release_id", id.text());
    node.put("path", "releases/" + id + "/").put("content_fingerprint", content.hex());
    return Json.document(node.put("files_sha256", files.hex()));
  }

  /** Reads what is said; empty when it is nothing of the kind. */
  public static Optional<CurrentPages> read(byte[] record) {
    try {
      ObjectNode node = Json.parse(record);
      return Optional.of(
          new CurrentPages(
              ReleaseId.parse(node.path("release_id").asText()),
              new ContentHash(node.path("content_fingerprint").asText()),
              new ContentHash(node.path("files_sha256").asText())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The page. */
  public byte[] page() {
    String there = "../releases/%s/index.html".formatted(id);
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>novacat</title>
        <meta http-equiv="refresh" content="0; url=%1$s">
        <link rel="canonical" href="%1$s">
        </head>
        <body><p>The current release is <a href="%1$s">%2$s</a>.</p></body>
        </html>
        """
        .formatted(there, id)
        .getBytes(UTF_8);
  }
}
