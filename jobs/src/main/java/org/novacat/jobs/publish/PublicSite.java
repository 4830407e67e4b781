package org.novacat.jobs.publish;

import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Buckets;
import org.novacat.jobs.run.StoreOptions;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.Archive;

/**
 * The public bucket, open.
 *
 * @param location how executors open it
 */
record PublicSite(Archive archive, ArchiveLocation location) implements AutoCloseable {
  /**
   * Opens it.
   *
   * @throws UserError when the options name none that can be opened
   */
  static PublicSite open(StoreOptions options, RetryPolicy policy, Waits waits) {
    if (!options.hasPublicBucket()) {
      throw new UserError(
          "Cannot publish: no public bucket is named (give --public-store s3a://BUCKET)");
    }
    StoreLocation bucket = options.publicBucket();
    StoreLocation ofTasks =
        bucket.isOnS3() ? bucket : bucket.with(StoreLocation.DURABILITY, "later");
    return new PublicSite(
        Buckets.publicArchive(options, policy, waits),
        new ArchiveLocation(ofTasks, options.publicBucketName()));
  }

  @Override
  public void close() {
    archive.close();
  }
}
