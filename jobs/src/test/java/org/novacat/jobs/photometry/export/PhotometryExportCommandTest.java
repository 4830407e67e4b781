package org.novacat.jobs.photometry.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** Exports of a small light curve that was ingested. */
class PhotometryExportCommandTest {
  private static final String CURVE =
      """
      JD,mag,err,band
      2456520.5,4.4,0.1,V
      2456521.5,-0.5,0.1,B
      2456522.5,<15.2,,V
      2456523.5,6.0,0.1,Vis.
      """;

  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void ingest() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("nova", "add", "V339 Del", "--alias", "Nova Del 2013").expect(ExitCode.OK);
    commands.novacat("nova", "add", "T CrB").expect(ExitCode.OK);
    Path curve = Files.writeString(folder.resolve("curve.csv"), CURVE);
    commands
        .novacat("register", "--photometry", curve.toString(), "--nova", "V339 Del")
        .expect(ExitCode.OK);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
  }

  @Test
  void export_isWrittenByTheEndingOfItsFile() throws IOException {
    Path csv = folder.resolve("a.csv");

    Ran ran = export("Nova Del 2013", "--to", csv.toString()).expect(ExitCode.OK);

    assertThat(ran.out()).isEqualToIgnoringNewLines("Wrote 4 rows of V339 Del to " + csv);
    assertThat(ran.err()).isEmpty();
    assertThat(Files.readAllLines(csv)).hasSize(5).first().asString().startsWith("row_id,nova_id,");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void rowsThatAavsoCannotHold_areSaidOnStandardError() throws IOException {
    Path file = folder.resolve("a.txt");

    Ran ran = export("V339 Del", "--format", "aavso", "--to", file.toString()).expect(ExitCode.OK);

    assertThat(ran.out()).isEqualToIgnoringNewLines("Wrote 3 rows of V339 Del to " + file);
    assertThat(ran.err().lines())
        .containsExactly(
            "Rows left out: 1 (no AAVSO code for the band: 1)",
            "Rows that do not say the scale or place of their time, which stands as UT at the Earth: 3");
    assertThat(file)
        .content()
        .contains(
            "#DATE=JD\n", "\nV339 Del,2456521.5,-0.5,0.1,B,", "\nV339 Del,2456522.5,<15.2,na,V,");
    JsonNode read = Commands.run("photometry", "read", file.toString(), "--output", "json").json();
    assertThat(read.get("accepted").asInt()).isEqualTo(3);
    assertThat(read.get("limits").asInt()).isEqualTo(1);
    assertThat(read.at("/novae/V339 Del").asInt()).isEqualTo(3);
  }

  @Test
  void report_isOneJsonLine() {
    Path file = folder.resolve("report.txt");

    JsonNode report =
        commands
            .json("photometry", "export", "V339 Del", "--to", file.toString())
            .expect(ExitCode.OK)
            .json();

    assertThat(report.get("format").asText()).isEqualTo("aavso");
    assertThat(report.get("rows").asInt()).isEqualTo(3);
    assertThat(report.at("/left_out/no_code_of_the_band").asInt()).isEqualTo(1);
  }

  @Test
  void fileThatIsThere_isLeftAlone_unlessForced() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.ecsv"), "mine");

    Ran refused = export("V339 Del", "--to", file.toString()).expect(ExitCode.USAGE);

    assertThat(refused.err())
        .startsWith("Cannot write '%s': the file is there already".formatted(file));
    assertThat(file).hasContent("mine");
    export("V339 Del", "--to", file.toString(), "--force").expect(ExitCode.OK);
    assertThat(Files.readString(file)).startsWith("# %ECSV 1.0\n");
  }

  @Test
  void standardOutput_getsTheTableAlone() {
    PrintStream real = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      export("V339 Del", "--to", "-").expect(ExitCode.OK);
    } finally {
      System.setOut(real);
    }

    assertThat(out.toString(UTF_8)).startsWith("<?xml").endsWith("</VOTABLE>\n");
  }

  @Test
  void slips_areSaid() {
    assertThat(export("T CrB").expect(ExitCode.USAGE).err())
        .startsWith("Cannot export photometry of 'T CrB': it has none");
    assertThat(export("Nobody").expect(ExitCode.USAGE).err())
        .startsWith("Cannot find nova 'Nobody'");
    assertThat(export("V339 Del", "--times", "jd").expect(ExitCode.USAGE).err())
        .startsWith("Cannot export with --times JD: it is for --format aavso");
    assertThat(
            export("V339 Del", "--to", folder.resolve("none.txt").toString(), "--times", "hjd")
                .expect(ExitCode.USAGE)
                .err())
        .startsWith("Cannot export as AAVSO: no row fits the format (try --times jd)");
    assertThat(folder.resolve("none.txt")).doesNotExist();
  }

  @Test
  void objectThatSomebodyElseWrote_isNotExported() throws IOException {
    Path table;
    try (Stream<Path> files = Files.walk(commands.workspace())) {
      table = files.filter(file -> file.endsWith("photometry_table.parquet")).findFirst().get();
    }
    byte[] sound = Files.readAllBytes(table);
    byte[] other = sound.clone();
    other[other.length / 2] ^= 1;

    Files.write(table, other);
    Ran ran = export("V339 Del", "--to", folder.resolve("never.vot").toString());
    Files.write(table, sound);

    assertThat(ran.expect(ExitCode.DAMAGED).err())
        .startsWith("Cannot use object 'derived/photometry/")
        .contains("its SHA-256 is ");
    assertThat(folder.resolve("never.vot")).doesNotExist();
  }

  private static Ran export(String nova, String... options) {
    return commands.novacat(
        Stream.concat(Stream.of("photometry", "export", nova), Stream.of(options))
            .toArray(String[]::new));
  }
}
