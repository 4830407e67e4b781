package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.io.Serializable;
import java.util.PrimitiveIterator;

/**
 * The key of an object within its bucket.
 *
 * <p>Whoever holds one knows: 1 to 1024 bytes of UTF-8, segments parted by single slashes, none of
 * them empty, {@code .} or {@code ..}, no control character, and none of the characters that S3
 * advises against. So a key is also a safe relative path below a local folder.
 *
 * <p>The order is that of the UTF-8 bytes, in which S3 lists.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey>, Serializable {
  @Serial private static final long serialVersionUID = 1;

  /**
   * @throws IllegalArgumentException when a rule is broken; the message names rule and segment
   */
  public ObjectKey {
    requireNonNull(value, "value is null");
    String text = value;
    KeyRules.problem(text)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  "Cannot use object key %s: %s".formatted(KeyRules.quote(text), problem));
            });
  }

  /**
   * The key with this text.
   *
   * @throws IllegalArgumentException when a rule is broken; the message names rule and segment
   */
  public static ObjectKey of(String value) {
    return new ObjectKey(value);
  }

  /** What follows the last slash. */
  public String fileName() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** What stands before the file name, with its slash; "" when there is no slash. */
  public String folder() {
    return value.substring(0, value.lastIndexOf('/') + 1);
  }

  @Override
  public int compareTo(ObjectKey other) {
    // Code points sort as their UTF-8 bytes do; chars (UTF-16) do not.
    PrimitiveIterator.OfInt mine = value.codePoints().iterator();
    PrimitiveIterator.OfInt theirs = other.value.codePoints().iterator();
    while (mine.hasNext() && theirs.hasNext()) {
      int order = Integer.compare(mine.nextInt(), theirs.nextInt());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(mine.hasNext(), theirs.hasNext());
  }

  @Override
  public String toString() {
    return value;
  }
}
