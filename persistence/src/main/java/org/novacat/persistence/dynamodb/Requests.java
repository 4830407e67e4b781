package org.novacat.persistence.dynamodb;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Writes and queries as requests. Each asks for the item back when its condition fails. */
final class Requests {
  private static final ReturnValuesOnConditionCheckFailure OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;
  private static final ReturnConsumedCapacity CAPACITY = ReturnConsumedCapacity.TOTAL;

  private Requests() {}

  static PutItemRequest put(String table, Write.Put put) {
    Expression expression = new Expression();
    return PutItemRequest.builder()
        .tableName(table)
        .item(Values.toSdk(put.item()))
        .conditionExpression(expression.condition(put.condition()))
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .returnValuesOnConditionCheckFailure(OLD)
        .returnConsumedCapacity(CAPACITY)
        .build();
  }

  static UpdateItemRequest update(String table, Write.Update update) {
    Expression expression = new Expression();
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(Values.toSdk(update.key()))
        .updateExpression(expression.update(update))
        .conditionExpression(expression.condition(update.condition()))
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .returnValuesOnConditionCheckFailure(OLD)
        .returnConsumedCapacity(CAPACITY)
        .build();
  }

  static DeleteItemRequest delete(String table, Write.Delete delete) {
    Expression expression = new Expression();
    return DeleteItemRequest.builder()
        .tableName(table)
        .key(Values.toSdk(delete.key()))
        .conditionExpression(expression.condition(delete.condition()))
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .returnValuesOnConditionCheckFailure(OLD)
        .returnConsumedCapacity(CAPACITY)
        .build();
  }

  static TransactWriteItemsRequest transact(String table, List<Write> writes, String token) {
    return TransactWriteItemsRequest.builder()
        .transactItems(writes.stream().map(write -> action(table, write)).toList())
        .clientRequestToken(token)
        .returnConsumedCapacity(CAPACITY)
        .build();
  }

  static QueryRequest query(String table, Query query, Page.@Nullable Cursor from) {
    Expression expression = new Expression();
    boolean index = query.source() == Query.Source.ELIGIBILITY_INDEX;
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression(
            expression.keyCondition(
                index ? Table.INDEX_PARTITION : Values.PK,
                query.partition(),
                index ? Table.INDEX_SORT : Values.SK,
                query.sort()))
        .filterExpression(expression.condition(query.filter()))
        .projectionExpression(expression.projection(query.attributes()))
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .consistentRead(!index)
        .indexName(index ? TableShape.INDEX : null)
        .limit(limit(query.pageItems()))
        .exclusiveStartKey(position(from))
        .returnConsumedCapacity(CAPACITY)
        .build();
  }

  /**
   * A page of a part.
   *
   * @throws IllegalArgumentException when the part is a range of keys, which a table of DynamoDB
   *     has not
   */
  static ScanRequest scan(String table, Scan scan, Page.@Nullable Cursor from) {
    if (!(scan.part() instanceof Scan.Segment segment)) {
      throw new IllegalArgumentException(
          "Cannot scan a range of keys: DynamoDB has no order of partitions (scan segments)");
    }
    Expression expression = new Expression();
    boolean index = scan.source() == Query.Source.ELIGIBILITY_INDEX;
    return ScanRequest.builder()
        .tableName(table)
        .indexName(index ? TableShape.INDEX : null)
        .filterExpression(
            expression.filter(
                index ? Table.INDEX_SORT : Values.SK, scan.sortPrefix(), scan.filter()))
        .projectionExpression(expression.projection(scan.attributes()))
        .expressionAttributeNames(expression.names())
        .expressionAttributeValues(expression.values())
        .segment(segment.number())
        .totalSegments(segment.of())
        .consistentRead(!index)
        .limit(limit(scan.pageItems()))
        .exclusiveStartKey(position(from))
        .returnConsumedCapacity(CAPACITY)
        .build();
  }

  private static @Nullable Integer limit(int items) {
    return items == 0 ? null : items;
  }

  private static @Nullable Map<String, AttributeValue> position(Page.@Nullable Cursor cursor) {
    return cursor == null ? null : Values.toSdk(cursor.position());
  }

  private static TransactWriteItem action(String table, Write write) {
    Expression expression = new Expression();
    if (write instanceof Write.Put put) {
      return TransactWriteItem.builder()
          .put(
              p ->
                  p.tableName(table)
                      .item(Values.toSdk(put.item()))
                      .conditionExpression(expression.condition(put.condition()))
                      .expressionAttributeNames(expression.names())
                      .expressionAttributeValues(expression.values())
                      .returnValuesOnConditionCheckFailure(OLD))
          .build();
    }
    if (write instanceof Write.Update update) {
      return TransactWriteItem.builder()
          .update(
              u ->
                  u.tableName(table)
                      .key(Values.toSdk(update.key()))
                      .updateExpression(expression.update(update))
                      .conditionExpression(expression.condition(update.condition()))
                      .expressionAttributeNames(expression.names())
                      .expressionAttributeValues(expression.values())
                      .returnValuesOnConditionCheckFailure(OLD))
          .build();
    }
    if (write instanceof Write.Delete delete) {
      return TransactWriteItem.builder()
          .delete(
              d ->
                  d.tableName(table)
                      .key(Values.toSdk(delete.key()))
                      .conditionExpression(expression.condition(delete.condition()))
                      .expressionAttributeNames(expression.names())
                      .expressionAttributeValues(expression.values())
                      .returnValuesOnConditionCheckFailure(OLD))
          .build();
    }
    return TransactWriteItem.builder()
        .conditionCheck(
            c ->
                c.tableName(table)
                    .key(Values.toSdk(write.key()))
                    .conditionExpression(expression.condition(write.condition()))
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values())
                    .returnValuesOnConditionCheckFailure(OLD))
        .build();
  }
}
