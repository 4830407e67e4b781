package org.novacat.jobs.register.source;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.Provider;

/**
 * A file that is rejected with what its source says of who may see it: whatever else of the same
 * command names it would bring it in without that.
 *
 * @param where the file, or the manifest and its line, for people
 * @param names of the file: of its place, and of its product
 */
public record Withheld(String where, Set<DataProductId> names) {
  public Withheld {
    names = Set.copyOf(names);
  }

  static Withheld of(Candidate rejected) {
    return new Withheld(
        rejected.where(), Set.copyOf(List.of(name(rejected.locator()), rejected.productId())));
  }

  /**
   * The name of a place, which is the same for whoever supplies the file, under any key, and by any
   * link that leads to it.
   */
  static DataProductId name(Locator place) {
    return DataProductId.ofLocator(Provider.LOCAL, real(place).identity());
  }

  /** Where its links lead; of what is not there itself. */
  private static Locator real(Locator place) {
    if (!(place instanceof Locator.Local file)) {
      return place;
    }
    try {
      return new Locator.Local(file.path().toRealPath());
    } catch (IOException e) {
      return place;
    }
  }
}
