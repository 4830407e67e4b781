package org.novacat.persistence.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemJson;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;

/** What the data source does, whatever the table. */
abstract class TableSourceContract {
  private static final int COUNT = 3_000;

  static final StructType TYPES =
      new StructType()
          .add("PK", DataTypes.StringType)
          .add("SK", DataTypes.StringType)
          .add("GSI1PK", DataTypes.StringType)
          .add("GSI1SK", DataTypes.StringType)
          .add("entity_type", DataTypes.StringType)
          .add("version", DataTypes.IntegerType)
          .add("big", DataTypes.LongType)
          .add("ratio", DataTypes.DoubleType)
          .add("is_even", DataTypes.BooleanType)
          .add("word", DataTypes.StringType)
          .add("tags", DataTypes.createArrayType(DataTypes.StringType))
          .add("facts", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
          .add("updated_at", DataTypes.TimestampType);

  /** A read of a table with {@link Things#many} of 3,000. */
  abstract DataFrameReader filled();

  /** An empty table, and a read of it. */
  abstract Empty empty();

  record Empty(Table table, DataFrameReader reader) {}

  static final List<RawItem> ITEMS = Things.many(COUNT);

  @Test
  void usualColumns_areWhatEachItemHas_andAllOfIt() {
    Dataset<Row> items = filled().load();

    Row row = items.where("PK = 'p1' AND SK = 'SK#100103'").collectAsList().get(0);

    assertThat(items.columns())
        .containsExactly(
            "PK",
            "SK",
            "entity_type",
            "schema_version",
            "created_at",
            "updated_at",
            "version",
            "item");
    assertThat(row.<String>getAs("entity_type")).isEqualTo("Nova");
    assertThat(row.<Instant>getAs("updated_at")).isEqualTo(Instant.parse("2026-02-21T20:45:13.5Z"));
    assertThat(row.<Long>getAs("version")).isEqualTo(103 % 7);
    assertThat(ItemJson.readItem(row.getAs("item"))).isEqualTo(ITEMS.get(103));
  }

  @Test
  void eachItem_isReadOnce_inAnyNumberOfSegments() {
    for (int segments : new int[] {1, 2, 7}) {
      List<String> keys =
          filled().option("segments", segments).load().select("PK", "SK").collectAsList().stream()
              .map(row -> row.getString(0) + " / " + row.getString(1))
              .toList();

      assertThat(keys)
          .hasSize(COUNT)
          .containsExactlyInAnyOrderElementsOf(
              ITEMS.stream().map(item -> item.key().toString()).toList());
    }
  }

  @Test
  void attributes_areOfTheTypesAskedFor() {
    Row row =
        filled()
            .schema(TYPES)
            .load()
            .where("PK = 'p0' AND SK = 'SK#100004'")
            .collectAsList()
            .get(0);

    assertThat(row.<Long>getAs("big")).isEqualTo(40_000_000_000L);
    assertThat(row.<Double>getAs("ratio")).isEqualTo(0.5);
    assertThat(row.<Boolean>getAs("is_even")).isTrue();
    assertThat(row.getList(row.fieldIndex("tags"))).containsExactly("t4", "all");
    assertThat(row.getJavaMap(row.fieldIndex("facts"))).isEqualTo(Map.of("n", "f4"));
    assertThat(row.isNullAt(row.fieldIndex("GSI1PK"))).isTrue();
    Row parts =
        filled()
            .schema("facts STRUCT<n: STRING, none: BIGINT>, ratio DECIMAL(10, 3), PK STRING")
            .load()
            .where("PK = 'p0'")
            .orderBy("ratio")
            .collectAsList()
            .get(4);
    assertThat(parts.getStruct(0).getString(0)).isEqualTo("f4");
    assertThat(parts.getStruct(0).isNullAt(1)).isTrue();
    assertThat(parts.getDecimal(1)).isEqualByComparingTo("0.5");
  }

  /** Each by the source with what it pushes down, and by Spark alone over all rows. */
  @Test
  void filters_leaveTheRowsThatSparkWouldLeave() {
    Dataset<Row> source = filled().schema(TYPES).load();
    Dataset<Row> alone = LocalSpark.session().createDataFrame(source.collectAsList(), TYPES);
    List<String> filters =
        List.of(
            "entity_type = 'Nova'",
            "entity_type = 'Nova' AND version >= 3 AND version < 5",
            "PK = 'p3'",
            "PK = 'p3' AND SK = 'SK#100303'",
            "PK = 'p3' AND SK LIKE 'SK#10030%'",
            "PK = 'p3' AND SK > 'SK#100303' AND SK <= 'SK#100310'",
            "PK = 'p3' AND SK BETWEEN 'SK#100303' AND 'SK#100305' AND SK LIKE 'SK#100304%'",
            "PK = 'p3' AND SK < 'a' AND SK > 'b'",
            "PK = 'p3' AND PK IN ('p3', 'p4')",
            "PK IN ('p1', 'p2', 'p1', 'none', null) AND is_even",
            "PK IN ('p1', 'p2') AND version = 3 AND SK >= ''",
            "PK = ''",
            "PK = 'none'",
            "PK > 'p28'",
            "PK <=> 'p1'",
            "PK = 'p1' OR PK = 'p2'",
            "SK LIKE 'SK#100%' AND word IS NOT NULL",
            "GSI1PK = 'ix1'",
            "GSI1PK = 'ix1' AND GSI1SK LIKE 'ELIG#1%' AND entity_type = 'Nova'",
            "GSI1PK = 'ix1' AND PK = 'p3'",
            "GSI1PK IN ('ix1', 'ix2') AND PK > 'p1' AND ratio > 17",
            "GSI1PK IS NULL",
            "word = ''",
            "word >= 'w\uD83D\uDE005'",
            "word IN ('w\uD83D\uDE005', '', null) OR ratio <= 1.125",
            "NOT (word = '')",
            "word IS NULL AND version <> 2",
            "ratio = 0.125",
            "ratio > 0 AND ratio < 1.5",
            "ratio >= 0.0 AND ratio <= 0.5",
            "ratio IN (0.125, 0.25, 99.0)",
            "big > 29000000000000",
            "big = 10000000000 OR big = 20000000000",
            "version IN (1, 2, 3, 4, 5, 6, 0, 7, 8, 9, 10, 11)",
            "is_even = false AND version = 1",
            "is_even > false",
            "tags[0] = 't5'",
            "facts['n'] = 'f5' AND version = 5",
            "updated_at >= TIMESTAMP '2026-02-21 20:45:58Z'",
            "entity_type = 'Nova' AND (version = 1 OR length(word) > 2)",
            "(entity_type = 'Nova' AND version = 1) OR (SK = 'SK#100000' AND tags[0] = 't0')");

    for (String filter : filters) {
      assertThat(source.where(filter).orderBy("SK").collectAsList())
          .as(filter)
          .isEqualTo(alone.where(filter).orderBy("SK").collectAsList());
    }
  }

  @Test
  void conditionOnThePartition_isAQuery_andCostsWhatItReads() {
    Dataset<Row> one = filled().load().select("SK").where("PK = 'p3' AND SK LIKE 'SK#10030%'");

    assertThat(one.collectAsList()).hasSize(10);

    assertThat(LocalSpark.costs(one))
        .containsEntry("requests", 1L)
        .containsEntry("itemsReturned", 10L);
    assertThat(plan(one))
        .contains("Query of the table where PK is 'p3' and SK begins with 'SK#10030'")
        .doesNotContain("Filter (");
  }

  @Test
  void manyPartitions_areAQueryEach() {
    Dataset<Row> some = filled().load().select("SK").where("PK IN ('p1', 'p2', 'p3', 'none')");

    assertThat(some.collectAsList()).hasSize(300);

    assertThat(LocalSpark.costs(some))
        .containsEntry("requests", 4L)
        .containsEntry("itemsReturned", 300L);
    assertThat(some.toJavaRDD().getNumPartitions()).isEqualTo(4);
  }

  @Test
  void conditionOnTheIndex_isAQueryOfIt() {
    Dataset<Row> waiting =
        filled()
            .schema(TYPES)
            .load()
            .select("SK")
            .where("GSI1PK = 'ix1' AND GSI1SK LIKE 'ELIG#2%'");
    long expected =
        ITEMS.stream()
            .filter(item -> "ix1".equals(item.text("GSI1PK")))
            .filter(item -> String.valueOf(item.text("GSI1SK")).startsWith("ELIG#2"))
            .count();

    assertThat(waiting.collectAsList()).hasSize((int) expected);

    assertThat(LocalSpark.costs(waiting))
        .containsEntry("requests", 1L)
        .containsEntry("itemsReturned", expected);
    assertThat(plan(waiting)).contains("Query of the index EligibilityIndex where GSI1PK is 'ix1'");
  }

  @Test
  void index_holdsWhatWaits() {
    Dataset<Row> waiting =
        filled().option("index", "EligibilityIndex").schema(TYPES).load().select("SK");

    assertThat(waiting.collectAsList()).hasSize(COUNT / 3);
    assertThat(LocalSpark.costs(waiting)).containsEntry("itemsReturned", COUNT / 3L);
  }

  @Test
  void entity_leavesItemsOfOneKind() {
    Dataset<Row> novae = filled().option("entity", "Nova").load();

    assertThat(novae.groupBy("entity_type").count().collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.getLong(1)).isEqualTo(COUNT / 2));
    assertThat(plan(novae)).contains("entity Nova");
  }

