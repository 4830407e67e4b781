package org.novacat.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.server.S3Server;

/** Buckets of one real S3 server, started when first asked for and ended with the JVM. */
public final class S3Servers {
  /** Asked for by the client and not used by the server. */
  public static final String REGION = "us-east-1";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable S3Server shared;

  private S3Servers() {}

  /** The shared server. Credentials that it takes are those of this JVM from then on. */
  public static synchronized S3Server shared() {
    S3Server known = shared;
    if (known == null) {
      known = S3Server.start(folder());
      Runtime.getRuntime().addShutdownHook(new Thread(known::close));
      shared = known;
    }
    letIn();
    return known;
  }

  /** Gives this JVM the credentials that the server takes; the DynamoDB server takes any. */
  public static void letIn() {
    System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
    System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
  }

  /** Where a bucket of the shared server is that does not exist yet. */
  public static StoreLocation unused() {
    return at(shared(), "bucket-" + NUMBER.incrementAndGet());
  }

  /** Where an empty bucket of the shared server is. */
  public static StoreLocation fresh() {
    StoreLocation location = unused();
    ObjectStores.create(location).close();
    return location;
  }

  /** Where a bucket of a server is. */
  public static StoreLocation at(S3Server server, String bucket) {
    return at(server.endpoint().toString(), bucket);
  }

  /** Where a bucket of a server at an address is. */
  public static StoreLocation at(String endpoint, String bucket) {
    return new StoreLocation(
        java.net.URI.create("s3a://" + bucket),
        Map.of(
            StoreLocation.ENDPOINT, endpoint,
            StoreLocation.REGION, REGION,
            StoreLocation.PATH_STYLE, "true"));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("novacat-s3");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
