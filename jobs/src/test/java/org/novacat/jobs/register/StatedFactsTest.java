package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.spectrum.FluxType;
import org.novacat.layouts.spectrum.SourceType;
import org.novacat.layouts.spectrum.SpectrumOrigin;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.product.SpectraProduct;

/** What is stated of a spectrum beside its file, through register, the table and ingest. */
class StatedFactsTest {
  @TempDir private Path folder;
  private Path spectra;
  private Commands commands;

  @BeforeEach
  void writeSpectrum() throws IOException {
    spectra = Files.createDirectory(folder.resolve("spectra"));
    commands = new Commands(folder.resolve("workspace"));
    write("a.dat", TextSpectra.plain(1));
  }

  @Test
  void factsThatComeLater_haveTheSpectrumReadAgain() throws IOException {
    write("a.dat.sidecar.json", "{\"flux_unit\": \"erg/s/cm2/Angstrom\"}");
    assertThat(register().at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(ingest().at("/spectra/ended/refused").asInt()).isEqualTo(1);

    write("a.dat.sidecar.json", TextSpectra.SIDECAR);
    assertThat(register().at("/files/ended/done").asInt()).isEqualTo(1);

    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
    assertThat(register().at("/files/ended/unchanged").asInt()).isEqualTo(1);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
    assertThat(Files.readString(object("source.json"))).contains("\"flux_unit\"", "1991-06-01");
    assertThat(Files.readString(object("metadata.json"))).contains("sidecar a.dat.sidecar.json");
    assertThat(object("primary.dat")).exists();
  }

  @Test
  void otherFactsOfAValidSpectrum_areRejected_andFewerAreNone() throws IOException {
    write("a.dat.sidecar.json", TextSpectra.SIDECAR);
    register();
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);

    write("a.dat.sidecar.json", TextSpectra.SIDECAR.replace("1991", "1992"));
    JsonNode report = register();
    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("PRODUCT_CONFLICT");
    assertThat(report.at("/look_at/0/message").asText())
        .contains("date was '1991-06-01T04:00:00' and is '1992-06-01T04:00:00'", "--restate");

    Files.delete(spectra.resolve("a.dat.sidecar.json"));
    JsonNode nothing =
        commands
            .json("register", spectra.resolve("a.dat").toString(), "--nova", "V838 Her")
            .expect(ExitCode.OK)
            .json();
    assertThat(nothing.at("/files/ended/unchanged").asInt()).isEqualTo(1);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  /** What the refusal of other facts advises, and its undoing. */
  @Test
  void restatedFactsOfAValidSpectrum_haveItReadAgain_andTheOldOnesToo() throws IOException {
    write("a.dat.sidecar.json", TextSpectra.SIDECAR);
    register();
    ingest();
    byte[] before = Files.readAllBytes(object("metadata.json"));

    write("a.dat.sidecar.json", TextSpectra.SIDECAR.replace("1991", "1992"));
    assertThat(restate().at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(restate().at("/files/ended/unchanged").asInt()).isEqualTo(1);
    assertThat(Files.readAllBytes(object("metadata.json"))).as("in force").isEqualTo(before);
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
    assertThat(Files.readString(object("metadata.json"))).contains("1992-06-01");
    assertThat(Files.readString(object("source.json"))).contains("1992-06-01");
    commands.novacat("verify", "--deep").expect(ExitCode.OK);

    write("a.dat.sidecar.json", TextSpectra.SIDECAR);
    assertThat(restate().at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
    assertThat(Files.readAllBytes(object("metadata.json"))).as("undone").isEqualTo(before);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private JsonNode restate() {
    return commands
        .json("register", spectra.toString(), "--nova", "V838 Her", "--restate")
        .expect(ExitCode.OK)
        .json();
  }

  @Test
  void tableOfAnotherNovaThanTheOneThatIsNamed_isAConflict() throws IOException {
    write(
        "GQ_Mus_Spectra_MetaData.csv",
        """
        #FILENAME,WAVELENGTH COL NUM,FLUX COL NUM,FLUX UNITS,DATE
        a.dat,0,1,ergs/cm^2/sec,2.4481e+06
        """);

    JsonNode report = register();

    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("NOVA_CONFLICT");
    assertThat(report.at("/look_at/0/message").asText())
        .contains("'GQ Mus', which is no name of 'V838 Her'");
    commands.novacat("nova", "alias", "V838 Her", "GQ Mus").expect(ExitCode.OK);
    assertThat(register().at("/files/ended/done").asInt()).isEqualTo(1);
  }

  @Test
  void wrongSidecar_isRejectedByName() throws IOException {
    write("a.dat.sidecar.json", "{\"flux_units\": \"Jy\"}");

    JsonNode report = register();

    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("SIDECAR_INVALID");
    assertThat(report.at("/look_at/0/message").asText())
        .contains("'flux_units' is not one of its names", "flux_unit");
  }

  @Test
  void manifestThatStates_isFollowed_andASidecarBeforeIt() throws IOException {
    write("a.dat.sidecar.json", "{\"flux_unit\": \"erg/s/cm2/Angstrom\"}");
    Path manifest = folder.resolve("list.csv");
    Files.writeString(
        manifest,
        """
        nova,locator,wavelength_unit,flux_unit,jd
        V838 Her,spectra/a.dat,Angstrom,Jy,2448400.5
        """);

    JsonNode report =
        commands.json("register", manifest.toString(), "--add-novae").expect(ExitCode.OK).json();

    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(report.at("/metadata/0").asText())
        .isEqualTo(
            "a.dat: flux_unit is 'erg/s/cm2/Angstrom' in sidecar a.dat.sidecar.json, and flux_unit 'Jy' in manifest list.csv line 2 is left");
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
  }

  @Test
  void novaOfASidecar_isThatOfARowWithoutOne_andNoOtherThanThatOfTheRow() throws IOException {
    write("a.dat.sidecar.json", "{\"nova\": \"V838 Her\", \"wavelength_unit\": \"Angstrom\"}");
    Path manifest = folder.resolve("list.csv");

    Files.writeString(manifest, "nova,locator\nGQ Mus,spectra/a.dat\n");
    JsonNode other =
        commands.json("register", manifest.toString(), "--add-novae").expect(ExitCode.OK).json();
    assertThat(other.at("/look_at/0/code").asText()).isEqualTo("NOVA_CONFLICT");

    Files.writeString(manifest, "nova,locator\n,spectra/a.dat\n");
    JsonNode same =
        commands.json("register", manifest.toString(), "--add-novae").expect(ExitCode.OK).json();
    assertThat(same.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
  }

  @Test
  void archiveOfTexts_isReadWithWhatLiesInIt() throws IOException {
    zip(
        new String[] {"x/b.txt", TextSpectra.plain(2)},
        new String[] {"x/b.txt.sidecar.json", TextSpectra.SIDECAR},
        new String[] {"x/curve.csv", "JD,mag,band\n2456520.5,4.4,V\n2456521.5,4.6,V\n"});

    JsonNode report = register();

    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(report.get("skipped").findValuesAsText("code"))
        .containsExactlyInAnyOrder("SIDECAR", "LIGHT_CURVE");
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private void zip(String[]... members) throws IOException {
    Files.delete(spectra.resolve("a.dat"));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(spectra.resolve("night.zip")))) {
      for (String[] member : members) {
        zip.putNextEntry(new ZipEntry(member[0]));
        zip.write(member[1].getBytes(UTF_8));
      }
    }
  }

  /** Else a computed spectrum in it would be exported as an observed one. */
  @Test
  void factsOfAnArchive_holdForItsMembers_behindTheirOwn() throws IOException {
    zip(
        new String[] {"x/b.txt", TextSpectra.plain(2)},
        new String[] {"x/b.txt.sidecar.json", TextSpectra.SIDECAR},
        new String[] {"x/c.txt", TextSpectra.plain(3)},
        new String[] {
          "x/c.txt.sidecar.json", "{\"wavelength_unit\": \"Angstrom\", \"teff\": 9000}"
        });
    write(
        "night.zip.sidecar.json",
        "{\"source_type\": \"synthetic\", \"simulator\": \"CMFGEN\", \"teff\": 12000}");

    JsonNode report = register();

    assertThat(origins())
        .containsExactlyInAnyOrder(
            new SpectrumOrigin(
                SourceType.SYNTHETIC, FluxType.FLUX, "CMFGEN", 12000, Double.NaN, Double.NaN),
            new SpectrumOrigin(
                SourceType.SYNTHETIC, FluxType.FLUX, "CMFGEN", 9000, Double.NaN, Double.NaN));
    assertThat(report.at("/metadata").toString())
        .contains("c.txt: teff is '9000' in sidecar c.txt.sidecar.json, and teff '12000'");
  }

  /** Each of the two says what is sound, and they do not together. */
  @Test
  void memberThatContradictsItsArchive_isRejected() throws IOException {
    zip(
        new String[] {"x/b.txt", TextSpectra.plain(2)},
        new String[] {
          "x/b.txt.sidecar.json",
          "{\"wavelength_unit\": \"Angstrom\", \"source_type\": \"observed\"}"
        });
    write("night.zip.sidecar.json", "{\"source_type\": \"synthetic\", \"simulator\": \"CMFGEN\"}");

    JsonNode report = register();

    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("SIDECAR_INVALID");
    assertThat(report.at("/look_at/0/message").asText())
        .contains(
            "Cannot use simulator = 'CMFGEN' of sidecar b.txt.sidecar.json, sidecar night.zip");
    assertThat(origins()).isEmpty();
  }

  private List<SpectrumOrigin> origins() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC());
        Stream<SpectraProduct> products = catalog.products().eligible()) {
      return products.map(SpectraProduct::stated).map(SpectrumOrigin::of).toList();
    }
  }

  @Test
  void originOfASpectrum_isWithItWhenItIsValid_andIsRestated() throws IOException {
    write("a.dat.sidecar.json", origin("synthetic", 12000));
    register();
    assertThat(origins()).extracting(SpectrumOrigin::teff).containsExactly(12000.0);
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);

    write("a.dat.sidecar.json", origin("forward_model", 9000));
    assertThat(register().at("/look_at/0/message").asText())
        .contains("source_type was 'synthetic' and is 'forward_model', teff was '12000'");
    assertThat(restate().at("/files/ended/done").asInt()).isEqualTo(1);

    assertThat(origins())
        .extracting(SpectrumOrigin::sourceType)
        .containsExactly(SourceType.FORWARD_MODEL);
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
    assertThat(Files.readString(object("source.json"))).contains("forward_model", "9000");
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private static String origin(String sourceType, int teff) {
    return TextSpectra.SIDECAR.replaceFirst(
        "}", ", \"source_type\": \"%s\", \"teff\": %s}".formatted(sourceType, teff));
  }

  /** What the refusal of a FITS file without a unit advises, to the letter. */
  @Test
  void fitsWithoutAUnit_isReadWithTheSidecarThatItsRefusalNames() throws IOException {
    Files.delete(spectra.resolve("a.dat"));
    Path file = spectra.resolve("b.fits");
    Files.write(file, fitsWithoutUnit());
    register();
    assertThat(ingest().at("/spectra/ended/refused").asInt()).isEqualTo(1);

    Commands.run("spectrum", "explain", file.toString(), "--write-sidecar").expect(ExitCode.OK);
    Path sidecar = spectra.resolve("b.fits.sidecar.json");
    String draft = Files.readString(sidecar);
    assertThat(draft).contains("\"wavelength_unit\" : \"FILL IN");
    Files.writeString(sidecar, draft.replaceAll("\"FILL IN, such as ([^,]*),[^\"]*\"", "\"$1\""));
    assertThat(register().at("/files/ended/done").asInt()).isEqualTo(1);

    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
    assertThat(Files.readString(object("metadata.json")))
        .contains("sidecar b.fits.sidecar.json", "\"unit_found\" : \"Angstrom\"");
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private static byte[] fitsWithoutUnit() {
    StringBuilder header = new StringBuilder();
    for (String card :
        List.of(
            "SIMPLE  =                    T",
            "BITPIX  =                    8",
            "NAXIS   =                    1",
            "NAXIS1  =                 2880",
            "CTYPE1  = 'WAVELENGTH'",
            "CRVAL1  =               1500.0",
            "CRPIX1  =                  1.0",
            "CDELT1  =                  1.0",
            "END")) {
      header.append("%-80s".formatted(card));
    }
    byte[] file = new byte[2 * 2880];
    Arrays.fill(file, 0, 2880, (byte) ' ');
    System.arraycopy(header.toString().getBytes(UTF_8), 0, file, 0, header.length());
    for (int i = 0; i < 2880; i++) {
      file[2880 + i] = (byte) (50 + i % 7);
    }
    return file;
  }

  @Test
  void fileWithoutAnEndingThatIsKnown_isKeptAsText() throws IOException {
    Files.move(spectra.resolve("a.dat"), spectra.resolve("a.flm"));
    write("a.flm.sidecar.json", TextSpectra.SIDECAR);

    commands
        .novacat("register", spectra.resolve("a.flm").toString(), "--nova", "V838 Her")
        .expect(ExitCode.OK);

    assertThat(object("primary.txt")).exists();
    assertThat(ingest().at("/spectra/ended/done").asInt()).isEqualTo(1);
  }

  private JsonNode register() {
    return commands
        .json("register", spectra.toString(), "--nova", "V838 Her")
        .expect(ExitCode.OK)
        .json();
  }

  private JsonNode ingest() {
    return commands.json("ingest-spectra").expect(ExitCode.OK).json();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(spectra.resolve(name), text);
  }

  private Path object(String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("workspace"))) {
      return all.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
