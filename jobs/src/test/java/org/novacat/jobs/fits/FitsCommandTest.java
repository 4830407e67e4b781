package org.novacat.jobs.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.main.Novacat;
import org.novacat.layouts.testing.SharedData;
import picocli.CommandLine;

class FitsCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void readAsJson_givesOneLineForEachOrder_withTheKeysOfTheContract() throws Exception {
    int code = run("fits", "read", file("odbue5030_x1d.fits"), "--output", "json");

    List<JsonNode> lines = lines();
    assertThat(code).isZero();
    assertThat(lines).hasSize(40);
    JsonNode first = lines.get(0);
    assertThat(first.fieldNames())
        .toIterable()
        .contains("file", "hdu", "order", "outcome", "reason", "profile", "n", "wavelength", "flux")
        .contains("uncertainty", "time");
    assertThat(first.get("outcome").asText()).isEqualTo("READ");
    assertThat(first.get("order").asInt()).isEqualTo(87);
    assertThat(first.at("/wavelength/first").asDouble()).isEqualTo(2327.710892106052);
    assertThat(first.at("/wavelength/medium").asText()).isEqualTo("VACUUM");
    assertThat(first.at("/uncertainty/kind").asText()).isEqualTo("SIGMA");
    assertThat(first.at("/time/scale").asText()).isEqualTo("UTC");
    assertThat(first.at("/time/precisionDays").asDouble()).isEqualTo(1e-7);
    assertThat(first.at("/time/spanDays").asDouble()).isCloseTo(0.0072685, within(1e-7));
  }

  @Test
  void manyFilesWithOneDamaged_giveALineForTheRefusal_andExitCodeZero() throws Exception {
    int code =
        run(
            "fits",
            "read",
            file("bad_truncated_data.fits"),
            file("galaxy1.fits"),
            "--output",
            "json");

    List<JsonNode> lines = lines();
    assertThat(code).isZero();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(lines.get(0).get("reason").asText()).isEqualTo("UNREADABLE");
    assertThat(lines.get(0).get("wavelength").isNull()).isTrue();
    assertThat(lines.get(1).get("outcome").asText()).isEqualTo("READ");
  }

  @Test
  void nanInAFile_isNullInJson() throws Exception {
    run("fits", "read", file("Trappist-1_NIR.fits"), "--output", "json");

    assertThat(out.toString()).doesNotContain("NaN");
    assertThat(lines().get(0).at("/flux/first").isNull()).isTrue();
  }

  @Test
  void infiniteAxisOfOneOrder_isALineWithItsReason_andTheOthersAreRead() throws Exception {
    run("fits", "read", file("evega.0039.rs.ec.dispcor.fits"), "--output", "json");

    List<JsonNode> lines = lines();
    assertThat(lines).hasSize(107);
    assertThat(lines.subList(0, 106))
        .allMatch(line -> line.get("outcome").asText().equals("READ"))
        .allMatch(line -> line.at("/wavelength/first").isNumber());
    assertThat(lines.get(106).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(lines.get(106).get("order").asInt()).isEqualTo(2);
    assertThat(lines.get(106).get("detail").asText()).isEqualTo("AXIS_NOT_FINITE");
  }

  @Test
  void missingFile_isAUsageErrorWithItsName() {
    int code = run("fits", "read", "no-such-file.fits");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("Cannot read 'no-such-file.fits'");
  }

  @Test
  void explain_namesTheProfileAndTheSourceOfEachFact() {
    int code = run("fits", "explain", file("spec-0266-51602-0031.fits"));

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("taken by sdss-spec@2 (PROVIDER)")
        .contains("TELESCOP = SDSS 2.5-M")
        .contains("from column loglam (10**x)")
        .contains("medium: VACUUM, known from HEADER")
        .contains(
            "TAI, from TAI + EXPTIME/2", "position: 147.321070 -0.006576 (J2000), ICRS 147.3");
  }

  @Test
  void explainOfARefusedFile_saysWhy() {
    int code = run("fits", "explain", file("bad_missing_crval.fit"));

    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("taken by bess@2")
        .contains("refused: MISSING_CRITICAL_METADATA")
        .contains("CRVAL1");
  }

  private int run(String... arguments) {
    CommandLine line = Novacat.commandLine();
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  private List<JsonNode> lines() throws JsonProcessingException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      nodes.add(JSON.readTree(line));
    }
    return nodes;
  }

  private static String file(String name) {
    Path files = SharedData.fits().resolve("files");
    return files.resolve(name).toString();
  }
}
