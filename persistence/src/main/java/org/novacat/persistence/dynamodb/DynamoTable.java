package org.novacat.persistence.dynamodb;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table as DynamoDB keeps it. The client must not retry by itself. */
final class DynamoTable implements Table {
  private final DynamoDbClient client;
  private final String table;
  private final ServiceFailures failures;

  DynamoTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.failures = new ServiceFailures(table);
  }

  @Override
  public Page read(ItemKey key) {
    GetItemResponse response =
        failures.translated(
            () ->
                client.getItem(
                    r ->
                        r.tableName(table)
                            .key(Values.toSdk(key))
                            .consistentRead(true)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    List<RawItem> found = response.hasItem() ? List.of(Values.item(response.item())) : List.of();
    return new Page(found, null, units(response.consumedCapacity()));
  }

  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    KeysAndAttributes wanted =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Values::toSdk).toList())
            .consistentRead(true)
            .build();
    BatchGetItemResponse response =
        failures.translated(
            () ->
                client.batchGetItem(
                    r ->
                        r.requestItems(Map.of(table, wanted))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)));
    List<ItemKey> unprocessed =
        response.hasUnprocessedKeys() && response.unprocessedKeys().containsKey(table)
            ? items(response.unprocessedKeys().get(table).keys()).stream()
                .map(RawItem::key)
                .toList()
            : List.of();
    return new Batch(
        items(response.responses().getOrDefault(table, List.of())),
        unprocessed,
        response.consumedCapacity().stream().mapToDouble(DynamoTable::units).sum());
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    QueryResponse found =
        failures.translated(() -> client.query(Requests.query(table, query, from)));
    return page(found.items(), found.lastEvaluatedKey(), found.consumedCapacity());
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    ScanResponse found = failures.translated(() -> client.scan(Requests.scan(table, scan, from)));
    return page(found.items(), found.lastEvaluatedKey(), found.consumedCapacity());
  }

  @Override
  public WriteResult write(Write write) {
    return failures.translated(
        () -> {
          try {
            return new WriteResult.Written(units(send(write)));
          } catch (ConditionalCheckFailedException e) {
            return new WriteResult.Refused(
                e.hasItem() && !e.item().isEmpty() ? Values.item(e.item()) : null);
          }
        });
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    return failures.translated(
        () -> {
          try {
            List<ConsumedCapacity> used =
                client
                    .transactWriteItems(Requests.transact(table, writes, token))
                    .consumedCapacity();
            return new TransactResult.Applied(used.stream().mapToDouble(DynamoTable::units).sum());
          } catch (TransactionCanceledException e) {
            return failures.cancelled(e);
          }
        });
  }

  @Override
  public void close() {
    client.close();
  }

  private @Nullable ConsumedCapacity send(Write write) {
    if (write instanceof Write.Put put) {
      return client.putItem(Requests.put(table, put)).consumedCapacity();
    }
    if (write instanceof Write.Update update) {
      return client.updateItem(Requests.update(table, update)).consumedCapacity();
    }
    if (write instanceof Write.Delete delete) {
      return client.deleteItem(Requests.delete(table, delete)).consumedCapacity();
    }
    throw new IllegalArgumentException("Cannot write a check outside a transaction: " + write);
  }

  private static double units(@Nullable ConsumedCapacity capacity) {
    return capacity == null || capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
  }

  private static Page page(
      List<Map<String, AttributeValue>> found,
      @Nullable Map<String, AttributeValue> last,
      @Nullable ConsumedCapacity capacity) {
    Page.Cursor next =
        last == null || last.isEmpty() ? null : new Page.Cursor(Values.fromSdk(last));
    return new Page(items(found), next, units(capacity));
  }

  private static List<RawItem> items(List<Map<String, AttributeValue>> items) {
    return items.stream().map(Values::item).toList();
  }
}
