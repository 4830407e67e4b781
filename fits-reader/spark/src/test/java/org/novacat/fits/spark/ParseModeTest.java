package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.testing.SharedData;

/** What becomes of damaged files and rows. */
class ParseModeTest {
  private static final String FILE = "regexp_extract(_path, '[^/]*$', 0) AS file";

  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws Exception {
    byte[] good = table(3, 0);
    Files.write(folder.resolve("good.fits"), good);
    Files.write(folder.resolve("cut.fits"), java.util.Arrays.copyOf(good, good.length - 2870));
    Files.writeString(folder.resolve("page.fits"), "<!DOCTYPE html><html></html>");
    Files.write(folder.resolve("empty.fits"), new byte[0]);
    Files.write(folder.resolve("image.fits"), FitsBytes.image(new float[] {1, 2}).bytes());
  }

  /** Rows of an id and a variable-length array; that of row {@code bad} − 1 points nowhere. */
  private static byte[] table(int rows, int bad) {
    ByteBuffer data = ByteBuffer.allocate(12 * rows);
    for (int row = 0; row < rows; row++) {
      data.putInt(row).putInt(1).putInt(row + 1 == bad ? 1_000_000 : 4 * row);
    }
    byte[] heap = new byte[4 * rows];
    return new TableBytes()
        .column("id", "J")
        .column("list", "1PJ(1)")
        .heap(heap)
        .rows(12, data.array());
  }

  @Test
  void permissive_givesARowForEachDamagedFile_withCodeOffsetAndMessage() {
    Dataset<Row> all = LocalSpark.read(folder);
    Map<String, Row> corrupt = new TreeMap<>();
    for (Row row :
        all.where("_corrupt_record IS NOT NULL")
            .selectExpr(FILE, "_corrupt_record")
            .collectAsList()) {
      corrupt.put(row.getString(0), row.getStruct(1));
    }

    assertThat(all.count()).isEqualTo(3 + 4);
    assertThat(corrupt).containsOnlyKeys("cut.fits", "empty.fits", "image.fits", "page.fits");
    assertThat(corrupt.get("cut.fits").getString(0)).isEqualTo("FITS_TRUNCATED");
    assertThat(corrupt.get("cut.fits").getLong(1)).as("where the HDU begins").isEqualTo(2880);
    assertThat(corrupt.get("cut.fits").getString(2))
        .startsWith("Cannot read file: HDU 1 needs 48 bytes of data");
    assertThat(corrupt.get("page.fits").getString(0)).isEqualTo("FITS_NO_SIMPLE");
    assertThat(corrupt.get("empty.fits").getString(0)).isEqualTo("FITS_EMPTY");
    assertThat(corrupt.get("image.fits").getString(0)).isEqualTo("NO_TABLE");
    assertThat(corrupt.get("image.fits").isNullAt(1)).isTrue();
  }

  @Test
  void permissive_fillsNothingElse_butWhatIsKnownOfTheFile() {
    Row row =
        LocalSpark.read(folder)
            .where("_corrupt_record.code = 'FITS_NO_SIMPLE'")
            .selectExpr("id", "list", "_size", "_hdu")
            .head();

    assertThat(row).isEqualTo(org.apache.spark.sql.RowFactory.create(null, null, 28L, null));
  }

  @Test
  void dropMalformed_givesTheGoodRowsAlone() {
    Dataset<Row> rows = LocalSpark.read(folder, "parseMode", "dropmalformed");

    assertThat(rows.columns()).containsExactly("id", "list");
    assertThat(rows.selectExpr("id").collectAsList())
        .extracting(r -> r.getInt(0))
        .containsExactly(0, 1, 2);
  }

