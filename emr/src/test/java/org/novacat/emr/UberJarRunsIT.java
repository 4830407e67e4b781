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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.local.DynamoDbLocal;
import org.novacat.persistence.local.LocalServerOptions;

/** The whole way of a spectrum with the uber-jar on a class path of Spark's own versions. */
class UberJarRunsIT {
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", DynamoDbLocal.ACCESS_KEY,
          "AWS_SECRET_ACCESS_KEY", DynamoDbLocal.SECRET_KEY,
          "AWS_REGION", DynamoDbLocal.REGION);

  @TempDir private Path folder;

  @AfterEach
  void stopServer() {
    DynamoDbLocal.stop(database());
  }

  private Path database() {
    return folder.resolve("workspace/dynamodb");
  }

  @Test
  void spectra_areIngestedBySparkSubmit() throws IOException {
    Cluster cluster = new Cluster(folder, CREDENTIALS);

    assertThat(cluster.java("--help")).contains("ingest-spectra");
    cluster.java("sample", "samples", "--files", "3", "--novae", "1");
    Path archive = zipped(folder.resolve("samples"));
    // Starts DynamoDB Local from the uber-jar's classes and jars that are not in it.
    cluster.java("init", "--workspace", "workspace");

    try (DynamoDbLocal table =
        DynamoDbLocal.ensureRunning(database(), LocalServerOptions.defaults())) {
      String endpoint = table.endpoint().toString();
      // The client's own chain of credentials and regions, as on EMR.
      String[] stores = {"--workspace", "workspace", "--dynamodb-endpoint", endpoint};
      cluster.java(with(stores, "register", archive.toString(), "--nova", "Test Nova"));
      String report = cluster.sparkSubmit(with(stores, "ingest-spectra", "--output", "json"));

      assertThat(report).contains("\"valid\":3");
    }
    assertThat(stored("spectrum.parquet")).hasSize(3);
    assertThat(stored("preview.png")).hasSize(3);
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
