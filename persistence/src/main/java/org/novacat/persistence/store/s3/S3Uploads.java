package org.novacat.persistence.store.s3;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.table.TransientStoreException.Effect;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Uploads of objects that are too long for one request. Nothing is visible before the last request,
 * which completes the upload under its condition. What a dead writer of the same bytes left is gone
 * on with: parts that are there are not sent again. Another writer of the same key who goes on with
 * the same upload is found out when it is completed, because its parts are named by their hashes.
 */
final class S3Uploads {
  private static final long MIB = 1L << 20;

  /** What one request, or one part, has at the most, unless parts would be more than S3 takes. */
  static final int PART = (int) (16 * MIB);

  /** S3 takes 10,000. */
  private static final int MOST_PARTS = 9_000;

  /** S3 copies up to 5 GiB by one request. */
  private static final long COPIED = 5120 * MIB;

  private static final int FRESH_STARTS = 3;

  private final S3Client client;
  private final S3Tries tries;
  private final String bucket;

  S3Uploads(S3Client client, S3Tries tries, String bucket) {
    this.client = client;
    this.tries = tries;
    this.bucket = bucket;
  }

  /** How long each part is but the last: the same for equal contents, and so is their ETag. */
  static int partSize(long length) {
    long least = (length + MOST_PARTS - 1) / MOST_PARTS;
    return (int) Math.max(PART, (least + MIB - 1) / MIB * MIB);
  }

  /**
   * Has content uploaded in parts, again where others took over.
   *
   * @param attempt sends all parts and completes; each time the same ones
   * @throws S3Exception with status 412 or 404 when the condition does not hold
   */
  <T> T upload(
      ObjectKey key, WriteCondition condition, Writing writing, Function<Upload, T> attempt) {
    for (int start = 0; ; start++) {
      Upload upload = new Upload(this, key, condition, writing, start == 0);
      try {
        return attempt.apply(upload);
      } catch (RuntimeException e) {
        upload.abort(e);
        boolean isSettled = writing.isInDoubt() && !condition.equals(WriteCondition.NONE);
        if (start == FRESH_STARTS || isSettled || !isTakenOver(e)) {
          throw e;
        }
      }
    }
  }

  /** Somebody else completed or aborted the upload, or went on with it with other bytes. */
  private static boolean isTakenOver(RuntimeException e) {
    String code = e instanceof S3Exception s3 ? S3Failures.code(s3) : "";
    return code.equals("NoSuchUpload") || code.equals("InvalidPart");
  }

  /**
   * Whether the condition holds now.
   *
   * @throws S3Exception with status 412 when it does not
   */
  void look(ObjectKey key, WriteCondition condition) {
    tries.ask(
        S3Tries.named("look at", key),
        () -> {
          condition.look(client, bucket, key);
          return true;
        });
  }

  /** What a dead writer left of this key, or a new one. */
  String leftOrBegun(ObjectKey key, Writing writing) {
    return unfinished(key).orElseGet(() -> begin(key, writing));
  }

  /** Where the answer to a try was lost, what it began is there, and is taken. */
  String begin(ObjectKey key, Writing writing) {
    return tries.ask(
        S3Tries.named("begin to write", key),
        before ->
            (before == Effect.POSSIBLE ? newest(key) : Optional.<String>empty())
                .orElseGet(() -> begun(key, writing)));
  }

  private String begun(ObjectKey key, Writing writing) {
    return client
        .createMultipartUpload(r -> r.bucket(bucket).key(key.value()).metadata(writing.metadata()))
        .uploadId();
  }

  /** Sends a part unless it is there; Content-MD5 has the store check what comes. */
  String part(ObjectKey key, String id, int number, byte[] bytes, int length, String there) {
    byte[] md5 = Md5.of(bytes, length);
    if (there.replace("\"", "").equals(Md5.hex(md5))) {
      return there;
    }
    return tries
        .ask(
            "write part %s of object '%s'".formatted(number, key),
            () ->
                client.uploadPart(
                    r ->
                        r.bucket(bucket)
                            .key(key.value())
                            .uploadId(id)
                            .partNumber(number)
                            .contentMD5(Md5.base64(md5)),
                    body(bytes, length)))
        .eTag();
  }

  /** The first bytes of an array, which are not copied and read again by each try. */
  static RequestBody body(byte[] bytes, int length) {
    return RequestBody.fromContentProvider(
        ContentStreamProvider.fromInputStreamSupplier(
            () -> new ByteArrayInputStream(bytes, 0, length)),
        length,
        "application/octet-stream");
  }

