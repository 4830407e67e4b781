package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Write;

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
    ItemMeta meta)
    implements Stored {
  private static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);

  /** As an item. */
  public static final ItemType<LocatorAlias> ITEM =
      ItemType.of(
          "LocatorAlias",
          "LOCATOR#<provider>#<locator_identity>",
          "DATA_PRODUCT#<data_product_id>",
          RecordType.of(LocatorAlias.class)
              .required("locator_namespace", Types.TEXT, LocatorAlias::namespace)
              .required("locator_identity", Types.TEXT, LocatorAlias::locatorIdentity)
              .required("data_product_id", Types.PRODUCT_ID, LocatorAlias::productId)
              .field(NOVA_ID, LocatorAlias::novaId)
              .required("provider", Types.PROVIDER, LocatorAlias::provider),
          one -> Keys.locatorAlias(one.namespace(), one.locatorIdentity(), one.productId()));

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

  /** Where the product with an id can be looked up. */
  public static ItemKey keyById(DataProductId id) {
    return Keys.locatorAlias(BY_ID, id.toString(), id);
  }

  /** Creates the alias; refused when it exists and leads to a product of another nova. */
  public Write claim() {
    Condition ours = Condition.equal(NOVA_ID.name(), novaId.toString());
    return ITEM.put(this, Condition.anyOf(Condition.absent(), ours));
  }
}
