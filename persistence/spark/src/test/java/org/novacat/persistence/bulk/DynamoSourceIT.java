package org.novacat.persistence.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.DynamoServer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoSourceIT extends TableSourceContract {
  private static TableSettings filled;
  private Table open;

  @BeforeAll
  static void fill() {
    filled = DynamoServer.unused();
    filled.init();
    try (Table table = filled.open()) {
      Things.write(table, ITEMS);
    }
  }

  @Override
  DataFrameReader filled() {
    return read(filled);
  }

  @Override
  Empty empty() {
    TableSettings settings = made();
    return new Empty(open, read(settings));
  }

  private TableSettings made() {
    TableSettings settings = DynamoServer.unused();
    settings.init();
    open = settings.open();
    return settings;
  }

  private static DataFrameReader read(TableSettings settings) {
    return LocalSpark.session()
        .read()
        .format("novacat-table")
        .option("table", settings.table())
        .option("region", settings.region())
        .option("endpoint", String.valueOf(settings.endpoint()));
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  /** Another program may have written them. */
  @Test
  void typesThatWeNeverWrite_areReadWhereTheyFit_andNamedWhereNot() {
    TableSettings settings = made();
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .region(Region.of(DynamoServer.REGION))
            .endpointOverride(settings.endpoint())
            .build()) {
      Map<String, AttributeValue> item =
          Map.of(
              "PK", AttributeValue.fromS("pk"),
              "SK", AttributeValue.fromS("sk"),
              "names", AttributeValue.fromSs(List.of("a", "b")),
              "numbers", AttributeValue.fromNs(List.of("1", "2.5")),
              "nothing", AttributeValue.fromNul(true),
              "bytes", AttributeValue.fromB(SdkBytes.fromUtf8String("x")));
      client.putItem(request -> request.tableName(settings.table()).item(item));
    }

    var row =
        read(settings)
            .schema("names ARRAY<STRING>, numbers ARRAY<DOUBLE>, nothing STRING")
            .load()
            .collectAsList()
            .get(0);
    assertThat(row.<String>getList(0)).containsExactlyInAnyOrder("a", "b");
    assertThat(row.<Double>getList(1)).containsExactlyInAnyOrder(1.0, 2.5);
    assertThat(row.isNullAt(2)).isTrue();
    assertThat(read(settings).schema("nothing STRING").load().where("nothing IS NOT NULL").count())
        .isZero();
    assertThatThrownBy(() -> read(settings).schema("bytes STRING").load().collectAsList())
        .hasStackTraceContaining(
            "Cannot read item 'pk / sk': its attribute 'bytes' is B \"eA==\", which a column of type STRING cannot hold");
    assertThat(read(settings).load().select("item").collectAsList().get(0).getString(0))
        .contains("\"bytes\":\"eA==\"", "\"nothing\":null");
  }

  @Test
  void tableThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> read(DynamoServer.unused()).load().count())
        .hasStackTraceContaining("it does not exist");
  }

  /** The control: what a condition that is not pushed down costs. */
  @Test
  void queryCosts_aSmallPartOfAScan() {
    var one = filled().load().select("version").where("PK = 'p3'");
    var all = filled().load().select("version").where("substring(PK, 1) = 'p3'");

    assertThat(one.collectAsList()).hasSize(100);
    assertThat(all.collectAsList()).hasSize(100);

    long units = LocalSpark.costs(one).get("readUnits");
    assertThat(units * 10).isLessThan(LocalSpark.costs(all).get("readUnits"));
  }
}
