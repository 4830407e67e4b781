package org.novacat.persistence.product;

import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** LocatorAlias as an item. */
public final class LocatorAliasItem {
  public static final Field<String> NAMESPACE = Field.required("locator_namespace", Types.TEXT);
  public static final Field<String> LOCATOR_IDENTITY =
      Field.required("locator_identity", Types.TEXT);
  public static final Field<DataProductId> PRODUCT_ID =
      Field.required("data_product_id", Types.PRODUCT_ID);
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<Provider> PROVIDER = Field.required("provider", Types.PROVIDER);

  public static final Shape SHAPE =
      Shape.first(
          "LocatorAlias",
          "LOCATOR#<provider>#<locator_identity>",
          "DATA_PRODUCT#<data_product_id>",
          NAMESPACE,
          LOCATOR_IDENTITY,
          PRODUCT_ID,
          NOVA_ID,
          PROVIDER);

  private LocatorAliasItem() {}

  /** Where the product with an id can be looked up. */
  public static ItemKey byId(DataProductId id) {
    return Keys.locatorAlias(LocatorAlias.BY_ID, id.toString(), id);
  }

  /** Creates the alias; refused when it exists and leads to a product of another nova. */
  public static Write claim(LocatorAlias alias) {
    return draft(alias)
        .putIf(
            Condition.anyOf(
                Condition.absent(), Condition.equal(NOVA_ID.name(), alias.novaId().toString())));
  }

  public static LocatorAlias read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new LocatorAlias(
        fields.get(NAMESPACE),
        fields.get(LOCATOR_IDENTITY),
        fields.get(PRODUCT_ID),
        fields.get(NOVA_ID),
        fields.get(PROVIDER),
        fields.meta());
  }

  public static RawItem write(LocatorAlias alias) {
    return draft(alias).item();
  }

  private static ItemDraft draft(LocatorAlias alias) {
    return new ItemDraft(
            SHAPE,
            Keys.locatorAlias(alias.namespace(), alias.locatorIdentity(), alias.productId()),
            alias.meta())
        .with(NAMESPACE, alias.namespace())
        .with(LOCATOR_IDENTITY, alias.locatorIdentity())
        .with(PRODUCT_ID, alias.productId())
        .with(NOVA_ID, alias.novaId())
        .with(PROVIDER, alias.provider());
  }
}
