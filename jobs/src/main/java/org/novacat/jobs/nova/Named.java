package org.novacat.jobs.nova;

import java.util.List;
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
  public static void checkUsable(String name) {
    UserError.ifRefused(() -> NovaNames.normalize(name));
  }

  /**
   * The nova of a name, alias or id.
   *
   * @throws UserError when there is none, or more than one
   */
  public static Nova nova(Stores stores, String name) {
    Resolution resolution = resolve(stores, name);
    Nova nova = resolution.only();
    if (nova == null) {
      throw new UserError(resolution.ambiguity());
    }
    return nova;
  }

  /**
   * The novae of a name, alias or id; several where it is not one's alone.
   *
   * @throws UserError when there is none
   */
  public static List<Nova> novae(Stores stores, String name) {
    return resolve(stores, name).novae();
  }

  private static Resolution resolve(Stores stores, String name) {
    Resolution resolution = stores.catalog().novae().resolve(name);
    if (resolution.novae().isEmpty()) {
      throw new UserError(
          "Cannot find nova '%s': no nova has this name (see 'novacat nova list')".formatted(name));
    }
    return resolution;
  }
}
