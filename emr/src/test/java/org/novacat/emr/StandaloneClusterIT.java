package org.novacat.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.testing.DynamoServer;

/**
 * The uber-jar on a cluster whose workers share nothing with the driver but a folder: the jobs end
 * as on a laptop, and no executor can reach the table.
 */
class StandaloneClusterIT {
  /** For the driver alone. */
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", DynamoServer.KEY,
          "AWS_SECRET_ACCESS_KEY", DynamoServer.KEY,
          "AWS_REGION", DynamoServer.REGION);

  @TempDir private Path folder;
  private Network network;

  @BeforeEach
  void joinNetworks() {
    network = Network.make();
  }

  @AfterEach
  void partNetworks() {
    network.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyJob_endsAsOnALaptop(SparkRelease release) throws IOException {
    TableSettings table = DynamoServer.unused();
    SampleData data = SampleData.write(folder.resolve("samples"), 2, 5);
    Path clusterFolder = Files.createDirectory(folder.resolve("cluster"));
    try (StandaloneCluster workers =
        new StandaloneCluster(release, clusterFolder, network, Map.of())) {
      Cluster driver = Cluster.of(workers, folder, CREDENTIALS);
      assertThat(data.curves().uploads()).isNotEmpty();

      assertEndWell(new Pipeline(driver::sparkSubmit, stores(table)), data);

      assertNoTableEndpoint(workers, table);
    }
  }

  private List<String> stores(TableSettings table) {
    return List.of(
        "--workspace",
        folder.resolve("workspace").toString(),
        "--dynamodb-endpoint",
        String.valueOf(table.endpoint()),
        "--table",
        table.table());
  }

  private static void assertEndWell(Pipeline jobs, SampleData data) {
    jobs.run("init");
    jobs.addNovae(data);
    assertThat(jobs.registerSpectra(data)).contains(count("done", data.products()));
    assertThat(jobs.registerPhotometry(data)).contains("\"status\":\"SUCCEEDED\"");
    assertThat(jobs.run("ingest-spectra"))
        .contains(count("done", data.spectra(Expected.Valid.class)))
        .contains(count("refused", data.spectra(Expected.Quarantined.class)))
        .contains(count("duplicate", data.spectra(Expected.DuplicateOf.class)));
    assertThat(jobs.run("ingest-photometry"))
        .contains(count("done", data.uploads(Outcome.Accepted.class)))
        .contains(count("refused", data.uploads(Outcome.Refused.class)))
        .contains("\"table_rows\":" + data.rows());
    assertThat(jobs.run("query", "SELECT count(*) AS n FROM photometry"))
        .isEqualTo("{\"n\":%s}%n".formatted(data.rows()));
    assertThat(jobs.run("query", "SELECT count(DISTINCT data_product_id) AS n FROM spectra"))
        .isEqualTo("{\"n\":%s}%n".formatted(data.spectra(Expected.Valid.class)));
    assertThat(jobs.run("verify", "--deep")).contains("\"passed\":true");
  }

  private static String count(String ending, long count) {
    return "\"%s\":%s".formatted(ending, count);
  }

  /** Nothing that an executor was started with names it, and no way leads there. */
  private void assertNoTableEndpoint(StandaloneCluster workers, TableSettings table) {
    URI endpoint = table.endpoint();
    assertThat(workers.said()).contains("ExecutorRunner").doesNotContain(":" + endpoint.getPort());
    if (network.isSplit()) {
      assertThat(network.reaches("127.0.0.1", endpoint.getPort())).isFalse();
      assertThat(network.reaches(network.driver(), endpoint.getPort())).isFalse();
    }
  }
}
