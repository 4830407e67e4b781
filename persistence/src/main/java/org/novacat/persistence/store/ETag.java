package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

/**
 * A store's name for the bytes of an object: equal bytes in the same store have equal ETags, other
 * bytes have another. Two kinds of store need not agree, so an ETag is compared only with those of
 * its own store; across stores, compare SHA-256.
 *
 * @param value as the store gives it, without quotes
 */
public record ETag(String value) {
  public ETag {
    requireNonNull(value, "value is null");
    if (value.isBlank() || value.indexOf('"') >= 0) {
      throw new IllegalArgumentException(
          "Cannot use ETag '%s': it is blank or has quotes (give it without them)"
              .formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
