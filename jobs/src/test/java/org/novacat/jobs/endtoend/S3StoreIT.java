package org.novacat.jobs.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.DynamoServer;
import org.novacat.persistence.testing.FaultyProxy;
import org.novacat.persistence.testing.S3Servers;

/**
 * All jobs on buckets of an S3 server and a table of a DynamoDB server; requests to both are
 * counted on the way.
 */
@TestInstance(Lifecycle.PER_CLASS)
class S3StoreIT {
  private static final int NOVAE = 2;
  private static final int SPECTRA = 12;

  @TempDir private static Path folder;

  private final Map<String, Map<String, Long>> objectRequests = new TreeMap<>();
  private final Map<String, Map<String, Long>> tableRequests = new TreeMap<>();
  private FaultyProxy objects;
  private FaultyProxy table;
  private StoreLocation bucket;
  private String[] stores;
  private SampleArchive archive;
  private CurveArchive curves;

  @BeforeAll
  void bringIn() throws IOException {
    TableSettings settings = DynamoServer.unused();
    bucket = S3Servers.unused();
    objects = new FaultyProxy(S3Servers.shared().endpoint(), 1);
    table = new FaultyProxy(settings.endpoint(), 1);
    stores =
        new String[] {
          "--workspace", folder.resolve("workspace").toString(),
          "--store", bucket.toString(),
          "--public-store", bucket + "-public",
          "--s3-endpoint", objects.endpoint().toString(),
          "--dynamodb-endpoint", table.endpoint().toString(),
          "--table", settings.table(),
          "--region", S3Servers.REGION
        };
    archive = SampleArchive.write(folder.resolve("samples"), new SampleSpec(7, NOVAE, SPECTRA));
    curves = CurveArchive.write(folder.resolve("samples/photometry"), 7, archive.novae());
    novacat("init").expect(ExitCode.OK);
    for (SampleNova nova : archive.novae()) {
      add(nova);
    }
    counted("register", "register", archive.manifest().toString());
    counted("ingest-spectra", "ingest-spectra");
    counted("register --photometry", "register", "--photometry", curves.folder().toString());
    counted("ingest-photometry", "ingest-photometry");
    counted("ingest-spectra, idle", "ingest-spectra");
    counted("ingest-photometry, idle", "ingest-photometry");
    counted("bundle", "bundle");
    counted("publish", "publish");
    counted("bundle, idle", "bundle");
    counted("publish, idle", "publish");
  }

  @AfterAll
  void close() {
    objects.close();
    table.close();
  }

  private void add(SampleNova nova) {
    List<String> words = new ArrayList<>(List.of("nova", "add", nova.name()));
    words.addAll(List.of("--ra", "" + nova.raDeg(), "--dec", "" + nova.decDeg()));
    nova.aliases().forEach(alias -> words.addAll(List.of("--alias", alias)));
    novacat(words.toArray(String[]::new)).expect(ExitCode.OK);
  }

  private Ran novacat(String... words) {
    return Commands.run(Stream.concat(Stream.of(words), Stream.of(stores)).toArray(String[]::new));
  }

  private void counted(String job, String... words) {
    objects.forget();
    table.forget();
    novacat(words).expect(ExitCode.OK);
    objectRequests.put(job, objects.counts());
    tableRequests.put(job, table.counts());
  }

  @Test
  void query_readsWhatIsInTheBucketThroughS3A() {
    long valid = SampleWorkspace.standings(archive).get("VALID");

    Ran spectra = novacat("query", "SELECT count(DISTINCT data_product_id) n FROM spectra");
    Ran photometry = novacat("query", "SELECT count(*) n FROM photometry");

    long rows = curves.rows().values().stream().mapToLong(Long::longValue).sum();
    assertThat(spectra.expect(ExitCode.OK).out()).containsPattern("\\b" + valid + "\\b");
    assertThat(photometry.expect(ExitCode.OK).out().replace(",", ""))
        .containsPattern("\\b" + rows + "\\b");
  }

  /** Neither are the others opened, nor is anything listed or looked at by Spark. */
  @Test
  void queryOfOneNova_asksForItsObjectsAlone() {
    String one =
        novacat("query", "SELECT min(nova_id) FROM spectra", "--format", "csv")
            .expect(ExitCode.OK)
            .out()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();

    Map<String, Long> ofOne = asked("SELECT sum(flux) FROM spectra WHERE nova_id = '" + one + "'");
    Map<String, Long> ofAll = asked("SELECT sum(flux) FROM spectra");

    assertThat(ofOne.get("GET")).isPositive().isLessThan(ofAll.get("GET"));
    assertThat(ofOne.get("HEAD")).isLessThan(ofAll.get("HEAD"));
    assertThat(lists(ofOne)).isEqualTo(1);
    assertThat(lists(ofAll)).isEqualTo(NOVAE);
  }

  private Map<String, Long> asked(String sql) {
    objects.forget();
    novacat("query", sql).expect(ExitCode.OK);
    return objects.counts();
  }

