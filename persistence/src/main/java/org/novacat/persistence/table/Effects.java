package org.novacat.persistence.table;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a write makes of an item, for the tables that carry it out themselves. */
public final class Effects {
  private Effects() {}

  /**
   * The item afterwards; null when there is none then.
   *
   * @param current the item before; null when there was none
   */
  public static @Nullable RawItem of(Write write, @Nullable RawItem current) {
    if (write instanceof Write.Put put) {
      return put.item();
    }
    if (write instanceof Write.Update update) {
      return updated(update, current);
    }
    return write instanceof Write.Delete ? null : current;
  }

  private static RawItem updated(Write.Update update, @Nullable RawItem current) {
    Map<String, Attribute> attributes =
        new HashMap<>(current == null ? Map.of() : current.attributes());
    for (String count : update.counts()) {
      long before = current == null ? 0 : current.number(count);
      attributes.put(count, Attribute.of(before + 1));
    }
    update.initials().forEach(attributes::putIfAbsent);
    attributes.putAll(update.sets());
    update.removes().forEach(attributes::remove);
    return new RawItem(update.key(), attributes);
  }
}