  @Test
  void simpleConditions_areTheTables_andOnlyColumnsAskedForAreRead() {
    Dataset<Row> few =
        filled().schema(TYPES).load().where("version = 3 AND entity_type = 'Nova'").select("big");
    long expected =
        ITEMS.stream()
            .filter(item -> item.number("version") == 3)
            .filter(item -> "Nova".equals(item.text("entity_type")))
            .count();

    assertThat(few.collectAsList()).hasSize((int) expected);

    assertThat(LocalSpark.costs(few)).containsEntry("itemsReturned", expected);
    assertThat(plan(few))
        .contains("EqualTo(version,3)", "EqualTo(entity_type,Nova)", "attributes [big, ttl]")
        .doesNotContain("Filter (");
  }

  @Test
  void itemColumn_hasTheAttributesAskedFor() {
    Dataset<Row> items =
        filled().option("attributes", "version, word").load().where("SK LIKE 'SK#10000%'");

    List<Row> rows = items.select("item").collectAsList();

    assertThat(rows)
        .hasSize(10)
        .extracting(row -> ItemJson.readItem(row.getString(0)))
        .containsExactlyInAnyOrderElementsOf(
            ITEMS.subList(0, 10).stream()
                .map(item -> Scan.projected(item, Set.of("version", "word")))
                .toList());
    assertThat(plan(items.select("item")))
        .contains("Scan of the table for SK that begin with 'SK#10000'")
        .doesNotContain("Filter (");
  }

