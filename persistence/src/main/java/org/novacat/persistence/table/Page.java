package org.novacat.persistence.table;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of the items that a query or scan returns.
 *
 * @param items may be empty although more follow, when the filter left none of a page
 * @param next where to go on; null at the end
 * @param capacity read capacity consumed
 */
public record Page(List<RawItem> items, @Nullable Cursor next, double capacity) {
  public Page {
    items = List.copyOf(items);
  }

  /** A place between two items, opaque to all but the table that gave it. */
  public record Cursor(Map<String, Attribute> position) {
    public Cursor {
      position = Map.copyOf(position);
    }
  }
}
