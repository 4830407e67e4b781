package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.layouts.id.ContentHash;

/** What users get wrong: each mistake is named in one sentence, and nothing is lost by it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final String NOVA = "Sample Nova Cyg 2101";

  private Path folder;
  private Path good;
  private Workspace workspace;
  private Snapshot before;

  @BeforeAll
  void register(@TempDir Path temporary) throws IOException {
    folder = temporary;
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 3));
    good = folder.resolve("archive").resolve(archive.files().get(0).locator());
    workspace = new Workspace(folder.resolve("workspace"));
    SampleWorkspace.addNovae(workspace, archive);
    SampleWorkspace.register(workspace, archive);
  }

  @BeforeEach
  void look() {
    before = Snapshot.of(workspace);
  }

  /** All that was there is there, as it was. */
  @AfterEach
  void nothingIsLost() {
    Snapshot after = Snapshot.of(workspace);

    assertThat(before.differencesFrom(after)).allMatch(what -> what.endsWith(" is new"));
  }

  private void assertNothingWasWritten() {
    assertThat(Snapshot.of(workspace)).isEqualTo(before);
  }

  @Test
  void badRows_areRejectedEachAndTheOthersRegistered() throws IOException {
    String hash = ContentHash.of(Files.readAllBytes(good)).hex();
    Path manifest =
        manifest(
            "rows.csv",
            "nova,product_key,locator,sha256",
            NOVA + ",bad-rows-1," + good + "," + hash,
            NOVA + ",bad-rows-2,missing.fits,",
            NOVA + ",bad-rows-3," + good + "," + "0".repeat(64),
            NOVA + ",bad-rows-1," + good + ",",
            NOVA + ",bad-rows-4,s3://bucket/key.fits,",
            "V9999 Nowhere,bad-rows-5," + good + ",",
            NOVA + ",bad-rows-6");

    JsonNode report =
        workspace
            .novacat("register", manifest.toString(), "--output", "json", "--fail-on", "rejected")
            .expect(ExitCode.FAILED_ON)
            .json();

    assertThat(report.at("/files/planned").asInt()).isEqualTo(7);
    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(rejections(report))
        .isEqualTo(
            Map.of(
                "SOURCE_MISSING",
                    "Cannot read '%s': there is no such file (check the path)"
                        .formatted(folder.resolve("missing.fits")),
                "SHA256_MISMATCH",
                    "Cannot register '%s': its SHA-256 is %s, the manifest says %s (fetch it again, or mend the row)"
                        .formatted(good.toUri(), hash, "0".repeat(64)),
                "DUPLICATE_PRODUCT_KEY",
                    "Cannot register rows.csv line 5: the same product stands in rows.csv line 2 (remove one of them)",
                "LOCATOR_UNSUPPORTED",
                    "Cannot fetch 's3://bucket/key.fits': no reader for 's3:' (give a file path or an http or https address)",
                "NOVA_UNKNOWN",
                    "Cannot find nova 'V9999 Nowhere': no nova has this name (add it with 'novacat nova add' or --add-novae, or mend the name)",
                "ROW_INVALID",
                    "Cannot read rows.csv line 8: it has 2 fields, the header has 4 (quote fields with commas)"));
  }

  @Test
  void unknownColumn_isRefusedBeforeAnythingIsWritten() throws IOException {
    Path manifest = manifest("column.csv", "nova,locator,colour", NOVA + "," + good + ",red");

    Ran refused = workspace.novacat("register", manifest.toString());

    assertRefused(
        refused,
        ExitCode.USAGE,
        ("Cannot read manifest '%s': unknown column 'colour' (the columns are nova, provider,"
                + " product_key, locator, sha256, wavelength_column, wavelength_unit, medium,"
                + " flux_column, flux_unit, flux_calibration, uncertainty_column, uncertainty_kind,"
                + " mask_column, object, mjd, jd, date, time_scale, time_precision_days,"
                + " exposure_seconds, telescope, instrument, observer, ra_deg, dec_deg, source_type, flux_type,"
                + " simulator, teff, logg, feh, rights, licence, bibcode, doi, observers, acknowledgement, source_url)")
            .formatted(manifest));
    assertNothingWasWritten();
  }

  @Test
  void missingFolder_isRefused() {
    Ran refused = workspace.novacat("register", folder + "/nowhere", "--nova", NOVA);

    assertRefused(
        refused,
        ExitCode.USAGE,
        "Cannot register '%s/nowhere': there is no such file or folder (check the path)"
            .formatted(folder));
    assertNothingWasWritten();
  }

  @Test
  void nameOfTwoNovae_isNotGuessed() {
    String first = added("Ambiguous A");
    String second = added("Ambiguous B");
    workspace.succeed("nova", "alias", "Ambiguous A", "Ambiguous");
    workspace.succeed("nova", "alias", "Ambiguous B", "Ambiguous");

    JsonNode report =
        workspace
            .succeed("register", good.toString(), "--nova", "Ambiguous", "--output", "json")
            .json();

    assertThat(report.at("/files/ended/done").asInt()).isZero();
    String message = rejections(report).get("NOVA_AMBIGUOUS");
    assertThat(message)
        .startsWith("Cannot tell which nova 'Ambiguous' is: Ambiguous ")
        .contains("Ambiguous A " + first, "Ambiguous B " + second)
        .endsWith(" (write the id of the one you mean)");
    JsonNode byId =
        workspace.succeed("register", good.toString(), "--nova", first, "--output", "json").json();
    assertThat(byId.at("/files/ended/done").asInt()).isEqualTo(1);
  }

  private String added(String name) {
    return workspace
        .succeed("nova", "add", name, "--output", "json")
        .json()
        .get("nova_id")
        .asText();
  }

  @Test
  void zipThatLeadsOut_isRefusedWhole() throws IOException {
    Path zip = folder.resolve("evil.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name : List.of("fine.fits", "../evil.fits")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(good, out);
      }
    }

    JsonNode report =
        workspace.succeed("register", zip.toString(), "--nova", NOVA, "--output", "json").json();

    assertThat(rejections(report))
        .isEqualTo(
            Map.of(
                "ARCHIVE_UNSAFE_NAME",
                "Cannot unpack '%s': member '../evil.fits' has no safe name: it leads out of the archive (nothing of it was stored)"
                    .formatted(zip)));
    assertNothingWasWritten();
    assertThat(folder.resolve("evil.fits")).doesNotExist();
  }

  @Test
  void workspaceBelowAFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Ran refused = new Workspace(file.resolve("workspace")).novacat("status");

    assertRefused(
        refused,
        ExitCode.USAGE,
        "Cannot use workspace '%s/workspace': '%s' is a file (name a folder; one that is missing is made)"
            .formatted(file, file));
  }

  @Test
  void storeThatCannotBeWritten_isRefused() {
    Ran refused =
        workspace.novacat("register", good.toString(), "--nova", NOVA, "--store", "file:///proc");

    assertThat(refused.code()).isEqualTo(ExitCode.UNREACHABLE.code());
    assertThat(refused.err())
        .startsWith("Cannot create object 'workflow-payloads/")
        .contains("' in '/proc': ")
        .endsWith(" (see to the disk, then run again)\n");
    assertThat(workspace.table().of("JobRun"))
        .extracting(run -> run.text("status"))
        .contains("FAILED")
        .doesNotContain("RUNNING");
  }

  @Test
  void missingTable_isNamed() {
    Ran refused = workspace.novacat("status", "--table", "Other");

    assertRefused(
        refused,
        ExitCode.USAGE,
        "Cannot open table 'Other': it does not exist (run 'novacat init')");
    assertNothingWasWritten();
  }

  @Test
  void endpointWhereNobodyListens_isReportedSoon() throws IOException {
    int port = freePort();

    Ran refused = withCredentials("status", "--dynamodb-endpoint", "http://127.0.0.1:" + port);

    assertThat(refused.code()).isEqualTo(ExitCode.UNREACHABLE.code());
    assertThat(refused.err())
        .startsWith("Cannot reach the table to open table: ")
        .contains("Connection refused")
        .contains(" (check the endpoint and the network)");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The SDK looks for credentials before it connects; these are none. */
  private Ran withCredentials(String... arguments) {
    Map<String, String> settings =
        Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test", "aws.region", "us-east-1");
    try {
      settings.forEach(System::setProperty);
      return workspace.novacat(arguments);
    } finally {
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private Path manifest(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static Map<String, String> rejections(JsonNode report) {
    Map<String, String> rejections = new TreeMap<>();
    for (JsonNode rejection : report.get("look_at")) {
      rejections.put(rejection.get("code").asText(), rejection.get("message").asText());
    }
    return rejections;
  }

  private static void assertRefused(Ran ran, ExitCode code, String message) {
    assertThat(ran.err().strip()).isEqualTo(message);
    assertThat(ran.code()).isEqualTo(code.code());
    assertThat(ran.out()).isEmpty();
  }
}
