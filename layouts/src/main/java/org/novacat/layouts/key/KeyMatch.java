package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

/** The line of a layout that a key follows, and the fields that the key holds. */
public record KeyMatch(LayoutEntry entry, KeyFields fields) {
  public KeyMatch {
    requireNonNull(entry, "entry is null");
    requireNonNull(fields, "fields is null");
  }
}
