package org.novacat.jobs.spark;

import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.StoreLocation;

/**
 * How Spark names and reaches the objects of a bucket: the one place that makes a path of a key. On
 * S3 it is S3A that reads and writes, told of server and region as our own client is; credentials
 * it finds where the SDK looks.
 */
public final class BucketPaths {
  /** In parts, since the uber-jar moves our SDK elsewhere and S3A looks for the cluster's. */
  private static final String PROVIDER =
      String.join(
          ".", "software", "amazon", "awssdk.auth.credentials", "DefaultCredentialsProvider");

  private static final String COMMITTER = "org.apache.spark.internal.io.cloud.";

  private BucketPaths() {}

  /** Where an object lies. */
  public static Path of(StoreLocation bucket, ObjectKey key) {
    Path root = root(bucket);
    String scheme = root.toUri().getScheme();
    return new Path(scheme, root.toUri().getAuthority(), root.toUri().getPath() + "/" + key);
  }

  /** The bucket itself. A folder is one whatever file system a cluster takes paths for. */
  public static Path root(StoreLocation bucket) {
    return bucket.isOnS3()
        ? new Path("s3a", bucket.uri().getAuthority(), "/")
        : new Path("file", null, java.nio.file.Path.of(bucket.uri()).toString());
  }

  /**
   * What a session has to know of a bucket.
   *
   * @param master Spark's; a cluster keeps its own credentials and committer
   */
  static Map<String, String> settings(StoreLocation bucket, String master) {
    if (!bucket.isOnS3()) {
      return Map.of();
    }
    Map<String, String> settings = new TreeMap<>();
    String own = "spark.hadoop.fs.s3a.bucket." + bucket.uri().getAuthority() + ".";
    put(settings, own + "endpoint", bucket.options().get(StoreLocation.ENDPOINT));
    put(settings, own + "endpoint.region", bucket.options().get(StoreLocation.REGION));
    put(settings, own + "path.style.access", bucket.options().get(StoreLocation.PATH_STYLE));
    if (master.startsWith("local") && hasProvider()) {
      settings.put("spark.hadoop.fs.s3a.aws.credentials.provider", PROVIDER);
      settings.putAll(magicCommitter());
    }
    return settings;
  }

  /**
   * The S3A of Hadoop 3.3, which a stock distribution has, is on the SDK before; it finds its own.
   */
  private static boolean hasProvider() {
    try {
      Class.forName(PROVIDER, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void put(Map<String, String> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  /**
   * Tables that Spark writes become visible whole, and no task renames (Spark, "Cloud
   * Integration").
   */
  private static Map<String, String> magicCommitter() {
    return Map.of(
        "spark.hadoop.fs.s3a.committer.name",
        "magic",
        "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
        "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory",
        "spark.sql.sources.commitProtocolClass",
        COMMITTER + "PathOutputCommitProtocol",
        "spark.sql.parquet.output.committer.class",
        COMMITTER + "BindingParquetOutputCommitter");
  }
}