  /** No attribute is called so. */
  @Test
  void conditionOnTheItemColumn_isSparks() {
    Dataset<Row> items = filled().load();

    assertThat(items.where("item LIKE '{\"PK\":\"p1\"%'").count())
        .isEqualTo(items.where("substring(item, 1, 10) = '{\"PK\":\"p1\"'").count())
        .isPositive();
    assertThat(items.where("item IS NULL").count()).isZero();
    assertThat(items.where("item > 'a'").count())
        .isEqualTo(items.where("concat(item, '') > 'a'").count());
  }

  @Test
  void itemColumn_isTheSame_whateverElseIsAskedFor() {
    Dataset<Row> items =
        filled().option("attributes", "version").load().where("SK LIKE 'SK#10000%'");
    List<Row> alone = items.select("item").orderBy("item").collectAsList();

    assertThat(items.select("item", "entity_type").orderBy("item").select("item").collectAsList())
        .isEqualTo(alone);
    assertThat(
            items.where("length(entity_type) > 1").select("item").orderBy("item").collectAsList())
        .isEqualTo(alone);
  }

  /** DynamoDB takes no longer expression; Spark can do the rest. */
  @Test
  void veryManyConditions_areAnswered() {
    String many =
        IntStream.range(0, 150)
            .mapToObj(n -> "entity_type LIKE 'x%s%%'".formatted(n))
            .collect(Collectors.joining(" OR ", "", " OR entity_type LIKE 'N%'"));

    assertThat(filled().load().where(many).count())
        .isEqualTo(filled().load().where("entity_type = 'Nova'").count());
    String numbers =
        IntStream.range(0, 100).mapToObj(n -> n / 8.0 + "D").collect(Collectors.joining(", "));
    assertThat(
            filled()
                .schema("ratio DOUBLE, version LONG")
                .load()
                .where("ratio IN (%s) AND version IN (1, 2)".formatted(numbers))
                .count())
        .isPositive();
  }

