package org.novacat.jobs.spectrum;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ValidationStatus;

/** Finds the spectrum that a person means. */
public final class ProductFinder {
  private static final int ID_LENGTH = 36;
  private static final int SHORTEST_PREFIX = 4;
  private static final int MOST_NAMED = 5;

  private final Products products;

  public ProductFinder(Products products) {
    this.products = products;
  }

  /**
   * The product with this id, or the only one whose id begins so, or that has this product key,
   * locator or file name. Anything but a whole id is looked for among all products.
   *
   * @throws UserError when there is none, or more than one
   */
  public SpectraProduct any(String text) {
    return byId(text).orElseGet(() -> search(text));
  }

  /**
   * The same, when it is valid.
   *
   * @throws UserError when there is none, or more than one, or it is not valid
   */
  SpectraProduct valid(String text) {
    SpectraProduct found = any(text);
    if (found.state().validation() != ValidationStatus.VALID) {
      throw notValid(found);
    }
    return found;
  }

  private Optional<SpectraProduct> byId(String text) {
    return text.length() == ID_LENGTH && text.matches("[0-9a-fA-F-]+")
        ? products.find(UserError.ifRefused(() -> DataProductId.parse(lower(text))))
        : Optional.empty();
  }

  private SpectraProduct search(String text) {
    List<SpectraProduct> found =
        products.all(product -> isMeant(product, text)).limit(MOST_NAMED + 1L).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw found.isEmpty() ? unknown(text) : ambiguous(text, found);
  }

  private static boolean isMeant(SpectraProduct product, String text) {
    boolean prefix =
        text.length() >= SHORTEST_PREFIX && product.id().toString().startsWith(lower(text));
    return prefix
        || product.locatorIdentity().equals(text)
        || product.locators().stream()
            .anyMatch(locator -> locator.equals(text) || locator.endsWith("/" + text));
  }

  private static UserError unknown(String text) {
    return new UserError(
        "Cannot find spectrum '%s': no product has this id, product key, locator or file name (of an id, give at least %s characters)"
            .formatted(text, SHORTEST_PREFIX));
  }

  private static UserError ambiguous(String text, List<SpectraProduct> found) {
    String names =
        found.stream()
            .limit(MOST_NAMED)
            .map(product -> product.id().toString())
            .collect(Collectors.joining(", "));
    String more = found.size() > MOST_NAMED ? ", …" : "";
    return new UserError(
        "Cannot find spectrum '%s': several products are meant, %s%s (give the id of one)"
            .formatted(text, names, more));
  }

  private static UserError notValid(SpectraProduct product) {
    String why;
    if (product.duplicateOf() != null) {
      why = "it is a duplicate of %1$s (name '%1$s')".formatted(product.duplicateOf());
    } else if (product.quarantine() != null) {
      why = "it is in quarantine (see 'novacat quarantine show %s')".formatted(product.id());
    } else {
      why = "it is not validated yet (run 'novacat ingest-spectra')";
    }
    return new UserError("Cannot read spectrum '%s': %s".formatted(product.id(), why));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
