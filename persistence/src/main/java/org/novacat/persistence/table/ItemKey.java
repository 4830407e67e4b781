package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** The primary key of an item: partition key {@code PK} and sort key {@code SK}. */
public record ItemKey(String pk, String sk) implements Serializable {
  /** The attribute that is an item's partition key. */
  public static final String PARTITION = "PK";

  /** The attribute that is an item's sort key. */
  public static final String SORT = "SK";

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
