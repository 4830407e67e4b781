package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Manual;

/** Whatever happens to a job, it ends as the manual's table of situations says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndingsIT {
  /** The jobs, each with the name of its runs and of what it counts first. */
  private static final Map<String, List<String>> JOBS =
      Map.of(
          "register", List.of("register_raw_files", "files"),
          "ingest-spectra", List.of("acquire_and_validate_spectra", "spectra"),
          "ingest-photometry", List.of("ingest_photometry", "uploads"));

  private final Map<String, Situation> situations = new LinkedHashMap<>();
  private Path folder;
  private SampleArchive spectra;
  private SampleArchive many;
  private Path curves;
  private Workspace novae;
  private Workspace registered;
  private Workspace workspace;
  private List<String> register = List.of();
  private @Nullable Path disk;
  private int trials;

  /**
   * Something that happens.
   *
   * @param known whether register finds files that are registered already
   * @param happen makes it happen to a job
   * @param mend does what the manual says is to be done before the job runs again
   */
  private record Situation(boolean known, Happening happen, Mending mend) {}

  private interface Happening {
    Ran to(String job) throws IOException;
  }

  private interface Damage {
    void on(Path object) throws IOException;
  }

  private interface Mending {
    void after(String job) throws IOException;
  }

  /** What the manual says of one job in one situation. */
  private record Row(
      String what, String job, List<String> statuses, int code, List<String> counted) {
    static Stream<Row> of(List<String> cells) {
      return Manual.code(cells.get(1)).stream()
          .map(
              job ->
                  new Row(
                      cells.get(0),
                      job,
                      List.of(cells.get(2).split(", then ")),
                      Integer.parseInt(cells.get(3)),
                      Manual.code(cells.get(4))));
    }

    @Override
    public String toString() {
      return job + ": " + what;
    }
  }

  @BeforeAll
  void register(@TempDir Path temporary) throws IOException {
    folder = temporary;
    spectra = SampleArchive.write(folder.resolve("spectra"), new SampleSpec(7, 2, 3));
    many = SampleArchive.write(folder.resolve("many"), new SampleSpec(8, 5, 40));
    curves = Files.createDirectory(folder.resolve("curves"));
    for (int n = 0; n < 4; n++) {
      Files.writeString(curves.resolve(n + ".csv"), "JD,mag,band\n245652" + n + ".5,4.4,V\n");
    }
    novae = new Workspace(folder.resolve("novae"));
    novae.succeed("nova", "add", "V339 Del");
    SampleWorkspace.addNovae(novae, spectra);
    registered = novae.copyTo(folder.resolve("registered"));
    SampleWorkspace.register(registered, spectra);
    registered.succeed("register", "--photometry", curves.toString(), "--nova", "V339 Del");
    situations();
  }

  private void situations() {
    situations.put(
        "`workflow-payloads` cannot be written",
        new Situation(false, this::withoutPayloads, job -> restorePayloads()));
    situations.put(
        "a raw object has other bytes",
        new Situation(true, job -> damaged(job, EndingsIT::flip), this::registerAgain));
    situations.put(
        "a raw object is missing",
        new Situation(true, job -> damaged(job, Files::delete), this::registerAgain));
    situations.put(
        "a source has other bytes", new Situation(true, this::withOtherSource, job -> {}));
    situations.put("a source is missing", new Situation(true, this::withoutSource, job -> {}));
    situations.put(
        "the disk of the bucket is full",
        new Situation(false, job -> onASmallDisk(job, 0), job -> Files.delete(ballast())));
    situations.put(
        "the disk of the bucket gets full",
        new Situation(false, job -> onASmallDisk(job, 96 << 10), this::makeRoomAndWait));
    situations.put("Ctrl-C", new Situation(false, this::interrupted, job -> {}));
    situations.put("`kill -9`", new Situation(false, this::killed, this::recover));
  }

  static Stream<Row> rows() {
    return Manual.table(Manual.OPERATIONS, "what happens").stream().flatMap(Row::of);
  }

  @Test
  void table_hasEverySituationOfEveryJob() {
    assertThat(rows().map(Row::what).distinct()).containsExactlyElementsOf(situations.keySet());
    assertThat(rows().filter(row -> !row.what().contains("source")).map(Row::toString))
        .hasSize(JOBS.size() * (situations.size() - 2))
        .doesNotHaveDuplicates();
    assertThat(rows().map(Row::job).toList()).hasSameElementsAs(JOBS.keySet());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void run_endsAsTheTableSays_andTheNextOneIsWhole(Row row) throws IOException {
    Situation situation = situations.get(row.what());
    boolean known = situation.known() || !row.job().equals("register");
    workspace = (known ? registered : novae).copyTo(folder.resolve("workspace-" + ++trials));
    register = List.of("register", spectra.manifest().toString());

    Ran ran = situation.happen().to(row.job());

    assertThat(ran.code()).as(ran.toString()).isEqualTo(row.code());
    assertThat(lastRun(row.job()).text("status")).isEqualTo(row.statuses().get(0));
    assertCounts(row, ran);
    situation.mend().after(row.job());
    assertThat(lastRun(row.job()).text("status"))
        .isEqualTo(row.statuses().get(row.statuses().size() - 1));
    workspace.succeed(words(row.job()));
  }

  private String[] words(String job) {
    List<String> words = job.equals("register") ? register : List.of(job);
    return Stream.concat(words.stream(), Stream.of("--output", "json")).toArray(String[]::new);
  }

  private Ran run(String job) {
    return workspace.novacat(words(job));
  }

  private Item lastRun(String job) {
    return workspace.table().of("JobRun").stream()
        .filter(run -> run.text("workflow_name").equals(JOBS.get(job).get(0)))
        .max(Comparator.comparing(run -> run.text("started_at")))
        .orElseThrow();
  }

  /** Endings by number, codes by name with what they are about; nothing is nothing. */
  private static void assertCounts(Row row, Ran ran) {
    if (row.counted().isEmpty()) {
      assertThat(ran.out()).isEmpty();
      return;
    }
    JsonNode report = ran.json();
    for (String word : row.counted()) {
      if (word.equals("put back")) {
        assertThat(report.get(word)).as(ran.out()).hasSize(1);
      } else if (word.matches("[A-Z_]+")) {
        assertThat(report.get("look_at")).as(ran.out()).isNotEmpty();
        assertThat(report.at("/look_at/0/code").asText()).isEqualTo(word);
        assertThat(report.at("/look_at/0/what").asText()).isNotEmpty();
      } else {
        JsonNode count = report.at("/" + JOBS.get(row.job()).get(1) + "/ended/" + word);
        assertThat(count.asInt()).as("%s in %s", word, ran.out()).isPositive();
      }
    }
  }

  private Path payloads() {
    return workspace.bucket().resolve("workflow-payloads");
  }

  private Ran withoutPayloads(String job) throws IOException {
    if (Files.exists(payloads())) {
      Files.move(payloads(), workspace.folder().resolve("aside"));
    }
    Files.writeString(payloads(), "in the way");
    return run(job);
  }

  private void restorePayloads() throws IOException {
    Files.delete(payloads());
    if (Files.exists(workspace.folder().resolve("aside"))) {
      Files.move(workspace.folder().resolve("aside"), payloads());
    }
  }

  private Ran damaged(String job, Damage damage) throws IOException {
    String kind = job.equals("ingest-photometry") ? "raw/photometry" : "raw/spectra";
    String name = job.equals("ingest-photometry") ? ".csv" : "primary.fits";
    try (Stream<Path> files = Files.walk(workspace.bucket().resolve(kind))) {
      damage.on(files.filter(file -> file.toString().endsWith(name)).sorted().findFirst().get());
    }
    return run(job);
  }

  private static void flip(Path object) throws IOException {
    byte[] bytes = Files.readAllBytes(object);
    bytes[bytes.length / 2] ^= 1;
    Files.write(object, bytes);
  }

  private void registerAgain(String job) {
    if (job.equals("ingest-photometry")) {
      workspace.succeed("register", "--photometry", curves.toString(), "--nova", "V339 Del");
    } else if (job.equals("ingest-spectra")) {
      SampleWorkspace.register(workspace, spectra);
    }
  }

  private Ran withOtherSource(String job) throws IOException {
    Path source = Files.createTempFile(folder, "source", ".fits");
    register = List.of("register", source.toString(), "--nova", "V339 Del");
    Files.writeString(source, "bytes");
    workspace.succeed(words(job));
    Files.writeString(source, "other bytes");
    return run(job);
  }

  private Ran withoutSource(String job) throws IOException {
    Files.writeString(folder.resolve("there.fits"), "bytes");
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "locator,nova\nno-such.fits,V339 Del\nthere.fits,V339 Del\n");
    register = List.of("register", list.toString());
    return run(job);
  }

  private Path ballast() {
    return workspace.bucket().resolve("ballast");
  }

  private Ran onASmallDisk(String job, long left) throws IOException {
    Path bucket = workspace.bucket();
    Path aside = Files.move(bucket, bucket.resolveSibling("aside"));
    Files.createDirectory(bucket);
    assumeTrue(
        shell("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", bucket.toString()) == 0,
        "skipped: no small disk can be mounted");
    disk = bucket;
    shell("cp", "-a", aside + "/.", bucket.toString());
    assertThatThrownBy(() -> Files.write(ballast(), new byte[(64 << 20) + 1]))
        .isInstanceOf(IOException.class);
    try (FileChannel file = FileChannel.open(ballast(), StandardOpenOption.WRITE)) {
      file.truncate(file.size() - left);
    }
    return run(job);
  }

  /** As when the wait of postponed spectra is over. */
  private void makeRoomAndWait(String job) throws IOException {
    Files.delete(ballast());
    Path table = workspace.folder().resolve("table/NovaCat.1.sqlite");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + table);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE item SET attributes = json_remove(attributes, '$.next_eligible_attempt_at')");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      shell("umount", "-l", disk.toString());
      disk = null;
    }
  }

  private static int shell(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Ran interrupted(String job) {
    try (Driver driver = underWay(job)) {
      return driver.signal("INT").ended();
    }
  }

  private Ran killed(String job) {
    try (Driver driver = underWay(job)) {
      return driver.kill();
    }
  }

  /** A process that has begun its run and not yet ended it. */
  private Driver underWay(String job) {
    register = List.of("register", many.manifest().toString(), "--add-novae");
    String begun = "workflow-payloads/" + JOBS.get(job).get(0);
    return workspace
        .start(words(job))
        .await("its plan is kept", () -> Moment.files(workspace, begun) > 0);
  }

  private void recover(String job) {
    workspace.freeLocksOfTheDead();
    workspace.succeed("recover");
  }
}
