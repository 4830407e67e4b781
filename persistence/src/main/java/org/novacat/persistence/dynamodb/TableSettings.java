package org.novacat.persistence.dynamodb;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource;

/**
 * Which table of DynamoDB, and where. Requests are signed with the credentials of AWS's default
 * provider chain.
 *
 * @param table its name
 * @param region null for that of AWS's default chain
 * @param endpoint null for AWS's own of the region
 */
public record TableSettings(String table, @Nullable String region, @Nullable URI endpoint)
    implements TableSource {
  /** The name of the table where none is given. */
  public static final String DEFAULT_TABLE = "NovaCat";

  public TableSettings {
    requireNonNull(table, "table is null");
    if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
      throw new IllegalArgumentException(
          "Cannot use table name '%s': a name is 3 to 255 of A-Z a-z 0-9 _ . -".formatted(table));
    }
  }

  @Override
  public Table open() {
    return DynamoTables.open(this);
  }

  /**
   * Opens the table without looking at it, which costs no request; the first one fails when it does
   * not exist or cannot be reached. For the many parts of one reading of a table that was opened
   * once.
   */
  public Table connect() {
    return DynamoTables.connect(this);
  }

  /** Besides the index, the TTL. */
  @Override
  public Init init() {
    return DynamoTables.init(this);
  }
}
