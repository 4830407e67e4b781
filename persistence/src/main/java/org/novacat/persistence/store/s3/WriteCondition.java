package org.novacat.persistence.store.s3;

import org.jspecify.annotations.Nullable;
import org.novacat.persistence.store.ETag;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

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
}
