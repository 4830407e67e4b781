package org.novacat.jobs.bundle;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.store.Pointer;

/**
 * What a task made of a planned bundle.
 *
 * @param postponement why there is none; null when there is one
 * @param facts null when there is none
 */
record BuiltBundle(NovaId nova, @Nullable Postponement postponement, @Nullable Facts facts)
    implements Serializable {
  /**
   * The objects of a bundle.
   *
   * @param files how many there are in the zip file
   */
  record Facts(Pointer zip, ContentHash manifest, int files) implements Serializable {}

  BuiltBundle {
    if ((postponement == null) == (facts == null)) {
      throw new IllegalArgumentException(
          "Cannot report bundle: it was either postponed or has facts");
    }
  }

  static BuiltBundle postponed(NovaId nova, Postponement why) {
    return new BuiltBundle(nova, why, null);
  }

  static BuiltBundle postponed(NovaId nova, PostponedCode code, RuntimeException why) {
    return postponed(nova, new Postponement(code, String.valueOf(why.getMessage())));
  }
}
