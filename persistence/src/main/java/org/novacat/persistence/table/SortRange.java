package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which sort keys: those that begin with a text, or those between two, which are among them. Keys
 * are ordered by their UTF-8 bytes.
 *
 * @param prefix "" for all; else there are no bounds
 * @param least the first; null for no lower bound, never empty
 * @param most the last; null for no upper bound, never empty
 */
public record SortRange(String prefix, @Nullable String least, @Nullable String most)
    implements Serializable {
  /** All of them. */
  public static final SortRange ALL = new SortRange("", null, null);

  public SortRange {
    requireNonNull(prefix, "prefix is null");
    boolean isBounded = least != null || most != null;
    if (isBounded && !prefix.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot ask for sort keys with prefix '%s' and bounds".formatted(prefix));
    }
    if ("".equals(least) || "".equals(most)) {
      throw new IllegalArgumentException("Cannot bound sort keys by an empty one");
    }
    if (least != null && most != null && Texts.compare(least, most) > 0) {
      throw new IllegalArgumentException(
          "Cannot ask for sort keys from '%s' to '%s' (give the lesser first)"
              .formatted(least, most));
    }
  }

  /** Those that begin with a text. */
  public static SortRange prefix(String prefix) {
    return new SortRange(prefix, null, null);
  }

  /** That one. */
  public static SortRange only(String key) {
    return new SortRange("", key, key);
  }

  /** Whether there is just one such key. */
  public boolean isOne() {
    return least != null && least.equals(most);
  }

  /** Whether a key is one of them. */
  public boolean holds(String key) {
    return key.startsWith(prefix)
        && (least == null || Texts.compare(key, least) >= 0)
        && (most == null || Texts.compare(key, most) <= 0);
  }

  /** For people: {@code = 'a'}, {@code begins with 'a'}, {@code 'a' to 'b'}, or "". */
  public String describe() {
    if (isOne()) {
      return "= '%s'".formatted(least);
    }
    if (least != null || most != null) {
      return "%s to %s".formatted(quoted(least, "the first"), quoted(most, "the last"));
    }
    return prefix.isEmpty() ? "" : "begins with '%s'".formatted(prefix);
  }

  private static String quoted(@Nullable String key, String none) {
    return key == null ? none : "'" + key + "'";
  }
}
