package org.novacat.persistence.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/** Items of many kinds for tests. */
final class Things {
  private Things() {}

  /** So many items, each of a hundred in a partition of its own; one in three is in the index. */
  static List<RawItem> many(int count) {
    return IntStream.range(0, count).mapToObj(Things::one).toList();
  }

  private static RawItem one(int n) {
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("entity_type", Attribute.of(n % 2 == 0 ? "DataProduct" : "Nova"));
    attributes.put("schema_version", Attribute.of("1.0"));
    attributes.put("created_at", Attribute.of("2026-01-01T00:00:00Z"));
    attributes.put("updated_at", Attribute.of("2026-02-21T20:45:" + (10 + n % 50) + ".5Z"));
    attributes.put("version", Attribute.of(n % 7));
    attributes.put("big", Attribute.of(10_000_000_000L * n));
    attributes.put("ratio", new Attribute.Num(new BigDecimal(n).divide(new BigDecimal(8))));
    attributes.put("is_even", new Attribute.Flag(n % 2 == 0));
    attributes.put("tags", new Attribute.Many(List.of(Attribute.of("t" + n), Attribute.of("all"))));
    attributes.put("facts", new Attribute.Group(Map.of("n", Attribute.of("f" + n))));
    if (n % 5 != 0) {
      attributes.put("word", Attribute.of(n % 10 == 1 ? "" : "w\uD83D\uDE00" + n % 11));
    }
    if (n % 3 == 0) {
      attributes.put("GSI1PK", Attribute.of("ix" + n % 4));
      attributes.put("GSI1SK", Attribute.of("ELIG#" + n));
    }
    return new RawItem(new ItemKey("p" + n / 100, "SK#" + (100_000 + n)), attributes);
  }

  /** Writes items, a hundred at a time. */
  static void write(Table table, List<RawItem> items) {
    for (int from = 0; from < items.size(); from += 100) {
      List<Write> writes = new ArrayList<>();
      items
          .subList(from, Math.min(from + 100, items.size()))
          .forEach(item -> writes.add(new Write.Put(item, Condition.always())));
      table.transact(writes);
    }
  }
}
