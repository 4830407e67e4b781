package org.novacat.persistence.dynamodb;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.local.DynamoDbLocal;

/**
 * Which table, and where.
 *
 * @param table its name
 * @param region null for that of AWS's default chain
 * @param endpoint null for AWS's own of the region
 * @param access how requests are signed
 */
public record TableSettings(
    String table, @Nullable String region, @Nullable URI endpoint, Access access) {
  /** The name of the table where none is given. */
  public static final String DEFAULT_TABLE = "NovaCat";

  /** How requests are signed. */
  public enum Access {
    /** By the credentials of AWS's default provider chain. */
    DEFAULT_CHAIN,
    /** By a fixed word that is no secret: DynamoDB Local asks for a signature and checks none. */
    EMBEDDED
  }

  public TableSettings {
    requireNonNull(table, "table is null");
    requireNonNull(access, "access is null");
    if (!table.matches("[A-Za-z0-9_.-]{3,255}")) {
      throw new IllegalArgumentException(
          "Cannot use table name '%s': a name is 3 to 255 of A-Z a-z 0-9 _ . -".formatted(table));
    }
  }

  /** A table of a DynamoDB Local. */
  public static TableSettings embedded(String table, URI endpoint) {
    return new TableSettings(table, DynamoDbLocal.REGION, endpoint, Access.EMBEDDED);
  }

  /** A table on AWS, or of another server with AWS credentials when {@code endpoint} is given. */
  public static TableSettings aws(String table, @Nullable String region, @Nullable URI endpoint) {
    return new TableSettings(table, region, endpoint, Access.DEFAULT_CHAIN);
  }
}
