package org.novacat.persistence.dynamodb;

import java.util.List;
import java.util.stream.Collectors;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Keys, index, billing and TTL of the table. */
final class TableShape {
  static final String INDEX = "EligibilityIndex";

  private TableShape() {}

  static CreateTableRequest creation(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .attributeDefinitions(
            text(Values.PK), text(Values.SK), text(Table.INDEX_PARTITION), text(Table.INDEX_SORT))
        .keySchema(keys(Values.PK, Values.SK))
        .globalSecondaryIndexes(
            GlobalSecondaryIndex.builder()
                .indexName(INDEX)
                .keySchema(keys(Table.INDEX_PARTITION, Table.INDEX_SORT))
                .projection(p -> p.projectionType(ProjectionType.ALL))
                .build())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }

  /**
   * Checks that a table is one of ours.
   *
   * @throws UsageException when its keys or its index are others
   */
  static void check(TableDescription found) {
    String keys = names(found.keySchema());
    String index =
        found.globalSecondaryIndexes().stream()
            .filter(i -> i.indexName().equals(INDEX))
            .map(GlobalSecondaryIndexDescription::keySchema)
            .map(TableShape::names)
            .findFirst()
            .orElse("absent");
    if (!keys.equals("PK, SK") || !index.equals("GSI1PK, GSI1SK")) {
      throw new UsageException(
          "Cannot use table '%s': its keys are %s and the keys of index %s are %s, expected PK, SK and GSI1PK, GSI1SK (name another table)"
              .formatted(found.tableName(), keys, INDEX, index));
    }
  }

  private static String names(List<KeySchemaElement> keys) {
    return keys.stream().map(KeySchemaElement::attributeName).collect(Collectors.joining(", "));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }
}
