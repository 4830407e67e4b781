package org.novacat.emr;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.server.S3Server;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.DynamoServer;
import org.novacat.persistence.testing.FaultyProxy;
import org.novacat.persistence.testing.S3Servers;

/**
 * The uber-jar on a cluster whose workers share nothing with the driver but the buckets of an S3
 * server, and a table of a DynamoDB server that the driver alone reaches, against the same commands
 * on a laptop's folders, with the same ids of novae.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneClusterIT {
  /** Of buckets, and good for the table too, whose server checks none. */
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "AWS_ACCESS_KEY_ID", S3Server.ACCESS_KEY,
          "AWS_SECRET_ACCESS_KEY", S3Server.SECRET_KEY);

  /** What a driver says when it gives the first task of {@code WritePanels} to an executor. */
  private static final Pattern WRITES_CHUNKS =
      Pattern.compile("Starting task 0\\.0 in stage 1\\.0 .*executor (\\d+),");

  private final Map<SparkRelease, StandaloneCluster> clusters = new EnumMap<>(SparkRelease.class);
  private final Map<SparkRelease, Cluster> drivers = new EnumMap<>(SparkRelease.class);
  private Path folder;
  private Network network;
  private S3Server buckets;
  private SampleData data;
  private BucketContent laptop;
  private BucketContent laptopZarr;
  private String laptopAnswer;
  private String laptopProducts;
  private Path laptopExports;

  @BeforeAll
  void runOnTheLaptop(@TempDir Path temporary) throws IOException {
    folder = temporary;
    DynamoServer.endpoint();
    network = Network.make();
    buckets = S3Server.start(folder.resolve("buckets"), network.driver(), false);
    S3Servers.letIn();
    data = SampleData.write(folder.resolve("samples"), 2, 10);
    try (Laptop program = new Laptop(Files.createDirectory(folder.resolve("laptop")))) {
      Path workspace = folder.resolve("laptop-data");
      Path files = workspace.resolve("buckets/nova-cat-private-data");
      keep(
          new Pipeline(
              program,
              List.of("--workspace", workspace.toString()),
              StoreLocation.local(files),
              StoreLocation.local(folder.resolve("laptop-zarr"))));
    }
  }

  private void keep(Pipeline jobs) throws IOException {
    assertEndWell(jobs);
    exportZarr(jobs);
    laptop = jobs.content();
    laptopZarr = jobs.exported();
    assertThat(laptopZarr.hashes()).containsKey("novae.zarr/signal/flux_raw/0.0");
    laptopAnswer = jobs.answer();
    laptopProducts = jobs.products();
    laptopExports = Files.createDirectory(folder.resolve("laptop-exports"));
    jobs.export(data, laptopExports);
  }

  @AfterAll
  void stop() {
    drivers.values().forEach(Cluster::close);
    clusters.values().forEach(StandaloneCluster::close);
    if (buckets != null) {
      buckets.close();
    }
    if (network != null) {
      network.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wholePipelineOnTheCluster_givesTheBytesOfTheLaptop(SparkRelease release) throws IOException {
    StandaloneCluster workers = cluster(release);
    TableSettings table = DynamoServer.unused();
    Pipeline jobs = jobs(workers, table);

    assertEndWell(jobs);

    assertThat(jobs.content().differencesFrom(laptop)).isEmpty();
    assertThat(jobs.answer()).isEqualTo(laptopAnswer);
    assertThat(jobs.run("verify", "--deep")).contains("\"passed\":true");
    assertNothingIsPending(jobs);
    assertExportsAsOnTheLaptop(jobs, Files.createDirectory(folder.resolve("exports-" + release)));
    assertNoTableForExecutors(workers, table);
    assertProductsAsOnTheLaptop(workers, table);
  }

  private void assertZarrAsOnTheLaptop(Pipeline jobs) {
    assertThat(jobs.exported().differencesFrom(laptopZarr)).isEmpty();
    assertThat(jobs.run("zarr", "validate", jobs.zarrStore())).contains("\"passed\" : true");
  }

  private void assertExportsAsOnTheLaptop(Pipeline jobs, Path exports) throws IOException {
    jobs.export(data, exports);
    try (Stream<Path> files = Files.list(laptopExports)) {
      assertThat(files.toList())
          .hasSize(6)
          .allSatisfy(
              file -> assertThat(exports.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  private static void assertNothingIsPending(Pipeline jobs) {
    for (StoreLocation bucket : List.of(jobs.bucket(), jobs.exports())) {
      try (ObjectStore store = ObjectStores.open(bucket)) {
        assertThat(store.removeLeftovers(Duration.ofSeconds(-5))).isZero();
      }
    }
  }

  /** What {@code query} asks of the table, executors ask; no job does. */
  private void assertProductsAsOnTheLaptop(StandaloneCluster workers, TableSettings table) {
    try (FaultyProxy door = new FaultyProxy(table.endpoint(), network.driver(), 1)) {
      assertThat(jobs(workers, table, door.endpoint()).products()).isEqualTo(laptopProducts);
      assertThat(door.counts()).containsKey("Query");
    }
  }

  private void assertEndWell(Pipeline jobs) {
    assertThat(jobs.bringIn(data)).contains(count("done", data.products()));
    assertThat(jobs.submit("ingest-spectra"))
        .contains(count("done", data.spectra(Expected.Valid.class)))
        .contains(count("refused", data.spectra(Expected.Quarantined.class)))
        .contains(count("duplicate", data.spectra(Expected.DuplicateOf.class)));
    assertThat(jobs.submit("ingest-photometry"))
        .contains(count("done", data.uploads(Outcome.Accepted.class)))
        .contains(count("refused", data.uploads(Outcome.Refused.class)))
        .contains("\"table_rows\":" + data.rows());
    jobs.submit("bundle");
  }

  private static void exportZarr(Pipeline jobs) {
    assertThat(jobs.program().submit(jobs.zarrExport())).contains("\"status\":\"SUCCEEDED\"");
  }

  private static String count(String ending, long count) {
    return "\"%s\":%s".formatted(ending, count);
  }

  /** Nothing that an executor was given names it, none of its classes knows one, no way leads. */
  private void assertNoTableForExecutors(StandaloneCluster workers, TableSettings table) {
    URI endpoint = table.endpoint();
    assertThat(workers.said()).contains("ExecutorRunner").doesNotContain(":" + endpoint.getPort());
    assertThat(workers.classesOfExecutors())
        .anyMatch(name -> name.endsWith("SpectrumTask"))
        .noneMatch(
            name ->
                name.matches(".*\\.(persistence\\.(dynamodb|embedded)|services\\.dynamodb)\\..*"));
    if (network.isSplit()) {
      assertThat(network.reaches("127.0.0.1", endpoint.getPort())).isFalse();
      assertThat(network.reaches(network.driver(), endpoint.getPort())).isFalse();
    }
  }

  @Test
  void workerKilledInTheMiddle_losesNothing() {
    StandaloneCluster workers = cluster(SparkRelease.STOCK);
    Pipeline jobs = jobs(workers, DynamoServer.unused());
    jobs.bringIn(data);

    try (Started run = driver(workers).submitted(jobs.with("ingest-spectra"))) {
      // Before the first product: a fast machine makes all of them in a second.
      run.await("executors", () -> workers.executors().size() == 2);
      workers.killWorker();
      assertThat(run.isRunning()).isTrue();
      assertThat(run.ended()).as(run.err()).isZero();
    }

    assertThat(jobs.run("ingest-spectra")).contains("NOTHING_TO_DO");
    assertSpectraAsOnTheLaptop(jobs);
    assertThat(jobs.run("verify", "--deep")).contains("\"passed\":true");
    workers.startWorker();
    exportWhileAWorkerDies(workers, jobs);
    assertZarrAsOnTheLaptop(jobs);
    assertNothingIsPending(jobs);
    workers.startWorker();
  }

  /** The one that dies is the one that writes. */
  private void exportWhileAWorkerDies(StandaloneCluster workers, Pipeline jobs) {
    try (Started run = driver(workers).submitted(jobs.zarrExport())) {
      run.await("chunks", () -> WRITES_CHUNKS.matcher(run.err()).find());
      Matcher task = WRITES_CHUNKS.matcher(run.err());
      assertThat(task.find()).isTrue();
      workers.killWorkerOf(task.group(1));
      assertThat(run.isRunning()).isTrue();
      assertThat(run.ended()).as(run.err()).isZero();
      // On a machine that is slow to kill, the task may have ended before.
      System.out.println("Chunks were begun twice: " + run.err().contains("task 0.1 in stage 1.0"));
    }
  }

  @Test
  void driverKilledInTheMiddle_isMadeGoodByTheNext() {
    StandaloneCluster workers = cluster(SparkRelease.EMR_7_13);
    Pipeline jobs = jobs(workers, DynamoServer.unused());
    jobs.bringIn(data);

    try (Started run = begun(workers, jobs)) {
      assertThat(run.isRunning()).isTrue();
      run.kill();
    }

    assertThat(jobs.submit("ingest-spectra")).contains("\"status\":\"SUCCEEDED\"");
    assertThat(jobs.run("ingest-spectra")).contains("NOTHING_TO_DO");
    assertSpectraAsOnTheLaptop(jobs);
    exportZarr(jobs);
    assertZarrAsOnTheLaptop(jobs);
    assertThat(jobs.run("verify", "--deep")).contains("\"passed\":true");
    assertNothingIsPending(jobs);
  }

  /** A run that has written its first products. */
  private Started begun(StandaloneCluster workers, Pipeline jobs) {
    Started run = driver(workers).submitted(jobs.with("ingest-spectra"));
    run.await("product", () -> derived(jobs) > 0);
    return run;
  }

  private static long derived(Pipeline jobs) {
    return jobs.count("derived/spectra/", "/preview.png");
  }

  private void assertSpectraAsOnTheLaptop(Pipeline jobs) {
    for (String prefix : List.of("raw/spectra/", "derived/spectra/", "quarantine/spectra/")) {
      assertThat(jobs.content().below(prefix).differencesFrom(laptop.below(prefix)))
          .as(prefix)
          .isEmpty();
    }
  }

  private StandaloneCluster cluster(SparkRelease release) {
    return clusters.computeIfAbsent(
        release,
        any -> new StandaloneCluster(release, made("cluster-" + release), network, CREDENTIALS));
  }

  private Cluster driver(StandaloneCluster workers) {
    return drivers.computeIfAbsent(
        workers.release(), release -> Cluster.of(workers, made("driver-" + release), CREDENTIALS));
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Pipeline jobs(StandaloneCluster workers, TableSettings table) {
    return jobs(workers, table, table.endpoint());
  }

  /** The same of a table that is reached at another address than its own. */
  private Pipeline jobs(StandaloneCluster workers, TableSettings table, URI door) {
    String name = table.table().toLowerCase(ROOT);
    StoreLocation bucket = S3Servers.at(buckets, "private-" + name);
    List<String> stores =
        List.of(
            "--store",
            bucket.toString(),
            "--s3-endpoint",
            buckets.endpoint().toString(),
            "--region",
            S3Servers.REGION,
            "--dynamodb-endpoint",
            door.toString(),
            "--table",
            table.table());
    StoreLocation exports = S3Servers.at(buckets, "exports-" + name);
    return new Pipeline(driver(workers), stores, bucket, exports);
  }
}
