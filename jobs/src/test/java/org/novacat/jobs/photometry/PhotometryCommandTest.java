package org.novacat.jobs.photometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.main.Novacat;
import org.novacat.layouts.testing.SharedData;
import picocli.CommandLine;

class PhotometryCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void readAsJson_hasTheKeysOfTheContract_inTheirOrder() throws Exception {
    Path file =
        write("GK_Per.csv", "JD,Mag,Band\n2415437.7,2.7,V\n2415438.5,<12.5,V\n2415439.5,,V\n");

    int code = run("photometry", "read", file.toString(), "--output", "json");

    JsonNode line = JSON.readTree(out.toString());
    assertThat(code).isZero();
    assertThat(line.fieldNames())
        .toIterable()
        .startsWith("file", "format", "encoding", "rows", "accepted", "limits", "rejected", "bands")
        .contains("novae", "epochMin", "epochMax", "timeSystem", "valueMin", "valueMax");
    assertThat(line.get("rows").asInt()).isEqualTo(3);
    assertThat(line.get("accepted").asInt()).isEqualTo(2);
    assertThat(line.get("limits").asInt()).isEqualTo(1);
    assertThat(line.get("rejected").toString()).isEqualTo("{\"NO_MEASUREMENT\":1}");
    assertThat(line.get("bands").toString()).isEqualTo("{\"Generic_V\":2}");
    assertThat(line.get("novae").toString()).isEqualTo("{\"GK Per\":2}");
    assertThat(line.get("epochMin").asDouble()).isEqualTo(15437.2);
    assertThat(line.get("valueMax").asDouble()).isEqualTo(2.7);
    assertThat(line.get("refused").isNull()).isTrue();
  }

  @Test
  void bandThatTheRegistryLacks_isRejectedAsIngestRejectsIt() throws Exception {
    String row = "2415437.7,2.7,%s\n";
    String good = "JD,Mag,Band\n" + row.formatted("V");

    JsonNode one = read(write("gk_per.csv", good + row.formatted("Q9")));
    JsonNode most = read(write("GK_Per.csv", good + row.formatted("Q9") + row.formatted("Q9")));

    assertThat(one.get("rejected").toString()).isEqualTo("{\"BAND_UNRECOGNIZED\":1}");
    assertThat(one.get("bands").toString()).isEqualTo("{\"Generic_V\":1}");
    assertThat(most.get("refused").asText()).isEqualTo("TOO_MANY_REJECTED_ROWS");
    assertThat(most.get("remedy").asText()).contains("\"bands\"");
  }

  @Test
  void refusedFile_isALineWithItsCode_andNoFailure() throws Exception {
    Path empty = write("a.csv", "");

    int code = run("photometry", "read", empty.toString(), "--output", "json");

    assertThat(code).isZero();
    assertThat(JSON.readTree(out.toString()).get("refused").asText()).isEqualTo("EMPTY_FILE");
  }

  @Test
  void explain_namesColumnsWithReasons_andWhatASidecarWouldHaveToSay() throws Exception {
    Path file = write("lc.csv", "t,m,merr\n58290.2,12.1,0.1\n");

    run("photometry", "explain", file.toString());

    assertThat(out.toString())
        .contains("format: csv", "1 't': epoch, named 't'", "2 'm': value", "3 'merr': error")
        .contains("refused: MISSING_REQUIRED_COLUMN")
        .contains("\"band\": \"V\"", "\"nova\": \"V339 Del\"", "\"time-system\"");
  }

  @Test
  void explain_saysHowSureBandAndNovaAre() throws Exception {
    String row = "59291.5,12.1,V\n";
    Path inferred = write("V339_Del.csv", "MJD,mag,filter\n" + row);
    Path stated = write("a.csv", "# Object: V339 Del\nMJD,mag,filter\n" + row);
    Path unnamed = write("b.csv", "MJD,mag\n59291.5,12.1\n");

    run("photometry", "explain", inferred.toString(), stated.toString(), unnamed.toString());

    assertThat(out.toString())
        .contains("nova: 'V339 Del', the name of the file says so (inferred)")
        .contains("nova: 'V339 Del', the header of the file says so (stated)")
        .contains(
            "band: by column 'filter' (stated)", "band: nothing names it" + System.lineSeparator());
  }

  @Test
  void draftOfASidecar_ofTimesOfSeveralCounts_namesThemAll() throws Exception {
    Path file = write("lc.csv", "t,mag,filter\n58290.2,12.1,V\n");

    run("photometry", "explain", file.toString(), "--write-sidecar");

    assertThat(folder.resolve("lc.csv.sidecar.json"))
        .content()
        .contains("\\\"MJD\\\": if times are an MJD; or \\\"JD\\\"", "2400000");
  }

  @Test
  void draftOfASidecar_isRefusedUntilItIsFilledIn_andNeverOverwritten() throws Exception {
    Path file = write("lc.csv", "t,m,merr\n58290.2,12.1,0.1\n");

    int first = run("photometry", "explain", file.toString(), "--write-sidecar");
    int unfilled = run("photometry", "read", file.toString(), write("b.csv", "").toString());

    Path sidecar = folder.resolve("lc.csv.sidecar.json");
    assertThat(first).isZero();
    assertThat(sidecar).content().contains("\"nova\"", "\"band\"", "FILL IN");
    assertThat(unfilled).isZero();
    assertThat(out.toString())
        .contains(
            "lc.csv: SIDECAR_INVALID",
            "sidecar 'lc.csv.sidecar.json'",
            "is still to be filled in",
            "b.csv: EMPTY_FILE");

    Files.writeString(
        sidecar,
        "{\"nova\": \"GK Per\", \"band\": \"V\", \"time-system\": \"HJD\", \"time-offset\": 2400000}");
    int again = run("photometry", "explain", file.toString(), "--write-sidecar");
    run("photometry", "read", file.toString(), "--output", "json");

    assertThat(again).isZero();
    assertThat(sidecar).content().doesNotContain("FILL IN");
    assertThat(out.toString()).contains("\"accepted\":1", "\"epochMin\":58289.7");
  }

  @Test
  void fileThatIsNotThere_isAMistakeOfTheUser() {
    int code = run("photometry", "read", folder.resolve("none.csv").toString());

    assertThat(code).isNotZero();
    assertThat(err.toString()).contains("Cannot read", "there is no such file or folder");
  }

  @Test
  void fitsLightCurve_isInstrumental_untilASidecarGivesAZeroPoint() throws Exception {
    Path real = SharedData.photometry().resolve("files").resolve("v606vul_tess_s15.fits");
    JsonNode truth =
        JSON.readTree(
            SharedData.photometry()
                .resolve("truth")
                .resolve("v606vul_tess_s15.fits.json")
                .toFile());

    JsonNode bare = read(real);
    Path copy = Files.copy(real, folder.resolve("v606vul_tess_s15.fits"));
    write(copy.getFileName() + ".sidecar.json", "{\"zero-point\": 20.44}");
    JsonNode calibrated = read(copy);

    assertThat(bare.get("refused").asText()).isEqualTo("UNCALIBRATED_FLUX");
    assertThat(calibrated.get("accepted")).isEqualTo(truth.get("n_rows_accepted"));
    assertThat(calibrated.get("timeSystem").asText()).isEqualTo("BTJD");
    assertThat(calibrated.at("/novae/V606 Vul").asInt()).isEqualTo(872);
    assertThat(calibrated.get("epochMin").asDouble() + 2_400_000.5)
        .isEqualTo(truth.get("jd_min").asDouble(), within(1e-6));
    double jansky = 3631 * Math.pow(10, -0.4 * 20.44);
    assertThat(calibrated.get("valueMin").asDouble() / jansky)
        .isEqualTo(truth.get("flux_min").asDouble(), within(1e-9));
  }

  private JsonNode read(Path file) throws JsonProcessingException {
    out.getBuffer().setLength(0);
    run("photometry", "read", file.toString(), "--output", "json");
    return JSON.readTree(out.toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... args) {
    CommandLine line = Novacat.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
