package org.novacat.jobs.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** {@code spectrum read} and {@code spectrum explain} of files. */
class SpectrumFilesTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeSpectrum() throws IOException {
    StringBuilder rows = new StringBuilder("wave,flux\n");
    for (int n = 0; n < 60; n++) {
      rows.append(String.format(Locale.ROOT, "%.1f,%.3e%n", 4000 + 2.0 * n, 1e-15 * (1 + n % 7)));
    }
    file = Files.writeString(folder.resolve("a.csv"), rows.toString());
  }

  @Test
  void textWithoutUnits_isReadOnceItsSidecarIsFilledIn() throws IOException {
    assertThat(read().get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(read().get("message").asText()).contains("--write-sidecar");

    Commands.run("spectrum", "explain", file.toString(), "--write-sidecar").expect(ExitCode.OK);
    Path sidecar = folder.resolve("a.csv.sidecar.json");
    String draft = Files.readString(sidecar);
    assertThat(draft).contains("\"wavelength_unit\"", "FILL IN, such as Angstrom");
    assertThat(read().get("message").asText()).contains("is still to be filled in");

    Files.writeString(
        sidecar, draft.replaceAll("FILL IN, such as ([^,\"]*), or leave the name out", "$1"));
    JsonNode line = read();
    assertThat(line.get("outcome").asText()).as(line.toString()).isEqualTo("READ");
    assertThat(line.get("n").asInt()).isEqualTo(60);
    assertThat(line.at("/wavelength/unit").asText()).isEqualTo("Angstrom");
    assertThat(line.get("unaccounted").isArray()).isTrue();
  }

  @Test
  void sidecarThatIsThere_isNeverOverwrittenWithoutForce() throws IOException {
    Path sidecar = Files.writeString(folder.resolve("a.csv.sidecar.json"), "{}");

    Ran refused = Commands.run("spectrum", "explain", file.toString(), "--write-sidecar");

    assertThat(refused.code()).isNotZero();
    assertThat(refused.err()).contains("there is a sidecar already", "--force");
    assertThat(sidecar).hasContent("{}");
    Commands.run("spectrum", "explain", file.toString(), "--write-sidecar", "--force")
        .expect(ExitCode.OK);
    assertThat(Files.readString(sidecar)).contains("FILL IN");
  }

  @Test
  void folder_isReadAsRegisterWould() throws IOException {
    Files.writeString(folder.resolve("curve.csv"), "JD,mag,band\n2456520.5,4.4,V\n2456521,4.5,V\n");

    List<JsonNode> lines =
        Commands.run("spectrum", "read", folder.toString(), "--output", "json")
            .expect(ExitCode.OK)
            .jsonLines();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1).get("reason").asText()).isEqualTo("NOT_A_SPECTRUM");
    assertThat(lines.get(1).get("detail").asText()).isEqualTo("LIGHT_CURVE");
  }

  private JsonNode read() {
    return Commands.run("spectrum", "read", file.toString(), "--output", "json")
        .expect(ExitCode.OK)
        .json();
  }
}
