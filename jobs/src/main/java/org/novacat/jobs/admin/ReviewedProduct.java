package org.novacat.jobs.admin;

import org.novacat.jobs.cli.UserError;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.product.QuarantineReview;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ProductTransitions;

/** A spectra product under review. */
record ReviewedProduct(QuarantineReview reviews, SpectraProduct product) implements Reviewed {
  @Override
  public String id() {
    return product.id().toString();
  }

  @Override
  public void check(ReviewWord word) {
    if (ProductTransitions.TABLE.next(product.state(), word.ofProduct()).isEmpty()) {
      throw new UserError(
          "Cannot review product '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
              .formatted(product.id(), product.state(), word.done()));
    }
  }

  @Override
  public String settle(ReviewWord word, String why) {
    ProductRef now =
        switch (word) {
          case RETRY -> reviews.approveRetry(product.id());
          case REJECT -> reviews.reject(product.id(), why);
        };
    return now.state().toString();
  }
}