  /**
   * Copies a version to a key that is free, within the store.
   *
   * @throws S3Exception with status 412 when the version is not there, or the key is taken
   */
  ETag copy(ObjectInfo source, ObjectKey to, Writing writing) {
    for (int start = 0; ; start++) {
      try {
        return copy(source, to, begin(to, writing), writing);
      } catch (S3Exception e) {
        if (start == FRESH_STARTS || writing.isInDoubt() || !isTakenOver(e)) {
          throw e;
        }
      }
    }
  }

  private ETag copy(ObjectInfo source, ObjectKey to, String id, Writing writing) {
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (long from = 0; from < source.length(); from += COPIED) {
        long end = Math.min(from + COPIED, source.length());
        parts.add(copied(source, from, end, to, id, parts.size() + 1));
      }
      return complete(to, id, parts, WriteCondition.ABSENT, writing);
    } catch (RuntimeException e) {
      abort(to, id, e);
      throw e;
    }
  }

  private CompletedPart copied(
      ObjectInfo source, long from, long end, ObjectKey to, String id, int number) {
    String etag =
        tries
            .ask(
                "copy part %s of object '%s'".formatted(number, source.key()),
                () ->
                    client.uploadPartCopy(
                        r ->
                            r.sourceBucket(bucket)
                                .sourceKey(source.key().value())
                                .copySourceIfMatch("\"" + source.etag() + "\"")
                                .copySourceRange("bytes=%s-%s".formatted(from, end - 1))
                                .destinationBucket(bucket)
                                .destinationKey(to.value())
                                .uploadId(id)
                                .partNumber(number)))
            .copyPartResult()
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  ETag complete(
      ObjectKey key,
      String id,
      List<CompletedPart> parts,
      WriteCondition condition,
      Writing writing) {
    String etag =
        tries
            .ask(
                S3Tries.named("complete", key),
                writing.over(
                    () ->
                        client.completeMultipartUpload(
                            r ->
                                condition
                                    .on(r.bucket(bucket).key(key.value()).uploadId(id))
                                    .multipartUpload(u -> u.parts(parts)))))
            .eTag();
    return new ETag(etag.replace("\"", ""));
  }

  /** The newest upload of this key that nobody has completed. */
  private Optional<String> unfinished(ObjectKey key) {
    return tries.ask(S3Tries.named("look for uploads of", key), () -> newest(key));
  }

  private Optional<String> newest(ObjectKey key) {
    return client.listMultipartUploads(r -> r.bucket(bucket).prefix(key.value())).uploads().stream()
        .filter(upload -> upload.key().equals(key.value()))
        .map(MultipartUpload::uploadId)
        .reduce((first, second) -> second);
  }

  Map<Integer, String> there(ObjectKey key, String id) {
    return tries.ask(
        S3Tries.named("list parts of", key),
        () -> {
          Map<Integer, String> parts = new HashMap<>();
          for (Part part :
              client
                  .listPartsPaginator(r -> r.bucket(bucket).key(key.value()).uploadId(id))
                  .parts()) {
            parts.put(part.partNumber(), part.eTag());
          }
          return parts;
        });
  }

  /** So that nothing is left; what cannot be removed now is found by {@link #removeOlder}. */
  void abort(ObjectKey key, String id, RuntimeException why) {
    try {
      abort(key, id);
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private boolean abort(ObjectKey key, String id) {
    try {
      tries.ask(
          S3Tries.named("abort the upload of", key),
          () -> client.abortMultipartUpload(r -> r.bucket(bucket).key(key.value()).uploadId(id)));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == S3Failures.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** Aborts uploads that were begun before a moment; how many. */
  int removeOlder(Instant limit) {
    List<MultipartUpload> uploads =
        tries.ask(
            "list uploads",
            () ->
                client.listMultipartUploadsPaginator(r -> r.bucket(bucket)).uploads().stream()
                    .filter(upload -> upload.initiated().isBefore(limit))
                    .toList());
    int removed = 0;
    for (MultipartUpload upload : uploads) {
      Optional<ObjectKey> key = S3Listing.key(upload.key());
      removed += key.isPresent() && abort(key.get(), upload.uploadId()) ? 1 : 0;
    }
    return removed;
  }
}
