package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;

class RegisterPhotometryTest {
  private static final String CURVE = "JD,mag,band\n2456520.5,4.4,V\n";

  @TempDir Path folder;
  private Commands commands;
  private Path uploads;

  @BeforeEach
  void start() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    uploads = Files.createDirectory(folder.resolve("uploads"));
  }

  @Test
  void filesOfAFolder_lieUnderTheHashOfTheirBytes() throws IOException {
    Files.writeString(uploads.resolve("curve.csv"), CURVE);
    Files.writeString(uploads.resolve("same bytes.csv"), CURVE);
    Files.writeString(uploads.resolve(".hidden"), "x");

    JsonNode report = register(uploads);

    assertCounts(report, 1, 1, 0);
    assertThat(report.get("skipped")).hasSize(1);
    assertThat(stored())
        .singleElement()
        .asString()
        .startsWith(IngestFileId.of(ContentHash.of(CURVE.getBytes(UTF_8))) + "/original/");
    assertCounts(register(uploads), 0, 2, 0);
  }

  @Test
  void sidecarThatComesLater_isTakenAlongAndTheFileWaitsAgain() throws IOException {
    Path file = Files.writeString(uploads.resolve("curve.qdp"), CURVE);
    register(file);

    Files.writeString(uploads.resolve("curve.qdp.sidecar.json"), "{\"nova\": \"RS Oph\"}");
    assertCounts(register(uploads), 1, 0, 0);

    assertThat(stored())
        .hasSize(2)
        .anyMatch(name -> name.matches(".*/original/curve.qdp.[0-9a-f]{16}.sidecar.json"));
    assertCounts(register(uploads), 0, 1, 0);
  }

  /** Nothing but the table is written. */
  @Test
  void novaThatIsSaidLater_isARunOfItsOwn() throws IOException {
    Path file = Files.writeString(folder.resolve("said.csv"), CURVE);
    commands.novacat("register", "--photometry", file.toString()).expect(ExitCode.OK);
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);

    JsonNode later =
        commands
            .json("register", "--photometry", file.toString(), "--nova", "RS Oph")
            .expect(ExitCode.OK)
            .json();

    assertThat(later.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(later.get("status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void readMeOfATable_isItsCompanion() throws IOException {
    Files.writeString(uploads.resolve("table2.dat"), CURVE);
    Files.writeString(uploads.resolve("ReadMe"), "Byte-by-byte Description of file: table2.dat");

    assertCounts(register(uploads), 1, 0, 0);

    assertThat(stored()).anyMatch(name -> name.endsWith(".ReadMe"));
  }

  @Test
  void manifest_saysWhoseTheFilesAre() throws IOException {
    Files.writeString(uploads.resolve("curve.csv"), CURVE);
    Path manifest =
        Files.writeString(
            uploads.resolve("list.csv"),
            "locator,nova\ncurve.csv,V339 Del\ncurve.csv,No Such\nmissing.csv,\n");

    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    JsonNode report = register(manifest);

    assertCounts(report, 1, 0, 2);
    assertThat(report.at("/files/codes/refused").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("DUPLICATE_PRODUCT_KEY", "SOURCE_MISSING");
  }

  /** Whichever of them comes first, what the other says would be lost. */
  @Test
  void equalBytesWithOtherSidecars_areRefused_andThoseWithEqualOnesAreOneUpload()
      throws IOException {
    Files.writeString(uploads.resolve("a.csv"), CURVE);
    Files.writeString(uploads.resolve("b.csv"), CURVE);
    Files.writeString(uploads.resolve("a.csv.sidecar.json"), "{\"nova\": \"RS Oph\"}");

    JsonNode report = register(uploads);
    Files.copy(uploads.resolve("a.csv.sidecar.json"), uploads.resolve("b.csv.sidecar.json"));
    JsonNode mended = register(uploads);

    assertCounts(report, 1, 0, 1);
    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("PRODUCT_CONFLICT");
    assertThat(report.at("/look_at/0/message").asText()).contains("a.csv", "b.csv");
    assertThat(mended.at("/files/ended/refused").asInt()).isZero();
  }

  @Test
  void equalBytesForTwoNovae_areRefused() throws IOException {
    Files.writeString(uploads.resolve("a.csv"), CURVE);
    Files.writeString(uploads.resolve("b.csv"), CURVE);
    Path manifest =
        Files.writeString(
            uploads.resolve("list.csv"), "locator,nova\na.csv,V339 Del\nb.csv,RS Oph\n");

    JsonNode report =
        commands.json("register", "--photometry", manifest.toString(), "--add-novae").json();

    assertCounts(report, 1, 0, 1);
    assertThat(report.at("/files/codes/refused/PRODUCT_CONFLICT").asInt()).isEqualTo(1);
  }

  @Test
  void fileOfTwoManifests_isOne_unlessTheyContradictEachOther() throws IOException {
    Files.writeString(uploads.resolve("a.csv"), CURVE);
    Path one = Files.writeString(folder.resolve("1.csv"), "locator,nova\nuploads/a.csv,V339 Del\n");
    Path same = Files.copy(one, folder.resolve("2.csv"));
    Path other = Files.writeString(folder.resolve("3.csv"), "locator,nova\nuploads/a.csv,RS Oph\n");
    String[] command = {"register", "--photometry", "--add-novae", one.toString(), same.toString()};

    assertCounts(commands.json(command).json(), 1, 0, 0);
    command[4] = other.toString();
    JsonNode report = commands.json(command).json();

    assertCounts(report, 0, 1, 1);
    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("DUPLICATE_PRODUCT_KEY");
    assertThat(report.at("/look_at/0/message").asText()).contains("1.csv", "3.csv");
  }

  /** What commands at work have there lives no longer than they do. */
  @Test
  void temporaryFilesOfAWorkspaceBelowTheFolder_arePassedOver() throws IOException {
    Files.writeString(uploads.resolve("curve.csv"), CURVE);
    Path temporary = Files.createDirectories(commands.workspace().resolve("tmp/1-a"));
    Files.writeString(temporary.resolve("novacat-1.csv"), CURVE + "2456521.5,4.5,V\n");

    assertCounts(register(folder), 1, 0, 0);
  }

  private JsonNode register(Path source) {
    return commands.json("register", "--photometry", source.toString()).json();
  }

  private static void assertCounts(JsonNode report, int registered, int known, int rejected) {
    assertThat(
            List.of(
                report.at("/files/ended/done").asInt(),
                report.at("/files/ended/unchanged").asInt(),
                report.at("/files/ended/refused").asInt()))
        .as(report.toString())
        .containsExactly(registered, known, rejected);
  }

  private List<String> stored() throws IOException {
    Path root =
        commands.workspace().resolve("buckets/nova-cat-private-data/raw/photometry/uploads");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
