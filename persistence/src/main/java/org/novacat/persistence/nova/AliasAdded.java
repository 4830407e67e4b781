package org.novacat.persistence.nova;

import java.util.List;
import org.novacat.layouts.id.NovaId;

/**
 * A name that now leads to a nova.
 *
 * @param alreadyThere other novae the name leads to as well; it is ambiguous when there are any
 * @param change whether anything was written
 */
public record AliasAdded(Nova nova, List<NovaId> alreadyThere, Change change) {
  /** Whether anything was written. */
  public enum Change {
    ADDED,
    NOTHING_NEW
  }

  public AliasAdded {
    alreadyThere = List.copyOf(alreadyThere);
  }
}
