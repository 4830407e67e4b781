package org.novacat.persistence.commit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.KeyLimits;
import org.novacat.persistence.table.Write;

/** Writes that happen together or not at all. */
interface CommitUnit {
  /** At least one, no two of one item. */
  List<Write> writes();

  /** All items it touches; while it is under way, no other unit touches any of them. */
  default Set<ItemKey> keys() {
    return writes().stream().map(Write::key).collect(Collectors.toSet());
  }

  /** What its writes bring. */
  default long bytes() {
    return writes().stream().mapToLong(ItemSize::of).sum();
  }

  /** Bytes of its largest write. */
  default long largest() {
    return writes().stream().mapToLong(ItemSize::of).max().orElse(0);
  }

  /**
   * Whether no key of it is too long, no write too large for its item, nor all together for a
   * transaction.
   */
  default boolean fits() {
    return keysFit()
        && largest() <= ItemSize.MOST_IN_WRITE
        && bytes() <= ItemSize.MOST_IN_TRANSACTION;
  }

  /** Whether a table takes the keys of all its items. */
  default boolean keysFit() {
    return writes().stream().map(Write::key).allMatch(KeyLimits::fit);
  }
}