  @Test
  void limit_stopsEachPart() {
    Dataset<Row> few =
        filled().option("segments", 1).load().select("SK").where("entity_type = 'Nova'").limit(7);

    assertThat(few.collectAsList()).hasSize(7);

    assertThat(plan(few)).contains("limit 7");
    assertThat(LocalSpark.costs(few).get("requests")).isEqualTo(1L);
    Dataset<Row> any = filled().option("segments", 1).load().select("SK").limit(7);
    assertThat(any.collectAsList()).hasSize(7);
    assertThat(LocalSpark.costs(any)).containsEntry("itemsReturned", 7L);
  }

  @Test
  void count_readsKeysAlone() {
    Dataset<Row> count = filled().load().groupBy().count();

    assertThat(count.collectAsList().get(0).getLong(0)).isEqualTo(COUNT);
    assertThat(plan(count)).contains("attributes [ttl]");
  }

  @Test
  void itemWhoseTimeIsOver_isAsGoodAsRemoved() {
    Empty empty = empty();
    List<RawItem> items = new ArrayList<>();
    items.add(with("past", "ttl", Attribute.of(1_000)));
    items.add(with("future", "ttl", Attribute.of(100_000_000_000L)));
    items.add(with("ever", "n", Attribute.of(1)));
    items.add(with("named", "ttl", Attribute.of("never")));
    Things.write(empty.table(), items);

    assertThat(empty.reader().load().select("SK").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("future", "ever", "named");
    assertThat(empty.reader().load().where("PK = 'pk'").count()).isEqualTo(3);
  }

  @Test
  void attributeThatItsColumnCannotHold_isNamed_orNull() {
    Empty empty = empty();
    Things.write(
        empty.table(),
        List.of(with("good", "n", Attribute.of(1)), with("odd", "n", Attribute.of("text"))));
    DataFrameReader reader = empty.reader().schema("SK STRING, n BIGINT");

    assertThatThrownBy(() -> reader.load().collectAsList())
        .hasStackTraceContaining(
            "Cannot read item 'pk / odd': its attribute 'n' is S \"text\", which a column of type BIGINT cannot hold (give the column another type, or the option mode=permissive to have null)");
    assertThat(reader.option("mode", "permissive").load().orderBy("SK").collectAsList())
        .extracting(row -> row.get(1))
        .containsExactly(1L, null);
    assertThat(reader.option("mode", "permissive").load().where("n IS NULL").count()).isEqualTo(1);
    assertThat(reader.option("mode", "permissive").load().where("n IS NOT NULL").count())
        .isEqualTo(1);
  }

  @Test
  void numbers_areNotRounded() {
    Empty empty = empty();
    Things.write(
        empty.table(),
        List.of(
            with("half", "n", new Attribute.Num(new java.math.BigDecimal("0.5"))),
            with(
                "long",
                "n",
                new Attribute.Num(new java.math.BigDecimal("0.10000000000000000555")))));

    assertThatThrownBy(() -> empty.reader().schema("n BIGINT").load().collectAsList())
        .hasStackTraceContaining("its attribute 'n' is N 0.");
    assertThatThrownBy(() -> empty.reader().schema("n DECIMAL(10, 2)").load().collectAsList())
        .hasStackTraceContaining("which a column of type DECIMAL(10,2) cannot hold");
    // As doubles the two are the same, and the table must not know better.
    assertThat(empty.reader().schema("n DOUBLE").load().where("n = 0.1D").count()).isEqualTo(1);
  }

  static RawItem with(String sort, String name, Attribute value) {
    return new RawItem(new ItemKey("pk", sort), Map.of(name, value));
  }

  static String plan(Dataset<Row> query) {
    return query.queryExecution().executedPlan().toString();
  }
}
