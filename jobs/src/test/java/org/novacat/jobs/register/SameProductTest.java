package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;

/** Files of one command that are one product, though nothing of their rows says so. */
class SameProductTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void write() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    Files.writeString(folder.resolve("a.fits"), "bytes");
    Files.writeString(folder.resolve("b.fits"), "other bytes");
  }

  @Test
  void productOfTwoManifests_isRejectedInTheSecond() throws IOException {
    Path one = manifest("1.csv", "V339 Del,k,a.fits");
    Path other = manifest("2.csv", "V339 Del,k,b.fits");

    JsonNode report =
        commands
            .json("register", one.toString(), other.toString(), "--add-novae")
            .expect(ExitCode.OK)
            .json();

    assertThat(report.at("/files/planned").asInt()).isEqualTo(2);
    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("DUPLICATE_PRODUCT_KEY");
    assertThat(report.at("/look_at/0/message").asText()).contains("1.csv", "2.csv");
  }

  @Test
  void conflictsOfAFileAndOfAMemberThatIsTheSameProduct_nameBoth() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("x.zip")))) {
      zip.putNextEntry(new ZipEntry("a.fits"));
      zip.write(Files.readAllBytes(folder.resolve("a.fits")));
    }
    addNova("One", "10");
    addNova("Near", "10.001");
    Path manifest = manifest("list.csv", "Near,k,x.zip", "Near,k!/a.fits,a.fits");

    JsonNode report = commands.json("register", manifest.toString()).expect(ExitCode.OK).json();

    assertThat(report.at("/files/codes/refused/PRODUCT_CONFLICT").asInt()).isEqualTo(2);
    assertThat(report.get("look_at").findValuesAsText("what"))
        .hasSize(2)
        .allMatch(what -> what.contains("list.csv"));
  }

  /** Several threads bring the same bytes of one product at once. */
  @Test
  void memberThatIsAlsoAFileOfItsOwn_hasOneSource() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int n = 0; n < 140; n++) {
      Path zip = folder.resolve(n + ".zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
        out.putNextEntry(new ZipEntry("a.fits"));
        out.write(("bytes " + n).getBytes(UTF_8));
      }
      Files.writeString(folder.resolve(n + ".fits"), "bytes " + n);
      rows.add("V339 Del,k%s,%s.zip".formatted(n, n));
      rows.add("V339 Del,k%s!/a.fits,%s.fits".formatted(n, n));
    }
    Path manifest = manifest("list.csv", rows.toArray(String[]::new));

    JsonNode report =
        commands.json("register", manifest.toString(), "--add-novae").expect(ExitCode.OK).json();

    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(140);
    assertThat(report.at("/files/ended/unchanged").asInt()).isEqualTo(140);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private void addNova(String name, String dec) {
    commands.novacat("nova", "add", name, "--ra", "100", "--dec", dec).expect(ExitCode.OK);
  }

  private Path manifest(String name, String... rows) throws IOException {
    String header = "nova,product_key,locator\n";
    return Files.writeString(
        folder.resolve(name), header + String.join("\n", List.of(rows)) + "\n");
  }
}
