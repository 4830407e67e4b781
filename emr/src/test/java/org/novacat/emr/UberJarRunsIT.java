package org.novacat.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.samples.BulkArchive;
import org.novacat.jobs.samples.BulkArchive.BulkSpec;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.testing.DynamoServer;

/** The whole way of a spectrum with the uber-jar on a class path of Spark's own versions. */
class UberJarRunsIT {
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", DynamoServer.KEY,
          "AWS_SECRET_ACCESS_KEY", DynamoServer.KEY,
          "AWS_REGION", DynamoServer.REGION);

  @TempDir private Path folder;

  @Test
  void spectra_areIngestedBySparkSubmit() throws IOException {
    TableSettings table = DynamoServer.unused();
    String endpoint = String.valueOf(table.endpoint());
    Cluster cluster = Cluster.local(SparkRelease.STOCK, folder, CREDENTIALS);

    assertThat(cluster.java("--help")).contains("ingest-spectra", "zarr");
    BulkArchive.write(folder.resolve("samples"), new BulkSpec(2026, 3, 1));
    Path archive = zipped(folder.resolve("samples"));
    // The client's own chain of credentials and regions, as on EMR.
    String[] stores = {
      "--workspace", "workspace", "--dynamodb-endpoint", endpoint, "--table", table.table()
    };
    cluster.java(with(stores, "init"));
    cluster.java(with(stores, "register", archive.toString(), "--nova", "Test Nova"));
    String report = cluster.submit(List.of(with(stores, "ingest-spectra", "--output", "json")));

    assertThat(report).contains("\"done\":3");
    assertThat(stored("spectrum.parquet")).hasSize(3);
    assertThat(stored("preview.png")).hasSize(3);
  }

  @Test
  void embeddedTable_isRefusedInOneSentence() {
    Cluster cluster = Cluster.local(SparkRelease.STOCK, folder, CREDENTIALS);

    assertThat(cluster.refused("init", "--workspace", "workspace"))
        .startsWith("Cannot use the embedded table in '")
        .contains("this jar has no SQLite")
        .hasLineCount(1);
  }

  @Test
  void samples_areRefusedInOneSentence() {
    Cluster cluster = Cluster.local(SparkRelease.STOCK, folder, CREDENTIALS);

    assertThat(cluster.refused("demo"))
        .startsWith("Cannot make samples: this jar has no makers of them")
        .hasLineCount(1);
  }

  private static String[] with(String[] options, String... words) {
    return Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new);
  }

  private static Path zipped(Path samples) throws IOException {
    Path archive = samples.resolveSibling("samples.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Path file : filesBelow(samples, ".fits")) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
      }
    }
    return archive;
  }

  private List<Path> stored(String name) throws IOException {
    return filesBelow(folder.resolve("workspace/buckets/nova-cat-private-data/derived"), name);
  }

  private static List<Path> filesBelow(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
