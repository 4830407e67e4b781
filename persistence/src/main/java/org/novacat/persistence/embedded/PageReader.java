package org.novacat.persistence.embedded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;

/** Reads of more than one item, a page at a time, each page as of one moment. */
final class PageReader {
  /** DynamoDB's limit on a page (Developer Guide, "Paginating table query results"). */
  private static final int PAGE_BYTES = 1 << 20;

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
    reader.prefixed(index ? "gsi1sk" : "sk", query.sortPrefix());
    List<String> order = index ? List.of("gsi1sk", "pk", "sk") : List.of("sk");
    reader.ordered(order, from);
    return reader.page(Condition.always());
  }

  static Page index(SqliteRows rows, Page.@Nullable Cursor from, long now) throws SQLException {
    PageReader reader = new PageReader(rows, now);
    reader.where("gsi1pk IS NOT NULL");
    reader.ordered(List.of("gsi1pk", "gsi1sk", "pk", "sk"), from);
    return reader.page(Condition.always());
  }

  /** All is in the first segment: one thread reads a file as fast as several. */
  static Page scan(SqliteRows rows, Scan scan, Page.@Nullable Cursor from, long now)
      throws SQLException {
    if (scan.segment() > 0) {
      return new Page(List.of(), null, 0);
    }
    PageReader reader = new PageReader(rows, now);
    reader.prefixed("sk", scan.sortPrefix());
    reader.ordered(List.of("pk", "sk"), from);
    Page page = reader.page(scan.filter());
    List<RawItem> kept = page.items().stream().map(scan::projected).toList();
    return new Page(kept, page.next(), page.capacity());
  }

  private void where(String condition, Object... parameters) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(parameters));
  }

  /** Texts compare by their UTF-8 bytes, which is the order of code points. */
  private void prefixed(String column, String prefix) {
    if (!prefix.isEmpty()) {
      where(column + " >= ?", prefix);
      String end = end(prefix);
      if (end != null) {
        where(column + " < ?", end);
      }
    }
  }

  /**
   * The least text that is greater than every text with this prefix; null when no text is.
   *
   * @param prefix not empty
   */
  private static @Nullable String end(String prefix) {
    int[] points = prefix.codePoints().toArray();
    int last = points.length - 1;
    while (last >= 0 && points[last] == Character.MAX_CODE_POINT) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    points[last] = next(points[last]);
    return new String(points, 0, last + 1);
  }

  /** Surrogates are no characters, and have no UTF-8. */
  private static int next(int point) {
    return point + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : point + 1;
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

  private Page page(Condition filter) throws SQLException {
    PreparedStatement statement = rows.statement(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    List<RawItem> kept = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      int read = 0;
      long bytes = 0;
      Page.@Nullable Cursor last = null;
      while (row.next()) {
        if (bytes >= PAGE_BYTES) {
          return new Page(kept, last, read);
        }
        String attributes = row.getString("attributes");
        RawItem item = new RawItem(key(row), ItemJson.read(attributes));
        if (filter.holds(item)) {
          kept.add(item);
        }
        read++;
        bytes += attributes.length();
        last = cursor(row);
      }
      return new Page(kept, null, read);
    }
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
