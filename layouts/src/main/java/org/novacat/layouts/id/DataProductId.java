package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;

/** A data product. The same provider and product key, or locator, give the same id for ever. */
public record DataProductId(UUID value) implements Comparable<DataProductId>, Serializable {
  /** Fixed for ever: another namespace would give every known product a new id. */
  private static final UUID NAMESPACE = UUID.fromString("7d1e3b7e-5f0c-5a55-9d0a-6e6f76616361");

  public DataProductId {
    requireNonNull(value, "value is null");
  }

  /** The id of a product that its provider names by a key of its own. */
  public static DataProductId ofProductKey(Provider provider, String productKey) {
    return named(provider, "KEY", productKey);
  }

  /** The id of a product known only by where it lies; the locator is normalised by the caller. */
  public static DataProductId ofLocator(Provider provider, String locatorIdentity) {
    return named(provider, "LOCATOR", locatorIdentity);
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when {@code text} is not a lower-case UUID
   */
  public static DataProductId parse(String text) {
    return new DataProductId(Uuids.parse("data product id", text));
  }

  private static DataProductId named(Provider provider, String kind, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot name a product of '%s': its key is blank (give a product key or a locator)"
              .formatted(provider));
    }
    return new DataProductId(Uuids.version5(NAMESPACE, provider + "\n" + kind + "\n" + name));
  }

  @Override
  public int compareTo(DataProductId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
