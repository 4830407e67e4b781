package org.novacat.persistence.tree;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.StoreLocation;

/**
 * Where a tree of objects is: below a key of a bucket. It travels to executors.
 *
 * @param bucket a bucket on S3, or a folder
 * @param path key of the root in it, without a slash at its end; never empty
 */
public record TreeLocation(StoreLocation bucket, String path) implements Serializable {
  public TreeLocation {
    requireNonNull(bucket, "bucket is null");
    ObjectKey.of(path);
  }

  /**
   * Reads what a user writes: {@code s3a://bucket/folder/name}, {@code file:///folder/name} or the
   * path of a folder, which need not be there.
   *
   * @throws IllegalArgumentException if it is none of these, or names a bucket as a whole
   */
  public static TreeLocation parse(String text) {
    StoreLocation whole = StoreLocation.parse(text);
    URI uri = whole.uri();
    if (!whole.isOnS3()) {
      return local(Path.of(uri));
    }
    if (uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "Cannot use '%s': it has a '?' or '#' (write s3a://bucket/folder)".formatted(text));
    }
    String path = String.valueOf(uri.getPath()).replaceAll("^/+|/+$", "");
    if (path.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot use '%s': it is a whole bucket (name a folder in it)".formatted(text));
    }
    URI bucket = URI.create(uri.getScheme() + "://" + uri.getAuthority());
    return new TreeLocation(new StoreLocation(bucket, whole.options()), path);
  }

  /**
   * A folder.
   *
   * @throws IllegalArgumentException if it is the root of a disk, or its name can be no key
   */
  public static TreeLocation local(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(
          "Cannot use '%s': it is a whole disk (name a folder in it)".formatted(folder));
    }
    return new TreeLocation(StoreLocation.local(parent), whole.getFileName().toString());
  }

  /** Whether it is in a bucket. */
  public boolean isIn(StoreLocation other) {
    if (isOnS3() || other.isOnS3()) {
      return bucket.isSameBucket(other);
    }
    Path within = Path.of(other.uri()).toAbsolutePath().normalize();
    return folder().startsWith(within);
  }

  /** Whether it is on S3. */
  public boolean isOnS3() {
    return bucket.isOnS3();
  }

  /** The folder; only of one that is not on S3. */
  public Path folder() {
    return Path.of(bucket.uri()).resolve(path);
  }

  /** What its last segment is called. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Another one in the same folder. */
  public TreeLocation sibling(String name) {
    return new TreeLocation(bucket, path.substring(0, path.length() - name().length()) + name);
  }

  /** The same place in the same bucket, reached otherwise. */
  public TreeLocation in(StoreLocation other) {
    return new TreeLocation(other, path);
  }

  @Override
  public String toString() {
    return isOnS3()
        ? bucket.uri().toString().replaceAll("/+$", "") + "/" + path
        : folder().toString();
  }
}
