package org.novacat.jobs.register.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NameRules;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.Rights;

/**
 * A raw file that somebody asks to register.
 *
 * @param where the file, or the manifest and its line, for the report
 * @param nova a nova's name, alias or id as the user wrote it
 * @param provider who supplied it
 * @param productKey the provider's own key; null when the locator names the product
 * @param locator where its bytes lie
 * @param expected the hash that the bytes must have; null when nothing was promised
 * @param stated what is said of the spectrum beside it
 * @param rights what is said of what others may do with it, and whom they name
 * @param otherNova what else names its nova, which has to be the same; "" for nothing
 */
public record Candidate(
    String where,
    String nova,
    Provider provider,
    @Nullable String productKey,
    Locator locator,
    @Nullable ContentHash expected,
    StatedFacts stated,
    Rights rights,
    String otherNova) {
  /** Of which nobody says more than where it is. */
  public Candidate(
      String where,
      String nova,
      Provider provider,
      @Nullable String productKey,
      Locator locator,
      @Nullable ContentHash expected) {
    this(where, nova, provider, productKey, locator, expected, StatedFacts.NONE, Rights.NONE, "");
  }

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

  /** Whether its other nova is a star by its designation, and not any word. */
  public boolean otherIsDesignation() {
    return isDesignation(otherNova);
  }

  /** Whether a text begins with the designation of a variable star, and is not any word. */
  public static boolean isDesignation(String text) {
    return !TableNova.of(text).isEmpty();
  }

  /** The same of which this is said. */
  public Candidate stating(StatedFacts facts) {
    return new Candidate(
        where, nova, provider, productKey, locator, expected, facts, rights, otherNova);
  }

  /** The same of whose rights this is said. */
  public Candidate crediting(Rights said) {
    return new Candidate(
        where, nova, provider, productKey, locator, expected, stated, said, otherNova);
  }

  /** The same whose nova is named once more. */
  Candidate alsoNamed(String other) {
    return new Candidate(
        where, nova, provider, productKey, locator, expected, stated, rights, other);
  }

  /** Whether the other asks for the same file, and says the same of it. */
  public boolean isSameAs(Candidate other) {
    return equals(
        new Candidate(
            where,
            other.nova,
            other.provider,
            other.productKey,
            other.locator,
            other.expected,
            other.stated,
            other.rights,
            other.otherNova));
  }

  /**
   * Why it is rejected where another one names its product.
   *
   * @throws UserError when the two do not agree on who may see it: whichever is taken, it may be
   *     the wrong one, and what is public once cannot be taken back
   */
  public RejectedException twice(Candidate first) {
    if (!rights.access().equals(first.rights.access())) {
      throw new UserError(
          "Cannot register %s: its rights are %s, and those of the same product are %s in %s (say the same of both, or remove one)"
              .formatted(where, rights.access().text(), first.rights.access().text(), first.where));
    }
    return new RejectedException(
        RejectCode.DUPLICATE_PRODUCT_KEY,
        "Cannot register %s: the same product stands in %s (remove one of them)"
            .formatted(where, first.where));
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
