package org.novacat.jobs.register.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NameRules;
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
public record Candidate(
    String where,
    String nova,
    Provider provider,
    @Nullable String productKey,
    Locator locator,
    @Nullable ContentHash expected) {
  /** For files whose nova nobody named: the file itself, or its sidecar, has to say. */
  public static final String NO_NOVA = "";

  /** A key of the table has 2,048 bytes; provider and a member's path stand in it too. */
  private static final int MOST_LOCATOR_BYTES = 1_000;

  /**
   * Refuses names that no item can hold.
   *
   * @throws RejectedException when the file's name or the locator is too long
   */
  public void checkNames() throws RejectedException {
    Optional<String> name = NameRules.fileProblem(locator.fileName());
    int bytes = locator.identity().getBytes(UTF_8).length;
    if (name.isPresent() || bytes > MOST_LOCATOR_BYTES) {
      throw new RejectedException(
          RejectCode.NAME_INVALID,
          "Cannot register '%s': %s"
              .formatted(
                  NameRules.shown(locator.fileName()),
                  name.orElse(
                      "its address has %s bytes, the most is %s (shorten the path)"
                          .formatted(bytes, MOST_LOCATOR_BYTES))));
    }
  }

  /** Whether the other asks for the same file, and says the same of it. */
  public boolean isSameAs(Candidate other) {
    return equals(
        new Candidate(
            where, other.nova, other.provider, other.productKey, other.locator, other.expected));
  }

  /** Why it is rejected where another one names its product. */
  public RejectedException twice(String first) {
    return new RejectedException(
        RejectCode.DUPLICATE_PRODUCT_KEY,
        "Cannot register %s: the same product stands in %s (remove one of them)"
            .formatted(where, first));
  }

  /** The id that this candidate has had, and will have, for ever. */
  public DataProductId productId() {
    return productId("");
  }

  /** The id of something that comes with it; {@code suffix} tells it from all else that does. */
  public DataProductId productId(String suffix) {
    return productKey == null
        ? DataProductId.ofLocator(provider, locator.identity() + suffix)
        : DataProductId.ofProductKey(provider, productKey + suffix);
  }
}
