package org.novacat.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.state.UploadStatus;

/** What manifests and sidecars say of the rights and the credit of photometry. */
class RegisteredUploadRightsTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void writeUploads() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    for (String name : List.of("a", "b", "c", "d")) {
      write(name + ".csv", "JD,mag,band\n2456520.5,4." + (int) name.charAt(0) + ",V\n");
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private JsonNode register(String... rows) throws IOException {
    Path manifest = write("list.csv", String.join("\n", rows) + "\n");
    return commands
        .json("register", "--photometry", manifest.toString(), "--nova", "V339 Del")
        .expect(ExitCode.OK)
        .json();
  }

  private Map<String, PhotometryUpload> uploads() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC());
        Stream<PhotometryUpload> all = catalog.uploads().list()) {
      return all.collect(Collectors.toMap(PhotometryUpload::filename, one -> one));
    }
  }

  private Rights recorded(String name) {
    return uploads().get(name).rights();
  }

  private static Rights who(String rights) {
    return new Rights(rights, "", "", "", List.of(), "", "");
  }

  @Test
  void columns_areOnTheUpload_andASidecarBeforeThem() throws IOException {
    write(
        "b.csv.sidecar.json",
        """
        {"rights": "PROPRIETARY until 2099-01-31", "bibcode": "2013ATel.5302....1T",
         "observer": "A. One; B. Two", "licence": "CC0-1.0", "data-url": "https://x.org/b", "acknowledgement": "Thanks."}
        """);
    write("c.csv.sidecar.json", "{\"rights\": \"CC-BY\"}");
    write("d.csv.sidecar.json", "{\"rights\": \"proprietary\"}");

    JsonNode report =
        register(
            "locator,rights,licence,observers",
            "a.csv,private,cc by 4.0,C. Three",
            "b.csv,,MIT,",
            "c.csv,,,",
            "d.csv,,,");

    assertThat(recorded("a.csv"))
        .isEqualTo(new Rights("PRIVATE", "CC-BY-4.0", "", "", List.of("C. Three"), "", ""));
    assertThat(recorded("b.csv"))
        .isEqualTo(
            new Rights(
                "PROPRIETARY until 2099-01-31",
                "CC0-1.0",
                "2013ATel.5302....1T",
                "",
                List.of("A. One", "B. Two"),
                "Thanks.",
                "https://x.org/b"));
    assertThat(recorded("c.csv")).isEqualTo(new Rights("", "CC-BY", "", "", List.of(), "", ""));
    assertThat(recorded("d.csv")).isEqualTo(who("PRIVATE"));
    assertThat(report.at("/metadata/0").asText())
        .isEqualTo(
            "b.csv: licence is 'CC0-1.0' in sidecar b.csv.sidecar.json, and 'MIT' in manifest list.csv line 3 is left");
  }

  @Test
  void sidecarThatIsWrongElsewhere_saysItsRightsAndCreditAllTheSame() throws IOException {
    write("a.csv.sidecar.json", "{\"rights\": \"PRIVATE\", \"observers\": \"X\"}");
    write("b.csv.sidecar.json", "{\"magnitude-system\": \"Vgea\", \"rights\": \"PRIVATE\"}");
    write("c.csv.sidecar.json", "{\"band\": [], \"rights\": \"PRIVAT\"}");
    write("d.csv.sidecar.json", "{\"t0\": \"soon\", \"observer\": \"A. One\"}");

    JsonNode report = register("locator", "a.csv", "b.csv", "c.csv", "d.csv");

    assertThat(recorded("a.csv")).isEqualTo(who("PRIVATE"));
    assertThat(recorded("b.csv")).isEqualTo(who("PRIVATE"));
    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("SIDECAR_INVALID");
    assertThat(recorded("d.csv").observers()).containsExactly("A. One");
  }

  @Test
  void wordsThatCannotBeUsed_rejectTheirFileAlone_andNothingOfItIsThere() throws IOException {
    write("b.csv.sidecar.json", "{\"rights\": \"PRIVAT\"}");
    write("c.csv.sidecar.json", "{\"bibcode\": \"2013\"}");

    JsonNode report =
        register("locator,rights", "a.csv,PRIVTE", "b.csv,", "c.csv,", "d.csv,PRIVATE");

    assertThat(report.get("look_at"))
        .extracting(one -> one.get("code").asText())
        .containsExactly("ROW_INVALID", "SIDECAR_INVALID", "SIDECAR_INVALID");
    assertThat(uploads()).containsOnlyKeys("d.csv");
    assertThat(recorded("d.csv")).isEqualTo(who("PRIVATE"));
  }

  /** More of them lie between the two than are under way at the same time. */
  @Test
  void equalBytesOfWhichOneIsPrivate_areNotRegistered_whicheverIsFirst() throws IOException {
    for (String name : List.of("a2.csv", "b2.csv", "c2.csv", "d2.csv")) {
      Files.copy(folder.resolve(name.charAt(0) + ".csv"), folder.resolve(name));
    }
    write("d2.csv.sidecar.json", "{\"rights\": \"PRIVAT\"}");
    write("c2.csv.sidecar.json", "{\"rights\": \"PRIVATE\"");
    List<String> rows = new ArrayList<>(List.of("locator,rights", "a.csv,", "b.csv,PRIVATE"));
    rows.addAll(List.of("c.csv,", "d.csv,"));
    for (int i = 0; i < 40; i++) {
      write("x" + i + ".csv", "JD,mag,band\n2456520.5,5." + (10 + i) + ",V\n");
      rows.add("x" + i + ".csv,");
    }
    rows.addAll(List.of("a2.csv,PRIVATE", "b2.csv,PUBLIC", "c2.csv,", "d2.csv,"));

    JsonNode report = register(rows.toArray(String[]::new));

    assertThat(report.get("look_at"))
        .extracting(one -> one.get("what").asText() + " " + one.get("code").asText())
        .containsExactly(
            "list.csv line 2 RIGHTS_CONFLICT",
            "list.csv line 3 RIGHTS_CONFLICT",
            "list.csv line 4 RIGHTS_CONFLICT",
            "list.csv line 5 RIGHTS_CONFLICT",
            "list.csv line 46 RIGHTS_CONFLICT",
            "list.csv line 47 RIGHTS_CONFLICT",
            "list.csv line 48 RIGHTS_CONFLICT",
            "list.csv line 49 SIDECAR_INVALID");
    assertThat(report.at("/look_at/0/message").asText())
        .startsWith("Cannot register 'list.csv line 2': its bytes are those of 'list.csv line 46'");
    assertThat(uploads())
        .hasSize(40)
        .doesNotContainKeys("a.csv", "a2.csv", "b.csv", "c.csv", "d.csv");

    write("d2.csv.sidecar.json", "{}");
    register(
        "locator,rights",
        "a.csv,PRIVATE",
        "a2.csv,PRIVATE",
        "b.csv,PRIVATE",
        "c.csv,",
        "d.csv,",
        "d2.csv,");
    assertThat(recorded("a.csv")).isEqualTo(who("PRIVATE"));
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  @Test
  void registeredAgain_keepsWhatIsNotSaid_andTakesWhatIsSaidOtherwise() throws IOException {
    register("locator,rights,licence", "a.csv,PRIVATE,MIT", "b.csv,,");
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
    assertThat(commands.json("bundle").expect(ExitCode.OK).json().at("/bundles/ended/done").asInt())
        .isEqualTo(1);
    assertThat(bundled()).contains("4.98").doesNotContain("4.97");

    assertThat(register("locator", "a.csv").get("rights")).isEmpty();
    assertThat(register("locator,licence", "a.csv,MIT").get("rights")).isEmpty();
    assertThat(commands.json("bundle", "--dry-run").json().toString()).doesNotContain("V339 Del");

    JsonNode report = register("locator,licence", "a.csv,CC-BY-4.0", "b.csv,CC0-1.0");

    assertThat(report.at("/files/ended/unchanged").asInt()).isEqualTo(2);
    assertThat(report.get("rights"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "list.csv line 2: licence was 'MIT' and is 'CC-BY-4.0'",
            "list.csv line 3: licence was not stated and is 'CC0-1.0'");
    assertThat(recorded("a.csv"))
        .isEqualTo(new Rights("PRIVATE", "CC-BY-4.0", "", "", List.of(), "", ""));
    assertThat(uploads().get("a.csv").status()).isEqualTo(UploadStatus.ACCEPTED);
    assertThat(commands.json("bundle").expect(ExitCode.OK).json().at("/bundles/ended/done").asInt())
        .isEqualTo(1);
  }

  private String bundled() throws IOException {
    try (Stream<Path> all =
        Files.walk(commands.workspace().resolve("buckets/nova-cat-private-data/bundles"))) {
      Path zip = all.filter(file -> file.endsWith("full.zip")).findFirst().orElseThrow();
      try (var open = new java.util.zip.ZipFile(zip.toFile())) {
        var csv =
            open.stream()
                .filter(entry -> entry.getName().endsWith("photometry_table.csv"))
                .findFirst()
                .orElseThrow();
        return new String(
            open.getInputStream(csv).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      }
    }
  }
}
