package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/** One write, or check, of one item, with the condition under which it happens. */
public sealed interface Write {
  ItemKey key();

  Condition condition();

  /** Replaces the whole item. */
  record Put(RawItem item, Condition condition) implements Write {
    public Put {
      requireNonNull(item, "item is null");
      requireNonNull(condition, "condition is null");
    }

    @Override
    public ItemKey key() {
      return item.key();
    }
  }

  /**
   * Changes some attributes and leaves the others, those of a newer writer included, as they are.
   * Makes the item when it does not exist and the condition allows it.
   *
   * @param sets attributes that get this value
   * @param initials attributes that get this value only where they are absent
   * @param removes attributes that are gone afterwards
   * @param counts attributes raised by one; absent counts as 0
   */
  record Update(
      ItemKey key,
      Map<String, Attribute> sets,
      Map<String, Attribute> initials,
      Set<String> removes,
      Set<String> counts,
      Condition condition)
      implements Write {
    public Update {
      requireNonNull(key, "key is null");
      sets = Map.copyOf(sets);
      initials = Map.copyOf(initials);
      removes = Set.copyOf(removes);
      counts = Set.copyOf(counts);
      requireNonNull(condition, "condition is null");
    }
  }

  /** Removes the item; one that is not there is no error. */
  record Delete(ItemKey key, Condition condition) implements Write {}

  /** Writes nothing; in a transaction, the condition decides over the others. */
  record Check(ItemKey key, Condition condition) implements Write {}
}
