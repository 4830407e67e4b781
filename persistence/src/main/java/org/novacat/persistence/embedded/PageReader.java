package org.novacat.persistence.embedded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemJson;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.SortRange;
import org.novacat.persistence.table.Texts;

/** Reads of more than one item, a page at a time, each page as of one moment. */
final class PageReader {
  /** DynamoDB's limit on a page (Developer Guide, "Paginating table query results"). */
  private static final int PAGE_BYTES = 1 << 20;

  /** A table of fewer items is not cut: it is read before another thread has begun. */
  private static final int ITEMS_PER_SAMPLE = 1000;

  private static final String SAMPLES =
      "SELECT pk, sk FROM (SELECT pk, sk, row_number() OVER (ORDER BY pk, sk) AS number FROM item)"
          + " WHERE number %% %s = 0".formatted(ITEMS_PER_SAMPLE);

  private static final List<String> KEYS = List.of("pk", "sk", "gsi1pk", "gsi1sk");

  private final SqliteRows rows;
  private final StringBuilder sql =
      new StringBuilder(
          "SELECT pk, sk, gsi1pk, gsi1sk, attributes FROM item"
              + " WHERE (expires IS NULL OR expires > ?)");
  private final List<Object> values = new ArrayList<>();

  private PageReader(SqliteRows rows, long now) {
    this.rows = rows;
    values.add(now);
  }

  static Page query(SqliteRows rows, Query query, Page.@Nullable Cursor from, long now)
      throws SQLException {
    boolean index = query.source() == Query.Source.ELIGIBILITY_INDEX;
    PageReader reader = new PageReader(rows, now);
    reader.where(index ? "gsi1pk = ?" : "pk = ?", query.partition());
    reader.sorted(index ? "gsi1sk" : "sk", query.sort(), from == null);
    reader.ordered(index ? List.of("gsi1sk", "pk", "sk") : List.of("sk"), from);
    return reader.page(query.filter(), query.attributes(), query.pageItems());
  }

  /** A part as {@link #split} made it; of segments of another table's making, the first is all. */
  static Page scan(SqliteRows rows, Scan scan, Page.@Nullable Cursor from, long now)
      throws SQLException {
    if (scan.part() instanceof Scan.Segment segment && segment.number() > 0) {
      return new Page(List.of(), null, 0);
    }
    boolean index = scan.source() == Query.Source.ELIGIBILITY_INDEX;
    PageReader reader = new PageReader(rows, now);
    if (index) {
      reader.where("gsi1pk IS NOT NULL");
    }
    if (scan.part() instanceof Scan.Range range) {
      reader.between(from == null ? range.from() : null, range.end());
    }
    reader.prefixed(index ? "gsi1sk" : "sk", scan.sortPrefix(), true);
    reader.ordered(index ? List.of("gsi1pk", "gsi1sk", "pk", "sk") : List.of("pk", "sk"), from);
    return reader.page(scan.filter(), scan.attributes(), scan.pageItems());
  }

  /**
   * Parts of about the same number of items. Keys are walked through once, which takes a small part
   * of the time that reading the items takes (docs/benchmarks.md).
   */
  static List<Scan> split(SqliteRows rows, Scan scan, int parts) throws SQLException {
    List<ItemKey> samples =
        parts == 1 || scan.source() == Query.Source.ELIGIBILITY_INDEX ? List.of() : samples(rows);
    int cuts = Math.min(parts - 1, samples.size());
    List<Scan> ranges = new ArrayList<>();
    @Nullable ItemKey from = null;
    for (int i = 1; i <= cuts; i++) {
      ItemKey end = samples.get((int) ((long) samples.size() * i / (cuts + 1)));
      ranges.add(scan.part(new Scan.Range(from, end)));
      from = end;
    }
    ranges.add(scan.part(new Scan.Range(from, null)));
    return ranges;
  }

  /** Each so manieth key, in order. */
  private static List<ItemKey> samples(SqliteRows rows) throws SQLException {
    List<ItemKey> samples = new ArrayList<>();
    try (ResultSet row = rows.statement(SAMPLES).executeQuery()) {
      while (row.next()) {
        samples.add(new ItemKey(row.getString(1), row.getString(2)));
      }
    }
    return samples;
  }

  private void between(@Nullable ItemKey from, @Nullable ItemKey end) {
    if (from != null) {
      where("(pk, sk) >= (?, ?)", from.pk(), from.sk());
    }
    if (end != null) {
      where("(pk, sk) < (?, ?)", end.pk(), end.sk());
    }
  }

  /**
   * Where a page goes on behind another, its place is the only lower bound: of two, SQLite would
   * seek by the first and walk through all that was read before.
   */
  private void sorted(String column, SortRange sort, boolean isFirst) {
    prefixed(column, sort.prefix(), isFirst);
    if (sort.least() != null && isFirst) {
      where(column + " >= ?", sort.least());
    }
    if (sort.most() != null) {
      where(column + " <= ?", sort.most());
    }
  }

  private void where(String condition, Object... parameters) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(parameters));
  }

  /** Texts compare by their UTF-8 bytes, which is the order of code points. */
  private void prefixed(String column, String prefix, boolean isFirst) {
    if (!prefix.isEmpty()) {
      if (isFirst) {
        where(column + " >= ?", prefix);
      }
      @Nullable String end = Texts.end(prefix);
      if (end != null) {
        where(column + " < ?", end);
      }
    }
  }

  private void ordered(List<String> columns, Page.@Nullable Cursor from) {
    String names = String.join(", ", columns);
    if (from != null) {
      String marks = columns.stream().map(name -> "?").collect(Collectors.joining(", "));
      where(
          "(" + names + ") > (" + marks + ")",
          columns.stream().map(name -> text(from, name)).toArray());
    }
    sql.append(" ORDER BY ").append(names);
  }

  private static String text(Page.Cursor from, String name) {
    return from.position().get(name) instanceof Attribute.Text text ? text.value() : "";
  }

  private Page page(Condition filter, Set<String> attributes, int most) throws SQLException {
    PreparedStatement statement = rows.statement(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    Set<String> parsed = parsed(filter, attributes);
    List<RawItem> kept = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      int read = 0;
      long bytes = 0;
      Page.@Nullable Cursor last = null;
      while (row.next()) {
        if (last != null) {
          return new Page(kept, last, read);
        }
        String text = row.getString("attributes");
        RawItem item = new RawItem(key(row), ItemJson.read(text, parsed));
        if (filter.holds(item)) {
          kept.add(Scan.projected(item, attributes));
        }
        read++;
        bytes += text.length();
        last = bytes >= PAGE_BYTES || read == most ? cursor(row) : null;
      }
      return new Page(kept, null, read);
    }
  }

  /** The attributes that are looked at; all when empty. */
  private static Set<String> parsed(Condition filter, Set<String> attributes) {
    return attributes.isEmpty()
        ? Set.of()
        : Stream.concat(attributes.stream(), filter.names()).collect(Collectors.toSet());
  }

  private static ItemKey key(ResultSet row) throws SQLException {
    return new ItemKey(row.getString("pk"), row.getString("sk"));
  }

  private static Page.Cursor cursor(ResultSet row) throws SQLException {
    Map<String, Attribute> position = new java.util.HashMap<>();
    for (String name : KEYS) {
      String value = row.getString(name);
      if (value != null) {
        position.put(name, Attribute.of(value));
      }
    }
    return new Page.Cursor(position);
  }
}
