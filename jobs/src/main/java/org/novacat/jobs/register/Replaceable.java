package org.novacat.jobs.register;

import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.store.Pointer;

/** Whether a product may have other bytes than it has. */
final class Replaceable {
  private Replaceable() {}

  /**
   * Passes for bytes that it has, and for others where those that it has were not found valid.
   *
   * @throws RejectedException when they were, or a person has refused the product for good
   */
  static void check(String where, SpectraProduct item, ContentHash sha256)
      throws RejectedException {
    Pointer has = item.rawFile();
    if (has == null || has.sha256().equals(sha256)) {
      return;
    }
    switch (item.state().validation()) {
      case VALID ->
          throw new RejectedException(
              RejectCode.RAW_IMMUTABLE,
              "Cannot register %s: product '%s' is validated with other bytes (SHA-256 %s, these have %s), and raw bytes never change (give the file a product_key of its own)"
                  .formatted(where, item.id(), has.sha256(), sha256));
      case TERMINAL_INVALID ->
          throw new RejectedException(
              RejectCode.PRODUCT_CONFLICT,
              "Cannot register %s: product '%s' was refused for good, with other bytes (give the file a product_key of its own)"
                  .formatted(where, item.id()));
      case UNVALIDATED, QUARANTINED -> {}
    }
  }
}
