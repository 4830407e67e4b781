package org.novacat.persistence.dynamodb;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource.Init;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Opens and creates tables. */
final class DynamoTables {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A new table on AWS is usable after some ten seconds. */
  private static final int POLLS = 600;

  private static final Retrier RETRIER =
      new Retrier(RetryPolicy.PROMPT, Waits.silent(Pause.REAL), () -> {});

  private DynamoTables() {}

  /**
   * Opens a table that exists.
   *
   * @throws TableMissingException when it does not exist
   * @throws StoreUnreachableException when the service does not answer
   * @throws org.novacat.persistence.failure.UsageException when it is not one of ours
   */
  static Table open(TableSettings settings) {
    DynamoDbClient client = client(settings);
    try {
      TableShape.check(RETRIER.ask("open table", () -> described(client, settings.table())));
      return new DynamoTable(client, settings.table());
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /** Opens a table that is taken to exist. */
  static Table connect(TableSettings settings) {
    return new DynamoTable(client(settings), settings.table());
  }

  /**
   * Creates table, index and TTL, each where it is missing, and waits until the table can be used.
   * Safe to repeat and to do at once from many places.
   *
   * @throws StoreUnreachableException when the service does not answer
   * @throws org.novacat.persistence.failure.UsageException when a table of another shape has the
   *     name
   */
  static Init init(TableSettings settings) {
    try (DynamoDbClient client = client(settings)) {
      Init result = RETRIER.ask("create table", () -> create(client, settings.table()));
      awaitActive(client, settings.table());
      TableShape.check(RETRIER.ask("open table", () -> described(client, settings.table())));
      RETRIER.ask("set TTL", () -> enableTtl(client, settings.table()));
      return result;
    }
  }

  private static DynamoDbClient client(TableSettings settings) {
    return new ServiceFailures(settings.table()).translated(() -> Clients.open(settings));
  }

  private static Init create(DynamoDbClient client, String table) {
    try {
      described(client, table);
      return Init.ALREADY_THERE;
    } catch (TableMissingException missing) {
      return new ServiceFailures(table)
          .translated(
              () -> {
                try {
                  client.createTable(TableShape.creation(table));
                  return Init.CREATED;
                } catch (ResourceInUseException e) {
                  return Init.ALREADY_THERE;
                }
              });
    }
  }

  private static void awaitActive(DynamoDbClient client, String table) {
    for (int i = 0; i < POLLS; i++) {
      @Nullable TableDescription found = RETRIER.ask("open table", () -> orNull(client, table));
      if (found != null && found.tableStatus() == TableStatus.ACTIVE) {
        return;
      }
      try {
        Pause.REAL.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new StoreUnreachableException(
        "Cannot create table '%s': it did not become active (look at it, then run 'novacat init' again)"
            .formatted(table),
        null);
  }

  /** A table that is just being created may not be seen for a moment. */
  private static @Nullable TableDescription orNull(DynamoDbClient client, String table) {
    try {
      return described(client, table);
    } catch (TableMissingException e) {
      return null;
    }
  }

  private static TableDescription described(DynamoDbClient client, String table) {
    return new ServiceFailures(table)
        .translated(() -> client.describeTable(r -> r.tableName(table)).table());
  }

  private static Init enableTtl(DynamoDbClient client, String table) {
    return new ServiceFailures(table)
        .translated(
            () -> {
              if (hasTtl(client, table)) {
                return Init.ALREADY_THERE;
              }
              try {
                client.updateTimeToLive(
                    r ->
                        r.tableName(table)
                            .timeToLiveSpecification(
                                t -> t.attributeName(Table.TTL).enabled(true)));
              } catch (DynamoDbException e) {
                if (!hasTtl(client, table)) {
                  throw e;
                }
              }
              return Init.CREATED;
            });
  }

  /** Somebody else may enable it between our look and our request, which is then an error. */
  private static boolean hasTtl(DynamoDbClient client, String table) {
    TimeToLiveStatus status =
        client
            .describeTimeToLive(r -> r.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    return status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
  }
}