  @Test
  void failFast_fails_andNamesTheFile() {
    assertThatThrownBy(() -> LocalSpark.read(folder, "parseMode", "FAILFAST"))
        .hasMessageMatching(
            "Cannot read '.*cut.fits': Cannot read file: HDU 1 needs 48 bytes .*\\(FITS_TRUNCATED;.*");
    assertThatThrownBy(
            () ->
                LocalSpark.session()
                    .read()
                    .schema("id INT")
                    .format("fits")
                    .option("parseMode", "FAILFAST")
                    .load(folder + "/cut.fits")
                    .collectAsList())
        .hasStackTraceContaining("cut.fits': Cannot read file: HDU 1 needs 48 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4999, 5000})
  void oneBadRow_costsThatRowAlone(int bad) throws Exception {
    Path file = Files.write(folder.resolve("row.fits"), table(5000, bad));

    Dataset<Row> permissive = LocalSpark.read(file);
    Row corrupt =
        permissive.where("_corrupt_record IS NOT NULL").selectExpr("_corrupt_record.*").head();

    assertThat(permissive.count()).isEqualTo(5000);
    assertThat(permissive.selectExpr("sum(id)").head().getLong(0))
        .as("unharmed where the array is not asked for")
        .isEqualTo(5000L * 4999 / 2);
    assertThat(permissive.where("list IS NOT NULL").selectExpr("sum(id)").head().getLong(0))
        .isEqualTo(5000L * 4999 / 2 - (bad - 1));
    assertThat(corrupt.getString(0)).isEqualTo("FITS_BAD_HEAP");
    assertThat(corrupt.getLong(1)).isEqualTo(5760 + 12L * (bad - 1) + 4);
    assertThat(corrupt.getString(2)).contains("row %s of column 'list'".formatted(bad - 1));
    assertThat(
            LocalSpark.read(file, "parseMode", "DROPMALFORMED").where("list IS NOT NULL").count())
        .isEqualTo(4999);
  }

  @Test
  void hdus_ofACutFile_areGivenUpToTheDamage() {
    List<Row> rows =
        LocalSpark.read(folder.resolve("cut.fits"), "mode", "hdus")
            .selectExpr("index", "kind", "_corrupt_record.code")
            .collectAsList();

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getInt(0)).isZero();
    assertThat(rows.get(1).getString(2)).isEqualTo("FITS_TRUNCATED");
  }

  @Test
  void spectra_ofDamagedFiles_areMalformed_andOfOtherFilesHaveAReason() {
    Path files = SharedData.fits().resolve("files");
    Dataset<Row> permissive = LocalSpark.read(files, "mode", "spectra");
    Dataset<Row> dropped = LocalSpark.read(files, "mode", "spectra", "parseMode", "DROPMALFORMED");

    assertThat(
            permissive
                .where("_corrupt_record IS NOT NULL")
                .selectExpr("reason")
                .distinct()
                .collectAsList())
        .extracting(r -> r.getString(0))
        .containsExactly("UNREADABLE");
    long malformed = permissive.where("_corrupt_record IS NOT NULL").count();
    assertThat(malformed).isPositive();
    assertThat(permissive.where("reason IS NOT NULL").count()).isEqualTo(rejected());
    assertThat(dropped.where("reason IS NOT NULL").count()).isEqualTo(rejected() - malformed);
    assertThat(dropped.count()).isEqualTo(permissive.count() - malformed);
    assertThatThrownBy(
            () ->
                LocalSpark.read(files, "mode", "spectra", "parseMode", "FAILFAST").collectAsList())
        .hasStackTraceContaining("parseMode PERMISSIVE or DROPMALFORMED goes on");
  }

  /** Files without a spectrum, and orders that are left out of those with some. */
  private static long rejected() {
    return Corpus.files().stream()
        .map(file -> SpectrumReader.standard().read(file.name(), file.bytes()))
        .mapToLong(result -> result.match(read -> (long) read.refused().size(), rejected -> 1L))
        .sum();
  }

  @Test
  void fileOverTheLimit_isRefusedUnread() {
    CountingFileSystem.takeBytes();

    Row row =
        LocalSpark.read(
                CountingFileSystem.path(folder.resolve("good.fits")),
                "mode",
                "spectra",
                "maxFileBytes",
                "5k")
            .selectExpr("reason", "_corrupt_record.message")
            .head();

    assertThat(row.getString(0)).isEqualTo("LIMIT_EXCEEDED");
    assertThat(row.getString(1))
        .contains("8640 bytes, and 5120 may be held in memory (raise maxFileBytes)");
    assertThat(CountingFileSystem.takeBytes()).isZero();
  }
}
