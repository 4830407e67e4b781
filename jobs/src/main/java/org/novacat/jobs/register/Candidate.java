package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.Provider;

/**
 * A raw file that somebody asks to register.
 *
 * @param where the file, or the manifest and its line, for the report
 * @param nova a nova's name, alias or id as the user wrote it
 * @param provider who supplied it
 * @param productKey the provider's own key; null when the locator names the product
 * @param locator where its bytes lie
 * @param expected the hash that the bytes must have; null when nothing was promised
 */
record Candidate(
    String where,
    String nova,
    Provider provider,
    @Nullable String productKey,
    Locator locator,
    @Nullable ContentHash expected) {
  Candidate {
    requireNonNull(where, "where is null");
    requireNonNull(nova, "nova is null");
    requireNonNull(provider, "provider is null");
    requireNonNull(locator, "locator is null");
  }

  /** The id that this candidate has had, and will have, for ever. */
  DataProductId productId() {
    return productKey == null
        ? DataProductId.ofLocator(provider, locator.identity())
        : DataProductId.ofProductKey(provider, productKey);
  }
}
