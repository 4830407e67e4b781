package org.novacat.jobs.spectra;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.novacat.persistence.product.SpectraProduct;

/** The name that a product's file came with; some conventions say something by it. */
final class FileName {
  private FileName() {}

  /** The last part of the first locator; "primary.fits" when there is none. */
  static String of(SpectraProduct product) {
    List<String> locators = product.locators();
    String locator = locators.isEmpty() ? "primary.fits" : locators.get(0);
    String path = path(locator);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String path(String locator) {
    try {
      String path = new URI(locator).getPath();
      return path == null ? locator : path;
    } catch (URISyntaxException e) {
      return locator; // a member of an archive, whose path is kept as it is
    }
  }
}
