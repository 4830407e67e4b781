package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;

/**
 * A product as it was read: all that is needed to write it again, and to notice that somebody else
 * did in between. Small, so that it can travel with the work on the product.
 *
 * @param version of the item when it was read
 * @param attemptsBefore tries made before
 */
public record ProductRef(
    NovaId novaId,
    Provider provider,
    DataProductId id,
    long version,
    ProductState state,
    long attemptsBefore)
    implements Serializable {
  public ProductRef {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(id, "id is null");
    requireNonNull(state, "state is null");
  }

  /** Where its item lies. */
  public ItemKey key() {
    return Keys.spectraProduct(novaId, provider, id);
  }

  /** Its sort key in the index while it is eligible. */
  String eligible() {
    return Keys.eligible(provider, id);
  }

  /** That it is as it was read. */
  public Condition asRead() {
    return Condition.allOf(
        Condition.equal(Common.VERSION.name(), version),
        Condition.equal(SpectraProduct.VALIDATION_STATUS.name(), state.validation().name()),
        Condition.equal(SpectraProduct.ACQUISITION_STATUS.name(), state.acquisition().name()));
  }

  /** The product after one write that brings it into a state. */
  public ProductRef after(ProductState to) {
    return new ProductRef(novaId, provider, id, version + 1, to, attemptsBefore);
  }
}
