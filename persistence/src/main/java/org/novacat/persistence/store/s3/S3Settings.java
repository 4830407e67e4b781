package org.novacat.persistence.store.s3;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Which bucket, and where. Requests are signed with the credentials of AWS's default provider
 * chain; none stands here.
 *
 * @param bucket its name
 * @param region null for that of AWS's default chain; other servers than AWS's seldom ask
 * @param endpoint null for AWS's own of the region
 * @param pathStyle whether the bucket is named in the path of addresses and not in their host,
 *     which few servers but AWS's can do without
 */
public record S3Settings(
    String bucket, @Nullable String region, @Nullable URI endpoint, boolean pathStyle) {
  public S3Settings {
    requireNonNull(bucket, "bucket is null");
    if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw new IllegalArgumentException(
          "Cannot use bucket '%s': a name is 3 to 63 of a-z 0-9 . - (write s3a://bucket)"
              .formatted(bucket));
    }
  }

  @Override
  public String toString() {
    return "s3a://" + bucket;
  }
}
