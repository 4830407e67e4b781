package org.novacat.persistence.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemJson;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;

/**
 * Items as rows, through one connection. An item whose {@code ttl} is over is as good as removed,
 * which DynamoDB does within days.
 */
final class SqliteRows implements AutoCloseable {
  private static final String READ =
      "SELECT attributes FROM item WHERE pk = ? AND sk = ? AND (expires IS NULL OR expires > ?)";
  private static final String PUT =
      "INSERT INTO item (pk, sk, gsi1pk, gsi1sk, expires, attributes) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (pk, sk) DO UPDATE SET gsi1pk = excluded.gsi1pk,"
          + " gsi1sk = excluded.gsi1sk, expires = excluded.expires,"
          + " attributes = excluded.attributes";
  private static final String DELETE = "DELETE FROM item WHERE pk = ? AND sk = ?";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  SqliteRows(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** A statement that is made once a connection; its parameters are as they were left. */
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = prepared.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      prepared.put(sql, known);
    }
    return known;
  }

  @Nullable RawItem get(ItemKey key, long now) throws SQLException {
    PreparedStatement read = statement(READ);
    read.setString(1, key.pk());
    read.setString(2, key.sk());
    read.setLong(3, now);
    try (ResultSet row = read.executeQuery()) {
      return row.next() ? new RawItem(key, ItemJson.read(row.getString(1))) : null;
    }
  }

  void put(RawItem item) throws SQLException {
    String gsi1pk = item.text(Table.INDEX_PARTITION);
    String gsi1sk = item.text(Table.INDEX_SORT);
    boolean indexed = gsi1pk != null && gsi1sk != null;
    PreparedStatement put = statement(PUT);
    put.setString(1, item.key().pk());
    put.setString(2, item.key().sk());
    put.setString(3, indexed ? gsi1pk : null);
    put.setString(4, indexed ? gsi1sk : null);
    if (item.get(Table.TTL) instanceof Attribute.Num ttl) {
      put.setLong(5, ttl.value().longValue());
    } else {
      put.setNull(5, Types.INTEGER);
    }
    put.setString(6, ItemJson.write(item.attributes()));
    put.executeUpdate();
  }

  void delete(ItemKey key) throws SQLException {
    PreparedStatement delete = statement(DELETE);
    delete.setString(1, key.pk());
    delete.setString(2, key.sk());
    delete.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
