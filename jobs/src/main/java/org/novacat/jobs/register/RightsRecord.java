package org.novacat.jobs.register;

import java.util.function.Consumer;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;

/**
 * Has on record what is said now of the rights of products that are known, before anything else of
 * them is written, so that bytes which come with new rights are never there without them. What is
 * not said now stays as it was. Safe for many threads.
 */
final class RightsRecord {
  private final Products products;
  private final RawObjects raw;
  private final Consumer<String> changes;

  /**
   * @param changes told each change, as a sentence; by many threads
   */
  RightsRecord(Products products, RawObjects raw, Consumer<String> changes) {
    this.products = products;
    this.raw = raw;
    this.changes = changes;
  }

  /**
   * Records what is said otherwise now than it was.
   *
   * @param item as it was read
   * @return whether the product is no longer as it was read, by this or by another run
   */
  boolean isRecorded(RawReplacement.Wish wish, SpectraProduct item) {
    Rights now = wish.said().onto(item.rights());
    if (now.equals(item.rights())) {
      return false;
    }
    raw.begin();
    try {
      products.recordRights(item.ref(), now);
      changes.accept(wish.where() + ": " + StatedDifference.of(item.rights(), now));
      return true;
    } catch (ConflictException e) {
      return true; // it is read again, and what it is then decides
    }
  }
}
