package org.novacat.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.spectrum.SpectrumColumn;

/** Questions to an archive of a few spectra and two light curves, in a folder of an odd name. */
class QueryCommandTest {
  private static final String CURVES =
      """
      star,JD,mag,err,band
      V339 Del,2456520.5,4.4,0.1,V
      V339 Del,2456521.5,-0.5,0.1,V
      RS Oph,2453779.5,4.8,0.1,B
      RS Oph,2453780.5,<15.2,,V
      """;

  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void fillAnArchive() throws IOException {
    commands = new Commands(folder.resolve("work [1] {a,b}*"));
    SampleArchive archive =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(11, 1, 1));
    commands.novacat("nova", "add", archive.novae().get(0).name()).expect(ExitCode.OK);
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString()).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    Path curves = Files.writeString(folder.resolve("curves.csv"), CURVES);
    commands.novacat("register", "--photometry", curves.toString()).expect(ExitCode.OK);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
  }

  @Test
  void photometry_isThatOfAllNovae() {
    assertThat(
            query(
                    "SELECT primary_name, band_id, magnitude, limiting_value FROM photometry ORDER BY time_mjd")
                .out())
        .isEqualTo(
            """
            primary_name  band_id    magnitude  limiting_value
            RS Oph        Generic_B        4.8            null
            RS Oph        Generic_V       null            15.2
            V339 Del      Generic_V        4.4            null
            V339 Del      Generic_V       -0.5            null
            (4 rows)
            """);
  }

  /** An item points at each object that counts. */
  @Test
  void tableThatNoItemPointsAt_doesNotCount() throws IOException {
    Path tables = bucket().resolve("derived/photometry");
    Path committed;
    try (Stream<Path> files = Files.list(tables)) {
      committed = files.findFirst().orElseThrow().resolve("photometry_table.parquet");
    }
    Path stray = Files.createDirectory(tables.resolve(UUID.randomUUID().toString()));
    Files.copy(committed, stray.resolve("photometry_table.parquet"));

    long rows = rows("SELECT count(*) AS n FROM photometry");

    Files.delete(stray.resolve("photometry_table.parquet"));
    Files.delete(stray);
    assertThat(rows).isEqualTo(4);
  }

  @Test
  void objectThatIsGone_isNamed() throws IOException {
    Path table;
    try (Stream<Path> files = Files.walk(bucket().resolve("derived/photometry"))) {
      table = files.filter(file -> file.endsWith("photometry_table.parquet")).findFirst().get();
    }
    Path aside = Files.move(table, folder.resolve("aside.parquet"));

    Ran ran = commands.novacat("query", "SELECT * FROM photometry");
    Files.move(aside, table);

    assertThat(ran.expect(ExitCode.DAMAGED).err())
        .startsWith("Warning: Cannot use object 'derived/photometry/")
        .contains(table.getParent().getFileName() + "/photometry_table.parquet': it is not there")
        .contains("Warning: the answer lacks what is in them: 1");
    assertThat(ran.out()).endsWith("(2 rows)\n");
    assertThat(commands.novacat("query", "SELECT * FROM photometry").expect(ExitCode.OK).err())
        .isEmpty();
  }

  @Test
  void objectOfAnotherLength_isNamed_andNotRead() throws IOException {
    Path spectrum;
    try (Stream<Path> files = Files.walk(bucket().resolve("derived/spectra"))) {
      spectrum = files.filter(file -> file.endsWith("spectrum.parquet")).findFirst().get();
    }
    long all = rows("SELECT count(DISTINCT data_product_id) AS n FROM spectra");
    byte[] sound = Files.readAllBytes(spectrum);

    Files.writeString(spectrum, "no Parquet");
    Ran ran =
        commands.novacat(
            "query",
            "SELECT count(DISTINCT data_product_id) AS n FROM spectra",
            "--format",
            "json");
    Files.write(spectrum, sound);

    assertThat(ran.expect(ExitCode.DAMAGED).err())
        .contains("it has 10 bytes, the table says " + sound.length);
    assertThat(ran.json().get("n").asLong()).isEqualTo(all - 1);
  }

  @Test
  void spectra_areTheSamplesOfValidProducts() {
    Map<String, Long> samples = new TreeMap<>();
    json("SELECT nova_id, data_product_id, count(*) AS n FROM spectra GROUP BY ALL")
        .forEach(
            row ->
                samples.put(
                    row.get("nova_id").asText() + row.get("data_product_id").asText(),
                    row.get("n").asLong()));
    Map<String, Long> products = new TreeMap<>();
    json("SELECT nova_id, data_product_id, n_rows AS n FROM products WHERE validation_status = 'VALID'")
        .forEach(
            row ->
                products.put(
                    row.get("nova_id").asText() + row.get("data_product_id").asText(),
                    row.get("n").asLong()));

    assertThat(samples).hasSizeGreaterThan(1).isEqualTo(products);
  }

  /** The others may be damaged: they are not opened. */
  @Test
  void conditionOnAProduct_readsItsFileAlone() throws IOException {
    List<JsonNode> products =
        json("SELECT DISTINCT nova_id, data_product_id AS id FROM spectra ORDER BY id LIMIT 2");
    String wanted = products.get(0).get("id").asText();
    Path other =
        bucket()
            .resolve("derived/spectra")
            .resolve(products.get(1).get("nova_id").asText())
            .resolve(products.get(1).get("id").asText())
            .resolve("normalized/spectrum.parquet");
    byte[] sound = Files.readAllBytes(other);

    Files.write(other, new byte[sound.length]);
    long rows =
        rows("SELECT count(flux) AS n FROM spectra WHERE data_product_id = '" + wanted + "'");
    Ran all = commands.novacat("query", "SELECT sum(flux) FROM spectra");
    Files.write(other, sound);

    assertThat(rows).isPositive();
    assertThat(all.expect(ExitCode.USAGE).err()).startsWith("Cannot run query: ");
  }

  /** What Spark counts row by row is the truth: that leaves out no file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "nova_id = '{nova}'",
        "NOVA_ID IN ('{nova}', 'none')",
        "nova_id <> '{nova}'",
        "nova_id LIKE concat(left('{nova}', 4), '%')",
        "nova_id IS NULL",
        "data_product_id >= '{product}'",
        "data_product_id IN ('{product}','1','2','3','4','5','6','7','8','9','10','11','12')",
        "concat(nova_id, data_product_id) = '{nova}{product}'",
        "nova_id = '{nova}' AND data_product_id = '{product}'",
        "data_product_id = '{product}' OR wavelength > 5000",
        "NOT (nova_id = '{nova}' AND data_product_id = '{product}')",
      })
  void conditionOnIds_leavesTheSamplesThatItIsTrueOf(String pattern) {
    JsonNode one = json("SELECT nova_id, data_product_id FROM spectra ORDER BY 2 LIMIT 1").get(0);
    String condition =
        pattern
            .replace("{nova}", one.get("nova_id").asText())
            .replace("{product}", one.get("data_product_id").asText());

    List<JsonNode> read =
        json(
            "SELECT data_product_id id, count(*) n FROM spectra WHERE %s GROUP BY 1 ORDER BY 1"
                .formatted(condition));

    assertThat(read)
        .isEqualTo(
            json(
                "SELECT data_product_id id, count_if(%s) n FROM spectra GROUP BY 1 HAVING n > 0 ORDER BY 1"
                    .formatted(condition)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) n FROM spectra JOIN novae USING (nova_id) WHERE primary_name = '{name}'",
        "SELECT count(*) n FROM spectra WHERE nova_id = (SELECT nova_id FROM novae WHERE primary_name = '{name}')",
        "SELECT count(*) n FROM spectra WHERE nova_id IN (SELECT nova_id FROM novae WHERE primary_name = '{name}')",
      })
  void novaByItsName_hasItsSamples_andAnotherNone(String sql) {
    JsonNode nova =
        json("SELECT nova_id, primary_name FROM novae WHERE nova_id IN (SELECT nova_id FROM spectra)")
            .get(0);
    String id = nova.get("nova_id").asText();

    assertThat(rows(sql.replace("{name}", nova.get("primary_name").asText())))
        .isPositive()
        .isEqualTo(rows("SELECT count(*) n FROM spectra WHERE nova_id = '" + id + "'"));
    assertThat(rows(sql.replace("{name}", "RS Oph"))).isZero();
  }

  @Test
  void objectThatAConditionLeavesOut_isNotNamed() throws IOException {
    String other =
        json("SELECT nova_id FROM novae WHERE primary_name = 'RS Oph'")
            .get(0)
            .get("nova_id")
            .asText();
    Path spectrum;
    try (Stream<Path> files = Files.walk(bucket().resolve("derived/spectra"))) {
      spectrum = files.filter(file -> file.endsWith("spectrum.parquet")).findFirst().get();
    }
    byte[] sound = Files.readAllBytes(spectrum);

    Files.writeString(spectrum, "no Parquet");
    String product = spectrum.getParent().getParent().getFileName().toString();
    Ran others =
        commands.json(
            "query", "SELECT count(*) n FROM spectra WHERE data_product_id <> '" + product + "'");
    Ran none =
        commands.json("query", "SELECT count(*) n FROM spectra WHERE nova_id = '" + other + "'");
    Ran some =
        commands.json("query", "SELECT count(*) n FROM spectra WHERE nova_id <> '" + other + "'");
    Files.write(spectrum, sound);

    assertThat(others.expect(ExitCode.OK).err()).isEmpty();
    assertThat(none.expect(ExitCode.OK).err()).isEmpty();
    assertThat(some.expect(ExitCode.DAMAGED).err()).contains("it has 10 bytes");
  }

  @Test
  void items_areTables_thatJoin() {
    assertThat(
            query(
                    "SELECT n.primary_name, p.product_type, p.n_rows, p.mjd_max FROM products p JOIN novae n USING (nova_id) WHERE product_type = 'PHOTOMETRY_TABLE' ORDER BY 1")
                .out())
        .isEqualTo(
            """
            primary_name  product_type      n_rows  mjd_max
            RS Oph        PHOTOMETRY_TABLE       2  53780.0
            V339 Del      PHOTOMETRY_TABLE       2  56521.0
            (2 rows)
            """);
    List<JsonNode> runs =
        json(
            "SELECT workflow, status, summary FROM runs WHERE workflow <> 'initialize_nova'"
                + " ORDER BY started_at");
    assertThat(runs.get(1).get("workflow").asText()).isEqualTo("acquire_and_validate_spectra");
    assertThat(runs).extracting(run -> run.get("status").asText()).containsOnly("SUCCEEDED");
    assertThat(runs.get(3).at("/summary/rows.done").asText()).isEqualTo("4");
  }

  /** Of each column only what it needs is read. */
  @Test
  void columnOfProducts_isTheSameAloneAndAmongAll() {
    List<JsonNode> all = json("SELECT * FROM products ORDER BY data_product_id");

    assertThat(all).hasSizeGreaterThan(8);
    for (String column : Product.TABLE.schema().fieldNames()) {
      String sql = "SELECT %s AS cell FROM products ORDER BY data_product_id".formatted(column);
      assertThat(json(sql))
          .as(column)
          .extracting(row -> row.get("cell"))
          .isEqualTo(all.stream().map(row -> row.get(column)).toList());
    }
    assertThat(all.stream().filter(row -> !row.get("snr").isNull())).isNotEmpty();
    assertThat(rows("SELECT count(*) AS n FROM products")).isEqualTo(all.size());
  }

  @Test
  void conditionOnTheNova_leavesItsProducts() {
    List<JsonNode> all = json("SELECT nova_id FROM products");
    String nova = all.get(0).get("nova_id").asText();
    long expected = all.stream().filter(row -> row.get("nova_id").asText().equals(nova)).count();

    assertThat(rows("SELECT count(*) AS n FROM products WHERE nova_id = '" + nova + "'"))
        .isEqualTo(expected);
    assertThat(
            rows("SELECT count(*) AS n FROM products WHERE nova_id IN ('" + nova + "', 'x', '')"))
        .isEqualTo(expected);
  }

  @Test
  void describe_showsUnitsAndUcds() {
    assertThat(query("DESCRIBE photometry").out().lines())
        .hasSize(PhotometryColumn.values().length + 2)
        .contains(
            "magnitude                   double     Magnitude of a detection [mag, phot.mag]");
    assertThat(query("DESCRIBE spectra").out().lines()).hasSize(SpectrumColumn.values().length + 4);
    assertThat(query("SHOW TABLES").out())
        .contains("novae", "photometry", "products", "runs", "spectra", "(5 rows)");
  }

  @Test
  void files_areWrittenByTheirEnding_once() throws IOException {
    Path csv = folder.resolve("a.csv");
    String sql = "SELECT band_id, magnitude FROM photometry ORDER BY magnitude";

    assertThat(query(sql, "--to", csv.toString()).out())
        .isEqualToIgnoringNewLines("Wrote 4 rows to " + csv);

    assertThat(csv)
        .hasContent(
            "band_id,magnitude\r\nGeneric_V,\r\nGeneric_V,-0.5\r\nGeneric_V,4.4\r\nGeneric_B,4.8\r\n");
    assertThat(commands.novacat("query", sql, "--to", csv.toString()).expect(ExitCode.USAGE).err())
        .startsWith("Cannot write '%s': the file is there already".formatted(csv));
    assertThat(query(sql, "--to", csv.toString(), "--force", "--limit", "1").out())
        .startsWith("Wrote 1 rows");
    assertThat(
            commands
                .json("query", sql, "--to", folder.resolve("a.parquet").toString())
                .json()
                .get("rows")
                .asInt())
        .isEqualTo(4);
    assertThat(folder).isDirectoryNotContaining("glob:**.part*");
  }

  @Test
  void slips_areSaid_andNothingIsWritten() {
    assertThat(refused("SELECT magx FROM photometry"))
        .startsWith("Cannot run query: A column or function parameter with name `magx` cannot");
    assertThat(refused("SELECT 1", "--to", folder.resolve("a.xyz").toString()))
        .contains("its name promises no format");
    assertThat(refused("SELECT 1", "--format", "parquet"))
        .startsWith("Cannot write Parquet to standard output");
    assertThat(refused("SELECT 1", "--limit", "-1")).contains("--limit cannot be -1");
    assertThat(refused("DROP TABLE photometry")).startsWith("Cannot run 'DROP TABLE photometry'");
    assertThat(folder.resolve("a.xyz")).doesNotExist();
  }

  @Test
  void emptyArchive_hasAllTables_withoutRows() {
    Commands empty = new Commands(folder.resolve("empty"));
    empty.novacat("init").expect(ExitCode.OK);
    for (String table : QueryTable.names()) {
      assertThat(empty.novacat("query", "SELECT * FROM " + table).expect(ExitCode.OK).out())
          .as(table)
          .matches("(nova_id|row_id|job_run_id)  .*\n\\(0 rows\\)\n");
    }
  }

  private static Ran query(String sql, String... options) {
    return commands
        .novacat(Stream.concat(Stream.of("query", sql), Stream.of(options)).toArray(String[]::new))
        .expect(ExitCode.OK);
  }

  private static String refused(String sql, String... options) {
    Ran ran =
        commands.novacat(
            Stream.concat(Stream.of("query", sql), Stream.of(options)).toArray(String[]::new));
    assertThat(ran.out()).isEmpty();
    return ran.expect(ExitCode.USAGE).err();
  }

  private static List<JsonNode> json(String sql) {
    return commands.json("query", sql).expect(ExitCode.OK).jsonLines();
  }

  private static long rows(String sql) {
    return json(sql).get(0).get("n").asLong();
  }

  private static Path bucket() {
    return commands.workspace().resolve("buckets/nova-cat-private-data");
  }
}
