package org.novacat.persistence.bucket;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which bucket, and how to reach it: a value that travels to executors, where {@link
 * ObjectStores#open} makes a store of it. It never holds a secret.
 *
 * @param uri {@code file:///folder} or {@code s3a://bucket}
 * @param options by name, for stores that have any: {@code durability} ({@code on-return}, the
 *     default, or {@code later}) of a folder
 */
public record StoreLocation(URI uri, Map<String, String> options) implements Serializable {
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
