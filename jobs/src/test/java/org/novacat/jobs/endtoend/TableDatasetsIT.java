package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.spark.Sparks;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.DynamoServer;

/**
 * The items of an archive as Datasets, from the embedded table, from a DynamoDB server, and from
 * items read one by one: they are the same.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TableDatasetsIT {
  private final JavaDatasetSuiteBase datasets = new JavaDatasetSuiteBase();
  private final TableSettings settings = DynamoServer.unused();
  private EmbeddedTables embedded;
  private Path folder;

  @BeforeAll
  void fillBoth(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("workspace/table");
    Workspace workspace = new Workspace(temporary.resolve("workspace"));
    Path files = temporary.resolve("samples");
    SampleArchive archive = SampleArchive.write(files, new SampleSpec(7, 3, 12));
    CurveArchive curves = CurveArchive.write(files.resolve("curves"), 7, archive.novae());
    workspace.succeed("init");
    SampleWorkspace.addNovae(workspace, archive);
    workspace.succeed("register", archive.manifest().toString());
    workspace.succeed("ingest-spectra");
    workspace.succeed("register", "--photometry", curves.folder().toString());
    // Some spectra wait, so that the index has entries.
    SampleArchive more = SampleArchive.write(temporary.resolve("more"), new SampleSpec(8, 1, 5));
    workspace.succeed("register", more.manifest().toString(), "--add-novae");
    embedded = new EmbeddedTables(folder, "NovaCat");
    settings.init();
    try (Table from = embedded.open();
        Table to = settings.open()) {
      items(from).forEach(item -> put(to, item));
    }
  }

  private static List<RawItem> items(Table table) {
    try (Stream<RawItem> all = Pages.of(table, Scan.of(""))) {
      return all.toList();
    }
  }

  private static void put(Table table, RawItem item) {
    table.transact(List.of(new Write.Put(item, Condition.always())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK STRING, SK STRING, entity_type STRING, version LONG, updated_at STRING",
        "PK STRING, data_product_id STRING, validation_status STRING, n_samples LONG, snr DOUBLE",
        "PK STRING, aliases ARRAY<STRING>, GSI1PK STRING, GSI1SK STRING",
      })
  void itemsOfBothTables_areTheSameDataset(String columns) {
    same(onDynamoDb().schema(columns).load(), onTheLaptop().schema(columns).load());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PK <> ''", "validation_status = 'VALID'", "entity_type = 'Nova'", "version > 1"})
  void conditionsOnBothTables_leaveTheSameDataset(String condition) {
    String columns =
        "PK STRING, SK STRING, entity_type STRING, validation_status STRING," + " version LONG";

    same(
        onDynamoDb().schema(columns).load().where(condition),
        onTheLaptop().schema(columns).load().where(condition));
  }

  @Test
  void indexOfBothTables_isTheSameDataset() {
    String columns = "PK STRING, SK STRING, GSI1PK STRING, GSI1SK STRING";
    Dataset<Row> laptop = index(onTheLaptop()).schema(columns).load();

    same(index(onDynamoDb()).schema(columns).load(), laptop);
  }

  @Test
  void dataset_isWhatItemsSayThatAreReadOneByOne() {
    String columns = "PK STRING, SK STRING, entity_type STRING, updated_at STRING";
    Dataset<Row> source = onTheLaptop().schema(columns).load();
    try (Table table = embedded.open()) {
      List<Row> rows = items(table).stream().map(TableDatasetsIT::row).toList();

      same(Sparks.session("test").createDataFrame(rows, source.schema()), source);
    }
  }

  /** The control. */
  @Test
  void oneOtherValue_isSeen() {
    Dataset<Row> right = onTheLaptop().schema("PK STRING, SK STRING, version LONG").load();
    Dataset<Row> wrong =
        right.withColumn(
            "version", functions.expr("IF(SK LIKE 'UPLOAD#%', version + 1, version)").cast("long"));

    assertThatThrownBy(() -> same(right, wrong)).isInstanceOf(AssertionError.class);
  }

  private static Row row(RawItem item) {
    return RowFactory.create(
        item.key().pk(), item.key().sk(), item.text("entity_type"), item.text("updated_at"));
  }

  private DataFrameReader onTheLaptop() {
    return source().option("path", folder.toString());
  }

  private DataFrameReader onDynamoDb() {
    return source()
        .option("table", settings.table())
        .option("region", settings.region())
        .option("endpoint", String.valueOf(settings.endpoint()));
  }

  private static DataFrameReader source() {
    return Sparks.session("test").read().format("novacat-table");
  }

  private static DataFrameReader index(DataFrameReader reader) {
    return reader.option("index", "EligibilityIndex");
  }

  private void same(Dataset<Row> expected, Dataset<Row> actual) {
    assertThat(expected.count()).isPositive();
    datasets.assertDataFrameNoOrderEquals(expected, actual);
  }
}
