package org.novacat.persistence.store.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ETag;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * One try to upload an object in parts, begun when its first part is sent: or gone on with, where a
 * dead writer left one.
 */
final class Upload {
  private final S3Uploads uploads;
  private final ObjectKey key;
  private final WriteCondition condition;
  private final Writing writing;
  private final boolean isFirst;
  private final List<CompletedPart> parts = new ArrayList<>();
  private @Nullable String id;
  private Map<Integer, String> there = Map.of();

  /**
   * @param isFirst whether it may go on with what others left
   */
  Upload(
      S3Uploads uploads,
      ObjectKey key,
      WriteCondition condition,
      Writing writing,
      boolean isFirst) {
    this.uploads = uploads;
    this.key = key;
    this.condition = condition;
    this.writing = writing;
    this.isFirst = isFirst;
  }

  /** How many parts are sent. */
  int parts() {
    return parts.size();
  }

  /**
   * Sends the next part.
   *
   * @param bytes its bytes from the first; may be used again when it is sent
   * @param length how many of them
   */
  void send(byte[] bytes, int length) {
    String id = begun();
    int number = parts.size() + 1;
    String etag = uploads.part(key, id, number, bytes, length, there.getOrDefault(number, ""));
    parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
  }

  /** That its condition cannot hold is found here, not when everything is sent. */
  private String begun() {
    String known = id;
    if (known == null) {
      uploads.look(key, condition);
      known = isFirst ? uploads.leftOrBegun(key, writing) : uploads.begin(key, writing);
      id = known;
      there = uploads.there(key, known);
    }
    return known;
  }

  /** Makes an object of the parts, if the condition holds. */
  ETag complete() {
    return uploads.complete(key, begun(), parts, condition, writing);
  }

  /** So that nothing is left; what cannot be removed now is found later, as of a dead writer. */
  void abort(RuntimeException why) {
    if (id != null) {
      uploads.abort(key, id, why);
    }
  }
}
