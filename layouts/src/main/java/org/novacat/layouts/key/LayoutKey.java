package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

/**
 * The key of an object that a layout knows: the line that it follows says what may be written
 * there, and how often. Its text is that of the key.
 *
 * @param line made the key, or was found to fit it
 */
public record LayoutKey(LayoutEntry line, ObjectKey key) {
  public LayoutKey {
    requireNonNull(line, "line is null");
    requireNonNull(key, "key is null");
  }

  @Override
  public String toString() {
    return key.toString();
  }
}
