package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.ProductEvent;
import org.novacat.persistence.state.ProductState;

/** The human gate: nothing leaves quarantine without it. */
public final class QuarantineReview {
  private final Products products;

  public QuarantineReview(Products products) {
    this.products = requireNonNull(products, "products is null");
  }

  /** All products that {@link SpectraProduct#isInQuarantine are in it}. Reads all products. */
  public Stream<SpectraProduct> list() {
    return products.quarantined();
  }

  /**
   * Lets a product have another try: the next run takes it up. It stays QUARANTINED until then.
   *
   * @return the product as it is now
   * @throws UsageException when there is no such product, or it is not in quarantine
   * @throws org.novacat.persistence.failure.ConflictException when a run changes it meanwhile
   */
  public ProductRef approveRetry(DataProductId id) {
    return settle(id, ProductEvent.RETRY_APPROVED, ManualReviewStatus.CLEARED_RETRY_APPROVED, "");
  }

  /**
   * Refuses a product for good.
   *
   * @param why in a person's words; "" for no word
   * @return the product as it is now
   * @throws UsageException when there is no such product, or it is not in quarantine
   * @throws org.novacat.persistence.failure.ConflictException when a run changes it meanwhile
   */
  public ProductRef reject(DataProductId id, String why) {
    return settle(id, ProductEvent.REJECTED, ManualReviewStatus.CLEARED_TERMINAL, why);
  }

  private ProductRef settle(
      DataProductId id, ProductEvent event, ManualReviewStatus review, String why) {
    ProductRef product =
        products
            .find(id)
            .orElseThrow(
                () ->
                    new UsageException(
                        "Cannot review product '%s': there is none with this id (see 'novacat quarantine list')"
                            .formatted(id)))
            .ref();
    ProductState to = Products.next(product, event);
    Changes changes =
        Changes.of(SpectraProductItem.key(product), products.stamp())
            .set(SpectraProductItem.REVIEW, review)
            .set(SpectraProductItem.REVIEW_REASON, why.isEmpty() ? null : why);
    return products.written(
        product,
        to,
        List.of(
            SpectraProductItem.enter(changes, product, to)
                .when(SpectraProductItem.asRead(product))));
  }
}
