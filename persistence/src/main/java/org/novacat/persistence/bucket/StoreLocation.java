package org.novacat.persistence.bucket;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which bucket, and how to reach it: a value that travels to executors, where {@link
 * ObjectStores#open} makes a store of it. It never holds a secret.
 *
 * @param uri {@code file:///folder} or {@code s3a://bucket}
 * @param options by name, for stores that have any: {@link #DURABILITY} of a folder; {@link
 *     #REGION}, {@link #ENDPOINT} and {@link #PATH_STYLE} of a bucket on S3
 */
public record StoreLocation(URI uri, Map<String, String> options) implements Serializable {
  /** {@code on-return}, the default, or {@code later}. */
  public static final String DURABILITY = "durability";

  /** AWS's region of the bucket. */
  public static final String REGION = "region";

  /** Address of another server than AWS's. */
  public static final String ENDPOINT = "endpoint";

  /** {@code true} where the bucket is to be named in the path of addresses, not in their host. */
  public static final String PATH_STYLE = "path-style";

  static final Set<String> S3_OPTIONS =
      Collections.unmodifiableSet(new TreeSet<>(Set.of(ENDPOINT, PATH_STYLE, REGION)));

  public StoreLocation {
    requireNonNull(uri, "uri is null");
    options = Map.copyOf(options);
  }

  /** The bucket that is this folder. */
  public static StoreLocation local(Path folder) {
    return new StoreLocation(folder.toAbsolutePath().normalize().toUri(), Map.of());
  }

  /**
   * Reads what a user writes: a URI, or the path of a folder.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static StoreLocation parse(String text) {
    if (!text.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      return local(Path.of(text));
    }
    try {
      return new StoreLocation(new URI(text), Map.of());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': it is no URI: %s (write file:///folder or s3a://bucket)"
              .formatted(text, e.getMessage()),
          e);
    }
  }

  /** Whether it is a bucket on S3, of AWS or of another server. */
  public boolean isOnS3() {
    return "s3a".equalsIgnoreCase(uri.getScheme()) || "s3".equalsIgnoreCase(uri.getScheme());
  }

  /** Whether it is the same bucket, or lies in it, or the other in this. */
  public boolean isSameBucket(StoreLocation other) {
    if (isOnS3() || other.isOnS3()) {
      return isOnS3() && other.isOnS3() && uri.getAuthority().equals(other.uri.getAuthority());
    }
    String one = folder();
    String two = other.folder();
    return one.startsWith(two) || two.startsWith(one);
  }

  private String folder() {
    return uri.normalize().toString().replaceFirst("^file:/+", "/").replaceFirst("/*$", "/");
  }

  /** The same bucket, with one more option. */
  public StoreLocation with(String option, String value) {
    Map<String, String> more = new TreeMap<>(options);
    more.put(option, value);
    return new StoreLocation(uri, more);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