  private static long lists(Map<String, Long> requests) {
    return requests.entrySet().stream()
        .filter(entry -> entry.getKey().contains("list-type"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  @Test
  void verifyRecoverAndDoctor_findNothingAmiss() {
    assertThat(novacat("verify", "--deep").expect(ExitCode.OK).out()).doesNotContain("FAILED");
    novacat("recover").expect(ExitCode.OK);
    assertThat(novacat("doctor").expect(ExitCode.OK).out())
        .contains("all kept")
        .doesNotContain("FAILED");
  }

  @Test
  void export_writesFilesOfWhatIsInTheBucket() {
    Path file = folder.resolve("curve.vot");
    String nova = archive.novae().get(0).name();

    novacat("photometry", "export", nova, "--to", file.toString()).expect(ExitCode.OK);

    assertThat(file).isNotEmptyFile();
  }

  @Test
  void privateBucketAsThePublicOne_isRefused() {
    String[] same = stores.clone();
    same[5] = bucket.toString();

    Ran ran =
        Commands.run(Stream.concat(Stream.of("status"), Stream.of(same)).toArray(String[]::new));

    assertThat(ran.expect(ExitCode.USAGE).err())
        .contains("Cannot use public bucket", "it is the private one");
  }

  @Test
  void tableThatSparkWrites_isCommittedByTheMagicCommitter() throws IOException {
    StoreLocation other = S3Servers.fresh();
    SparkSession spark = Sparks.session("test", other);
    Dataset<Row> rows = spark.range(100).toDF("n");

    rows.write().parquet(other + "/table");

    assertThat(spark.read().parquet(other + "/table").count()).isEqualTo(100);
    try (ObjectStore store = ObjectStores.open(other);
        Stream<ListedObject> found = store.list("table/")) {
      List<ListedObject> all = found.toList();
      assertThat(all).noneMatch(object -> object.key().value().contains("_temporary"));
      ListedObject success =
          all.stream().filter(o -> o.key().value().endsWith("_SUCCESS")).findFirst().orElseThrow();
      assertThat(new String(store.read(success.key(), 1_000_000), UTF_8)).contains("magic");
      assertThat(store.removeLeftovers(Duration.ofSeconds(-5))).isZero();
    }
  }

  /** What was made from the folder of a workspace is tested elsewhere: here that all is there. */
  @Test
  void releaseOnS3_isWholeAndVisitorsAreLedToIt() throws IOException {
    try (ObjectStore site = ObjectStores.open(publicBucket())) {
      JsonNode current =
          new ObjectMapper().readTree(site.read(NovaCatKeys.current("release.json").key(), 10_000));
      ReleaseId id = ReleaseId.parse(current.get("release_id").asText());
      byte[] list = site.read(NovaCatKeys.release(id, "files.jsonl").key(), 10_000_000);
      assertThat(ContentHash.of(list).hex()).isEqualTo(current.get("files_sha256").asText());
      int files = 0;
      for (String line : new String(list, UTF_8).lines().toList()) {
        for (JsonNode file : new ObjectMapper().readTree(line).get("files")) {
          ObjectKey key = NovaCatKeys.release(id, file.get("path").asText()).key();
          assertThat(ContentHash.of(site.read(key, 100_000_000)).hex())
              .as(key.toString())
              .isEqualTo(file.get("sha256").asText());
          files++;
        }
      }
      assertThat(files).isGreaterThan(100);
      assertThat(site.removeLeftovers(Duration.ofSeconds(-5))).isZero();
    }
  }

  private StoreLocation publicBucket() {
    return StoreLocation.parse(bucket + "-public")
        .with(StoreLocation.ENDPOINT, S3Servers.shared().endpoint().toString())
        .with(StoreLocation.PATH_STYLE, "true")
        .with(StoreLocation.REGION, S3Servers.REGION);
  }

  @Test
  void bundleAndPublishWithNothingNew_readItemsOnly() {
    assertThat(objectRequests.get("bundle, idle")).isEmpty();
    assertThat(objectRequests.get("publish, idle")).isEmpty();
    for (String job : List.of("bundle, idle", "publish, idle")) {
      assertThat(tableRequests.get(job).keySet())
          .as(job)
          .isSubsetOf("Query", "GetItem", "BatchGetItem", "DescribeTable");
    }
  }

  @Test
  void requests_areAsManyAsTheManualSays() {
    int files = archive.files().size();
    int uploads = curves.uploads().size();
    System.out.println("Requests to S3: " + objectRequests);
    System.out.println("Requests to DynamoDB: " + tableRequests);

    assertThat(perFile(objectRequests, "register", files)).isLessThan(5);
    assertThat(perFile(objectRequests, "ingest-spectra", files)).isLessThan(5);
    assertThat(perFile(tableRequests, "register", files)).isLessThan(4);
    assertThat(perFile(tableRequests, "ingest-spectra", files)).isLessThan(2);
    assertThat(perFile(objectRequests, "ingest-photometry", NOVAE)).isLessThan(80);
    assertThat(perFile(objectRequests, "register --photometry", uploads)).isLessThan(5);
    assertThat(perFile(tableRequests, "register --photometry", uploads)).isLessThan(5);
    assertThat(perFile(tableRequests, "ingest-photometry", NOVAE)).isLessThan(80);
    assertThat(objectRequests.get("ingest-spectra, idle")).isEmpty();
    assertThat(objectRequests.get("ingest-photometry, idle")).isEmpty();
    assertThat(tableRequests.get("ingest-spectra, idle")).hasSizeLessThan(4);
  }

  private static double perFile(Map<String, Map<String, Long>> requests, String job, int files) {
    return (double) requests.get(job).values().stream().mapToLong(Long::longValue).sum() / files;
  }
}
