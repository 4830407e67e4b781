package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

/** The primary key of an item: partition key {@code PK} and sort key {@code SK}. */
public record ItemKey(String pk, String sk) {
  public ItemKey {
    requireNonNull(pk, "pk is null");
    requireNonNull(sk, "sk is null");
    if (pk.isEmpty() || sk.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot build item key: '%s' / '%s' has an empty part".formatted(pk, sk));
    }
  }

  @Override
  public String toString() {
    return pk + " / " + sk;
  }
}
