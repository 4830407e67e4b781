package org.novacat.jobs.nova;

import java.util.List;
import java.util.stream.Collectors;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.NovaNames;
import org.novacat.persistence.nova.Resolution;

/** Finds the nova that a user means. */
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
    List<Nova> novae = novae(stores, name);
    if (novae.size() == 1) {
      return novae.get(0);
    }
    String choices =
        novae.stream()
            .map(nova -> nova.primaryName() + " " + nova.id())
            .collect(Collectors.joining(", "));
    throw new UserError(
        "Cannot tell which nova '%s' is: %s (write the id of the one you mean)"
            .formatted(name, choices));
  }

  /**
   * The novae of a name, alias or id; several where it is not one's alone.
   *
   * @throws UserError when there is none
   */
  public static List<Nova> novae(Stores stores, String name) {
    Resolution resolution = stores.catalog().novae().resolve(name);
    if (resolution instanceof Resolution.One one) {
      return List.of(one.nova());
    }
    if (resolution instanceof Resolution.Several several) {
      return several.novae();
    }
    throw new UserError(
        "Cannot find nova '%s': no nova has this name (see 'novacat nova list')".formatted(name));
  }
}
