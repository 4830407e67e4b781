package org.novacat.persistence.store.s3;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ETag;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What has to be there for a write to be made, as headers of its last request.
 *
 * @param ifMatch the version, in quotes; null for any
 * @param ifNoneMatch {@code *} where nothing may be there; else null
 */
record WriteCondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
  static final WriteCondition NONE = new WriteCondition(null, null);
  static final WriteCondition ABSENT = new WriteCondition(null, "*");

  static WriteCondition matching(ETag etag) {
    return new WriteCondition("\"" + etag + "\"", null);
  }

  PutObjectRequest.Builder on(PutObjectRequest.Builder request) {
    return request.ifMatch(ifMatch).ifNoneMatch(ifNoneMatch);
  }

  CompleteMultipartUploadRequest.Builder on(CompleteMultipartUploadRequest.Builder request) {
    return request.ifMatch(ifMatch).ifNoneMatch(ifNoneMatch);
  }

  /**
   * Looks whether it can still hold. A server that refuses a write without reading its body may
   * close the connection before we have sent all of it, and then its answer is never seen: trying
   * again would meet the same.
   *
   * @throws S3Exception with status 412 when it does not hold
   */
  void look(S3Client client, String bucket, ObjectKey key) {
    if (equals(NONE)) {
      return;
    }
    String version = version(client, bucket, key);
    boolean holds = ifMatch == null ? version == null : ifMatch.equals(version);
    if (!holds) {
      throw S3Exception.builder()
          .statusCode(S3Failures.PRECONDITION_FAILED)
          .message("the object is another one")
          .build();
    }
  }

  private static @Nullable String version(S3Client client, String bucket, ObjectKey key) {
    try {
      return client.headObject(r -> r.bucket(bucket).key(key.value())).eTag();
    } catch (S3Exception e) {
      if (e.statusCode() == S3Failures.NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }
}
