package org.novacat.persistence.bucket;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
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
    if (text.matches("(?i)s3.*@.*")) {
      throw new IllegalArgumentException(
          "Cannot open a store with credentials in its address (write s3a://bucket, and put them where AWS's default chain looks)");
    }
    try {
      URI uri = new URI(text);
      if (!uri.isOpaque()) {
        return new StoreLocation(uri, Map.of());
      }
      if (uri.getScheme().equalsIgnoreCase("file")) {
        return local(Path.of(uri.getSchemeSpecificPart()));
      }
      throw new URISyntaxException(text, "it has no '//' behind its scheme");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': it is no URI: %s (write s3a://bucket or file:///folder)"
              .formatted(text, e.getReason()),
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
    Path one = folder();
    Path two = other.folder();
    return one.startsWith(two) || two.startsWith(one);
  }

  /** Where it really is: what is there of its path may be a link. */
  private Path folder() {
    Path folder = Path.of(uri.getPath()).normalize();
    for (Path there = folder; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(folder));
      } catch (IOException e) {
        // Not there, or not for us to see: its parent may be.
      }
    }
    return folder;
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
