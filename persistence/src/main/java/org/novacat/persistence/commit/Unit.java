package org.novacat.persistence.commit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Write;

/** Writes that happen together or not at all. */
interface Unit {
  /** At least one, no two of one item. */
  List<Write> writes();

  /** All items it touches; while it is under way, no other unit touches any of them. */
  default Set<ItemKey> keys() {
    return writes().stream().map(Write::key).collect(Collectors.toSet());
  }
}
