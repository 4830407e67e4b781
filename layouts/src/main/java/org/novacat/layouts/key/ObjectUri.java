package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an object is: store, bucket and key.
 *
 * <p>On S3 its text is {@code s3://bucket/key}, the key as it stands, not percent-encoded; {@code
 * s3a://} reads as the same place. In a local folder it is the {@code file:} URI of the file.
 *
 * @param bucket named by the rules of the S3 User Guide, "Bucket naming rules": 3 to 63 of a-z,
 *     0-9, '.' and '-', a letter or digit at either end, no two dots in a row
 */
public record ObjectUri(StorePlace store, String bucket, ObjectKey key) {
  private static final Pattern BUCKET =
      Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern S3_TEXT = Pattern.compile("s3a?://([^/]+)/(.+)", Pattern.DOTALL);

  /**
   * @throws IllegalArgumentException when the bucket has no legal name
   */
  public ObjectUri {
    requireNonNull(store, "store is null");
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "Cannot use bucket %s: a bucket's name is 3 to 63 of a-z, 0-9, '.' and '-'"
              .formatted(KeyRules.quote(bucket)));
    }
  }

  /** An object on S3. */
  public static ObjectUri s3(String bucket, ObjectKey key) {
    return new ObjectUri(new StorePlace.S3(), bucket, key);
  }

  /** An object in the local store whose buckets lie in {@code root}. */
  public static ObjectUri local(Path root, String bucket, ObjectKey key) {
    return new ObjectUri(new StorePlace.Local(root), bucket, key);
  }

  /**
   * Reads the text of a URI on S3.
   *
   * @throws IllegalArgumentException when it is not {@code s3://bucket/key} or {@code s3a://…}
   */
  public static ObjectUri parseS3(String text) {
    Matcher matcher = S3_TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Cannot read object URI %s: it is not s3://bucket/key".formatted(KeyRules.quote(text)));
    }
    return s3(matcher.group(1), new ObjectKey(matcher.group(2)));
  }

  /**
   * Reads a {@code file:} URI below the local store whose buckets lie in {@code root}: only the
   * root tells where the bucket ends and the key begins.
   *
   * @throws IllegalArgumentException when the file does not lie in a bucket below {@code root}
   */
  public static ObjectUri parseLocal(Path root, String text) {
    Path base = root.toAbsolutePath().normalize();
    Path file = Path.of(URI.create(text)).normalize();
    if (!file.startsWith(base) || file.getNameCount() < base.getNameCount() + 2) {
      throw new IllegalArgumentException(
          "Cannot read object URI %s: it names no file in a bucket below '%s'"
              .formatted(KeyRules.quote(text), base));
    }
    Path inside = base.relativize(file);
    Path key = inside.subpath(1, inside.getNameCount());
    return local(base, inside.getName(0).toString(), ObjectKey.of(slashed(key)));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  @Override
  public String toString() {
    return store instanceof StorePlace.Local local
        ? local.root().resolve(bucket).resolve(key.value()).toUri().toString()
        : "s3://" + bucket + "/" + key;
  }
}
