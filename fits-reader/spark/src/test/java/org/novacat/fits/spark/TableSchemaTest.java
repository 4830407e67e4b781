package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose tables differ. */
class TableSchemaTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws Exception {
    write(
        "a.fits",
        new TableBytes().column("Flux", "E", "TUNIT='Jy'").column("n", "I").column("only", "J"),
        ByteBuffer.allocate(10).putFloat(1.5f).putShort((short) -3).putInt(7));
    write(
        "b.fits",
        new TableBytes().column("n", "J").column("FLUX", "D"),
        ByteBuffer.allocate(12).putInt(70_000).putDouble(2.25));
    write(
        "c.fits",
        new TableBytes().column("flux", "3E"),
        ByteBuffer.allocate(12).putFloat(1).putFloat(2).putFloat(3));
  }

  private void write(String name, TableBytes table, ByteBuffer row) throws Exception {
    byte[] bytes = new byte[row.capacity()];
    row.get(0, bytes);
    Files.write(folder.resolve(name), table.rows(bytes.length, bytes));
  }

  @Test
  void columns_areUnitedByName_andWidened() {
    Dataset<Row> rows = LocalSpark.read(folder).drop("_corrupt_record");

    assertThat(rows.schema().toDDL().replaceAll(" COMMENT '[^']*'", ""))
        .isEqualTo("Flux ARRAY<DOUBLE>,n INT,only INT");
    assertThat(rows.collectAsList())
        .extracting(row -> row.getList(0) + " " + row.get(1) + " " + row.get(2))
        .containsExactly("[1.5] -3 7", "[2.25] 70000 null", "[1.0, 2.0, 3.0] null null");
  }

  /** Schemas are read a thousand files at a time. */
  @Test
  void columnOfTheLastOfManyFiles_isThere() throws Exception {
    for (int file = 0; file < 1000; file++) {
      write(
          String.format(Locale.ROOT, "m%03d.fits", file),
          new TableBytes().column("n", "B"),
          ByteBuffer.allocate(1));
    }
    write("z.fits", new TableBytes().column("last", "B"), ByteBuffer.allocate(1));

    assertThat(LocalSpark.read(folder).schema().fieldNames())
        .containsExactly("Flux", "n", "only", "last", "_corrupt_record");
  }

  @Test
  void disagreements_areToldInTheComment() {
    var schema = LocalSpark.read(folder).schema();

    assertThat(schema.apply("Flux").getComment().get())
        .isEqualTo("Jy (array<float> in 1 files, double in 1 files, float in 1 files)");
    assertThat(schema.apply("n").getComment().get())
        .isEqualTo("(int in 1 files, smallint in 1 files)");
    assertThat(schema.apply("only").getComment().isEmpty()).isTrue();
  }

  @Test
  void typesWithoutACommonOne_areRefused_withTheFiles() throws Exception {
    write(
        "d.fits",
        new TableBytes().column("n", "4A"),
        ByteBuffer.wrap("text".getBytes(StandardCharsets.US_ASCII)));

    assertThatThrownBy(() -> LocalSpark.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("column 'n' has types without a common one")
        .hasMessageContaining("string=")
        .hasMessageContaining("d.fits");
  }

  @Test
  void schemaThatIsGiven_isRead_andWhatDoesNotFitIsCorrupt() {
    Dataset<Row> rows =
        LocalSpark.session()
            .read()
            .schema(
                "n SMALLINT, missing DOUBLE, _corrupt_record STRUCT<code: STRING, offset: BIGINT, message: STRING>")
            .format("fits")
            .load(folder.toString());

    assertThat(
            rows.selectExpr("n", "missing", "_corrupt_record.code", "_corrupt_record.message")
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly(
            "[-3,null,null,null]",
            "[null,null,COLUMN_TYPE,Cannot read column 'n': it is int in this file and smallint is asked for]",
            "[null,null,null,null]");
  }

  @Test
  void viewOfSql_mayNameMetadataColumns() {
    LocalSpark.session()
        .sql(
            "CREATE OR REPLACE TEMPORARY VIEW a (only INT, _path STRING, _mtime TIMESTAMP) USING fits OPTIONS (path '%s/a.fits')"
                .formatted(folder));

    Row row =
        LocalSpark.session()
            .sql("SELECT only, _path LIKE '%/a.fits', _mtime > '2001-01-01' FROM a")
            .head();

    assertThat(row.toString()).isEqualTo("[7,true,true]");
  }

  @Test
  void severalPaths_areReadTogether() {
    assertThat(
            LocalSpark.session()
                .read()
                .format("fits")
                .load(folder.resolve("a.fits").toString(), folder.resolve("b.fits").toString())
                .count())
        .isEqualTo(2);
  }

  @Test
  void noTableAtAll_isSaid() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> LocalSpark.read(empty))
        .hasMessage(
            "Cannot read FITS: of 0 files none can be read as table, hdu 'first table' (no name in the given paths ends as FITS files do)");
    assertThatThrownBy(() -> LocalSpark.read(folder, "hdu", "SCI"))
        .hasMessageContaining(
            "of 3 files none can be read as table, hdu 'SCI' (the first: Cannot read table: of the 2 HDUs no HDU is called 'SCI'");
    assertThat(LocalSpark.read(empty, "mode", "spectra").count()).isZero();
  }

  @Test
  void headerColumn_thatATableHas_mustBeRenamed() {
    assertThatThrownBy(() -> LocalSpark.read(folder, "headers", "ONLY"))
        .hasMessage(
            "Cannot read FITS: two columns are called 'ONLY' (write KEYWORD AS name in option 'headers', or set columnNameOfCorruptRecord)");
    assertThat(
            LocalSpark.read(folder, "headers", "NAXIS1 BIGINT AS width")
                .selectExpr("sum(width)")
                .head()
                .getLong(0))
        .isEqualTo(34);
  }

  @Test
  void fixedModes_refuseColumnsThatTheyDoNotHave() {
    assertThatThrownBy(
            () ->
                LocalSpark.session()
                    .read()
                    .schema("flux ARRAY<FLOAT>")
                    .format("fits")
                    .option("mode", "spectra")
                    .load(folder.toString()))
        .hasMessageStartingWith(
            "Cannot read FITS: mode SPECTRA has no column 'flux' of type array<float> (it has order INT,");
  }
}
