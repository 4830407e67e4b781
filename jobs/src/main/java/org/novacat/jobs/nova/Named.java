package org.novacat.jobs.nova;

import java.util.stream.Collectors;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.item.Nova;
import org.novacat.persistence.nova.NovaNames;
import org.novacat.persistence.nova.Resolution;

/** Finds the one nova that a user means. */
public final class Named {
  private Named() {}

  /**
   * Checks a name to be given.
   *
   * @throws UserError when nothing can have it
   */
  static void checkUsable(String name) {
    UserError.ifRefused(() -> NovaNames.normalize(name));
  }

  /**
   * The nova of a name, alias or id.
   *
   * @throws UserError when there is none, or more than one
   */
  public static Nova nova(Stores stores, String name) {
    Resolution resolution = stores.catalog().novae().resolve(name);
    if (resolution instanceof Resolution.One one) {
      return one.nova();
    }
    if (resolution instanceof Resolution.Several several) {
      String choices =
          several.novae().stream()
              .map(nova -> nova.primaryName() + " " + nova.id())
              .collect(Collectors.joining(", "));
      throw new UserError(
          "Cannot tell which nova '%s' is: %s (write the id of the one you mean)"
              .formatted(name, choices));
    }
    throw new UserError(
        "Cannot find nova '%s': no nova has this name (see 'novacat nova list')".formatted(name));
  }
}
