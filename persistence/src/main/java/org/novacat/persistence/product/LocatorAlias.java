package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.ItemMeta;

/**
 * That a locator leads to a product.
 *
 * @param namespace the provider whose locator it is, or {@link #BY_ID} when the locator is the
 *     product's own id
 * @param provider of the product
 */
public record LocatorAlias(
    String namespace,
    String locatorIdentity,
    DataProductId productId,
    NovaId novaId,
    Provider provider,
    ItemMeta meta) {
  /** The namespace in which each product is located by its id; no provider can have this name. */
  public static final String BY_ID = "@id";

  public LocatorAlias {
    requireNonNull(namespace, "namespace is null");
    requireNonNull(locatorIdentity, "locatorIdentity is null");
    requireNonNull(productId, "productId is null");
    requireNonNull(novaId, "novaId is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(meta, "meta is null");
  }

  /** The alias by which the product is found by id alone. */
  public static LocatorAlias byId(
      DataProductId productId, NovaId novaId, Provider provider, ItemMeta meta) {
    return new LocatorAlias(BY_ID, productId.toString(), productId, novaId, provider, meta);
  }
}
