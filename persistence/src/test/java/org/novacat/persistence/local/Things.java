package org.novacat.persistence.local;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table of things, to see whether a server serves and keeps. */
final class Things implements AutoCloseable {
  private static final String TABLE = "Things";

  private final DynamoDbClient client;

  Things(URI endpoint) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(DynamoDbLocal.REGION))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(DynamoDbLocal.ACCESS_KEY, DynamoDbLocal.SECRET_KEY)))
            .build();
  }

  Things create() {
    client.createTable(
        r ->
            r.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder().attributeName("PK").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("PK")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    return this;
  }

  Things put(String key) {
    client.putItem(r -> r.tableName(TABLE).item(item(key)));
    return this;
  }

  boolean has(String key) {
    return client.getItem(r -> r.tableName(TABLE).key(item(key))).hasItem();
  }

  @Override
  public void close() {
    client.close();
  }

  private static Map<String, AttributeValue> item(String key) {
    return Map.of("PK", AttributeValue.fromS(key));
  }
}
