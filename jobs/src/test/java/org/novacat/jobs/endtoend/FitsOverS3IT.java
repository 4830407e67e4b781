package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.jobs.spark.Sparks;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.testing.FaultyProxy;
import org.novacat.persistence.testing.S3Servers;

/**
 * The data source {@code fits} reads from a bucket what it reads from a folder, and asks the server
 * no more than it has to; requests are counted on the way.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FitsOverS3IT {
  private static final int FILES = 6;
  private static final int ROW = 24;
  private static final int FEW = 500;

  /** 7.3 MB; the last block of each split is small. */
  private static final int MANY = 306_000;

  private static final String ODD = "odd/V339 Del: night 1, 50%, [a] + é.fits";

  @TempDir private static Path folder;

  private FaultyProxy server;
  private String bucket;
  private SparkSession spark;

  @BeforeAll
  void bringIn() throws IOException {
    StoreLocation made = S3Servers.fresh();
    server = new FaultyProxy(S3Servers.shared().endpoint(), 1);
    bucket = made.toString();
    spark =
        Sparks.session(
            "test", S3Servers.at(server.endpoint().toString(), made.uri().getAuthority()));
    for (int file = 0; file < FILES; file++) {
      put("few/f%s.fits".formatted(file), table(file * FEW, FEW));
    }
    put("few/notes.txt", new byte[] {1});
    put("zipped/f.fits.gz", gzip(table(0, FEW)));
    put(ODD, table(0, FEW));
    put("many.fits", table(0, MANY));
    put("cut/whole.fits", table(0, FEW));
    put("cut/cut.fits", Arrays.copyOf(table(0, FEW), 7000));
  }

  @AfterAll
  void close() {
    server.close();
  }

  /** Rows of a number, half of it, and eight bytes more. */
  private static byte[] table(int first, int rows) {
    ByteBuffer data = ByteBuffer.allocate(ROW * rows);
    for (int row = first; row < first + rows; row++) {
      data.putLong(row).putDouble(row / 2.0).putLong(-row);
    }
    return FitsBytes.emptyPrimary()
        .header(
            "XTENSION= 'BINTABLE'",
            "BITPIX  = 8",
            "NAXIS   = 2",
            "NAXIS1  = " + ROW,
            "NAXIS2  = " + rows,
            "PCOUNT  = 0",
            "GCOUNT  = 1",
            "TFIELDS = 3",
            "TTYPE1  = 'id'",
            "TFORM1  = 'K'",
            "TTYPE2  = 'mag'",
            "TFORM2  = 'D'",
            "TTYPE3  = 'other'",
            "TFORM3  = 'K'")
        .data(data.array())
        .bytes();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  /** The same bytes in the folder and in the bucket. */
  private void put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    org.apache.hadoop.fs.Path object = object(name);
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    FileSystem store = object.getFileSystem(conf);
    try (OutputStream out = store.create(object)) {
      out.write(bytes);
    }
  }

  private org.apache.hadoop.fs.Path object(String name) {
    try {
      URI uri = URI.create(bucket);
      return new org.apache.hadoop.fs.Path(
          new URI(uri.getScheme(), uri.getAuthority(), "/" + name, null, null));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private DataFrameReader fits() {
    return spark.read().format("fits");
  }

  private static List<Row> rows(Dataset<Row> rows, String... columns) {
    return rows.selectExpr(columns).orderBy("id").collectAsList();
  }

  @ParameterizedTest
  @CsvSource({
    "few,             3000",
    "few/f*.fits,     3000",
    "'few/f[135].fits', 1500",
    "'few/{f0,f4}.fits', 1000",
    "few/f2.fits,     500",
    "zipped,          500",
    "odd,             500",
    "'odd/V339 Del: night 1*', 500",
    "many.fits,       306000"
  })
  void rowsOfABucket_areThoseOfAFolder(String path, int count) {
    List<Row> far = rows(fits().load(bucket + "/" + path), "*");

    assertThat(far).hasSize(count);
    assertThat(far).isEqualTo(rows(fits().load(folder + "/" + path), "*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hdus", "spectra"})
  void otherModes_readTheSame(String mode) {
    DataFrameReader reader = fits().option("mode", mode);

    List<String> far = reader.load(bucket + "/few").toJSON().collectAsList();

    assertThat(far).isNotEmpty();
    assertThat(far).isEqualTo(reader.load(folder + "/few").toJSON().collectAsList());
  }

  @Test
  void nameWithSpacesAndColons_isReadWhenItIsNamedItself() {
    Dataset<Row> one = fits().load(bucket + "/" + ODD.replaceAll("[\\[\\]]", "\\\\$0"));

    assertThat(rows(one, "id", "_path"))
        .hasSize(FEW)
        .allMatch(row -> row.getString(1).equals(bucket + "/" + ODD));
  }

  @Test
  void metadataColumns_areThoseOfTheObject() {
    Row row = fits().load(bucket + "/few/f2.fits").selectExpr("_path", "_size", "_sha256").first();
    Row near = fits().load(folder + "/few/f2.fits").selectExpr("_size", "_sha256").first();

    assertThat(row.getString(0)).isEqualTo(bucket + "/few/f2.fits");
    assertThat(List.of(row.get(1), row.get(2))).isEqualTo(List.of(near.get(0), near.get(1)));
  }

  @Test
  void nothingThere_isNamed() {
    assertThatThrownBy(() -> fits().load(bucket + "/few/none.fits"))
        .hasMessage("Cannot read FITS: nothing is at '%s/few/none.fits'", bucket);
    assertThatThrownBy(() -> fits().load(bucket + "/none/*.fits"))
        .hasMessage("Cannot read FITS: nothing is at '%s/none/*.fits'", bucket);
  }

  @Test
  void bucketThatIsNotThere_isNamed() {
    assertThatThrownBy(() -> fits().load("s3a://no-such-bucket/few"))
        .hasMessageContaining("no-such-bucket");
  }

  @Test
  void objectThatIsGoneSinceItWasListed_isNamed() throws IOException {
    put("gone/f.fits", table(0, FEW));
    Dataset<Row> listed = fits().load(bucket + "/gone");
    org.apache.hadoop.fs.Path object = object("gone/f.fits");
    object.getFileSystem(spark.sparkContext().hadoopConfiguration()).delete(object, false);

    assertThatThrownBy(() -> listed.selectExpr("sum(id)").head())
        .hasStackTraceContaining("FileNotFoundException")
        .hasStackTraceContaining(bucket + "/gone/f.fits");
  }

  @Test
  void truncatedFile_isCorruptAndNamed() {
    List<Row> corrupt =
        fits()
            .load(bucket + "/cut")
            .where("_corrupt_record IS NOT NULL")
            .selectExpr("_path", "_corrupt_record.code")
            .collectAsList();
    DataFrameReader failing = fits().option("parseMode", "FAILFAST");

    assertThat(corrupt)
        .extracting(row -> row.getString(0))
        .containsExactly(bucket + "/cut/cut.fits");
    assertThatThrownBy(() -> failing.load(bucket + "/cut").selectExpr("sum(id)").head())
        .hasStackTraceContaining(bucket + "/cut/cut.fits");
  }

  /** The folder is looked for and listed; a file's headers are one request, its rows another. */
  @Test
  void smallFiles_areOneRequestEach() {
    server.forget();
    Dataset<Row> all = fits().load(bucket + "/few");
    Map<String, Long> forTheSchema = server.counts();
    server.forget();

    all.selectExpr("sum(mag)").head();

    assertThat(forTheSchema).containsEntry("GET", (long) FILES).containsEntry("HEAD", 1L);
    assertThat(server.counts()).isEqualTo(Map.of("GET", (long) FILES));
  }

  /** The driver reads the header; each task the header and its rows, all of them in one request. */
  @Test
  void splitsOfATable_areTwoRequestsEach() {
    Dataset<Row> table =
        fits()
            .option("maxPartitionBytes", "2m")
            .option("openCostInBytes", "1")
            .load(bucket + "/many.fits");
    int splits = table.rdd().getNumPartitions();
    server.forget();

    double sum = table.selectExpr("sum(mag)").head().getDouble(0);

    assertThat(splits).isGreaterThan(3);
    assertThat(sum).isEqualTo(MANY * (MANY - 1.0) / 4);
    assertThat(server.counts()).isEqualTo(Map.of("GET", 1L + 2L * splits));
  }

  @Test
  void hashOfATable_isOneRequestMore() {
    Dataset<Row> table = fits().load(bucket + "/many.fits");
    server.forget();

    table.selectExpr("_sha256").first();

    assertThat(server.counts().get("GET")).isEqualTo(2);
  }
}
