package org.novacat.persistence.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource.Init;
import org.novacat.persistence.testing.DynamoServer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class DynamoTablesIT {
  private final TableSettings settings = DynamoServer.unused();

  @Test
  void missingTable_saysWhatToDo() {
    assertThatThrownBy(() -> DynamoTables.open(settings))
        .isInstanceOf(TableMissingException.class)
        .hasMessage(
            "Cannot open table '%s': it does not exist (run 'novacat init')"
                .formatted(settings.table()));
  }

  @Test
  void init_makesTheTableOnce() {
    assertThat(DynamoTables.init(settings)).isEqualTo(Init.CREATED);
    assertThat(DynamoTables.init(settings)).isEqualTo(Init.ALREADY_THERE);

    try (Table table = DynamoTables.open(settings)) {
      assertThat(table.get(new ItemKey("a", "b"))).isNull();
    }
  }

  @Test
  void initFromManyPlaces_createsOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Init> init = () -> DynamoTables.init(settings);
      var results = threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> init).toList());

      int created = 0;
      for (var result : results) {
        created += result.get() == Init.CREATED ? 1 : 0;
      }
      assertThat(created).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void madeTable_hasIndexBillingAndTtl() {
    DynamoTables.init(settings);

    try (DynamoDbClient client = Clients.open(settings)) {
      TableDescription table = client.describeTable(r -> r.tableName(settings.table())).table();
      assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
      assertThat(table.globalSecondaryIndexes())
          .singleElement()
          .satisfies(
              index -> {
                assertThat(index.indexName()).isEqualTo("EligibilityIndex");
                assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.ALL);
              });
      var ttl =
          client.describeTimeToLive(r -> r.tableName(settings.table())).timeToLiveDescription();
      assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
      assertThat(ttl.attributeName()).isEqualTo("ttl");
    }
  }

  @Test
  void tableOfAnotherShape_isRefusedByInitAndOpen() {
    try (DynamoDbClient client = Clients.open(settings)) {
      client.createTable(
          r ->
              r.tableName(settings.table())
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .keySchema(
                      KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build())
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("id")
                          .attributeType(ScalarAttributeType.S)
                          .build()));
    }
    String message =
        "Cannot use table '%s': its keys are id and the keys of index EligibilityIndex are absent, expected PK, SK and GSI1PK, GSI1SK (name another table)"
            .formatted(settings.table());

    assertThatThrownBy(() -> DynamoTables.open(settings))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> DynamoTables.init(settings))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void endpointThatNobodyServes_isUnreachable() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    TableSettings nowhere =
        new TableSettings("Nowhere", DynamoServer.REGION, URI.create("http://localhost:" + unused));

    assertThatThrownBy(() -> DynamoTables.open(nowhere))
        .isInstanceOf(StoreUnreachableException.class)
        .hasMessageStartingWith("Cannot reach the table to open table: 9 tries, the last one: ")
        .hasMessageEndingWith("(check the endpoint and the network)");
  }
}
