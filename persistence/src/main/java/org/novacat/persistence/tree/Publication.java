package org.novacat.persistence.tree;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the publishing of a tree ended. */
public sealed interface Publication {
  /** It is there, whole, and was made visible by this publisher. */
  record Published(TreeLocation at) implements Publication {}

  /**
   * A tree is there already; ours is not.
   *
   * @param finished the run that was killed while it published that one, and whose work this
   *     publisher brought to its end; null when it was whole before
   */
  record AlreadyThere(@Nullable String finished) implements Publication {}

  /**
   * Another run is publishing there, and nothing was changed.
   *
   * @param until when its claim runs out unless it renews it
   */
  record Held(String run, Instant until) implements Publication {}
}
