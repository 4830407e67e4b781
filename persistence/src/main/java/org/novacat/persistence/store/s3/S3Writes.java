package org.novacat.persistence.store.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentReader;
import org.novacat.persistence.store.ContentSum;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.WrittenObject;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Writes of whole objects: one request for up to {@link S3Uploads#PART} bytes, an upload in parts
 * for more.
 */
final class S3Writes {
  private final S3Client client;
  private final S3Tries tries;
  private final S3Uploads uploads;
  private final String bucket;

  S3Writes(S3Client client, S3Tries tries, S3Uploads uploads, String bucket) {
    this.client = client;
    this.tries = tries;
    this.uploads = uploads;
    this.bucket = bucket;
  }

  /**
   * Writes an object.
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception with status 412 or 404 when the
   *     condition does not hold
   * @throws org.novacat.persistence.store.ContentBroken if the content is not what it says
   */
  WrittenObject write(ObjectKey key, Content content, WriteCondition condition, Writing writing) {
    if (content instanceof Content.Measured measured) {
      return measured.length() <= S3Uploads.PART
          ? inOne(key, whole(key, measured), condition, writing)
          : uploads.upload(key, condition, writing, upload -> inParts(key, measured, upload));
    }
    return uploads.upload(
        key, condition, writing, upload -> streamed(key, content, condition, writing, upload));
  }

  private static byte[] whole(ObjectKey key, Content.Measured content) {
    try (ContentReader in = ContentReader.open(key, content)) {
      byte[] bytes = in.next((int) content.length());
      in.next(1);
      return bytes;
    }
  }

  private WrittenObject inOne(
      ObjectKey key, byte[] bytes, WriteCondition condition, Writing writing) {
    ETag etag = inOne(key, bytes, bytes.length, condition, writing);
    return new WrittenObject(key, bytes.length, etag, ContentHash.of(bytes));
  }

  private ETag inOne(
      ObjectKey key, byte[] bytes, int length, WriteCondition condition, Writing writing) {
    String md5 = Md5.base64(Md5.of(bytes, length));
    PutObjectResponse answer =
        tries.ask(
            S3Tries.named("write", key),
            writing.over(
                () ->
                    client.putObject(
                        r ->
                            condition
                                .on(r.bucket(bucket).key(key.value()))
                                .metadata(writing.metadata())
                                .contentMD5(md5),
                        S3Uploads.body(bytes, length)),
                () -> condition.look(client, bucket, key)));
    return new ETag(answer.eTag().replace("\"", ""));
  }

  private static WrittenObject inParts(ObjectKey key, Content.Measured content, Upload upload) {
    MessageDigest digest = ContentHash.sha256();
    int size = S3Uploads.partSize(content.length());
    try (ContentReader in = ContentReader.open(key, content)) {
      for (byte[] bytes = in.next(size); bytes.length > 0; bytes = in.next(size)) {
        digest.update(bytes);
        upload.send(bytes, bytes.length);
      }
    }
    return new WrittenObject(key, content.length(), upload.complete(), ContentHash.of(digest));
  }

  private WrittenObject streamed(
      ObjectKey key, Content content, WriteCondition condition, Writing writing, Upload upload) {
    PartStream parts = new PartStream(upload);
    ContentSum sum = sum(key, content, parts);
    ETag etag;
    if (upload.parts() == 0) {
      etag = inOne(key, parts.buffer(), parts.left(), condition, writing);
    } else {
      upload.send(parts.buffer(), parts.left());
      etag = upload.complete();
    }
    return new WrittenObject(key, sum.length(), etag, sum.sha256());
  }

  private static ContentSum sum(ObjectKey key, Content content, PartStream parts) {
    try {
      return ContentSum.written(key, content, parts);
    } catch (IOException e) {
      throw new UncheckedIOException("parts are sent or refused", e);
    }
  }
}
