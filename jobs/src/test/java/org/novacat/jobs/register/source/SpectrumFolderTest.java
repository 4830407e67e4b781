package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.FluxType;
import org.novacat.layouts.spectrum.SourceType;
import org.novacat.layouts.spectrum.SpectrumOrigin;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.persistence.file.Rights;

class SpectrumFolderTest {
  private static final String TABLE =
      """
      #FILENAME,WAVELENGTH COL NUM,FLUX COL NUM,FLUX UNITS,DATE
      a.csv,0,1,ergs/cm^2/sec,2.4481e+06
      gone.csv,0,1,ergs/cm^2/sec,2.4482e+06
      """;

  @TempDir private Path folder;

  @Test
  void whatIsNoSpectrum_isSkippedWithItsReason() throws IOException {
    write("a.csv", spectrum());
    write("curve.csv", "JD,mag,err,band\n2456520.5,4.4,0.1,V\n2456521.5,4.5,0.1,V\n");
    write("notes.txt", "observed in clouds\n");
    write("list.csv", "nova,locator\nV339 Del,a.csv\n");
    write("picture.pdf", "%PDF");
    write(".hidden.fits", "x");
    write("b.fits", "x");
    write("b.fits.sidecar.json", "{\"observer\": \"me\"}");

    Candidates found = scan("V339 Del");

    assertThat(found.accepted())
        .extracting(one -> one.locator().fileName())
        .containsExactly("a.csv", "b.fits");
    assertThat(found.skipped())
        .extracting(one -> one.name() + " " + one.code())
        .containsExactly(
            ".hidden.fits HIDDEN",
            "b.fits.sidecar.json SIDECAR",
            "curve.csv LIGHT_CURVE",
            "list.csv MANIFEST",
            "notes.txt NOT_A_SPECTRUM",
            "picture.pdf UNKNOWN_ENDING");
    assertThat(found.accepted().get(1).stated().text(StatedFact.OBSERVER)).hasValue("me");
  }

  @Test
  void listThatSaysRights_keepsTheFilesOfItsFolderOut() throws IOException {
    isKeptOutBy("list.csv", "nova,locator,rights\nV339 Del,a.csv,PRIVATE\n");
  }

  @Test
  void listOfJsonLinesThatSaysRights_keepsTheFilesOfItsFolderOut() throws IOException {
    isKeptOutBy(
        "list.jsonl",
        "{\"locator\": \"a.csv\"}\n{\"locator\": \"sub/b.csv\", \"rights\": \"PRIVATE\"}\n");
  }

  /** Without the list, what nobody else may see would be registered for all. */
  private void isKeptOutBy(String name, String list) throws IOException {
    write("a.csv", spectrum());
    Files.createDirectory(folder.resolve("sub"));
    write("sub/b.csv", spectrum());
    write(name, list);

    Candidates found = scan("V339 Del");

    assertThat(found.accepted()).isEmpty();
    assertThat(found.rejected())
        .hasSize(2)
        .allMatch(one -> one.message().contains("register the list itself"));
  }

  @Test
  void tableOfAFolder_saysWhatItsFilesAre_andWhose() throws IOException {
    write("GQ_Mus_Spectra_MetaData.csv", TABLE);
    write("a.csv", spectrum());
    write("b.csv", spectrum());

    Candidates found = scan(null);

    Candidate a = found.accepted().get(0);
    assertThat(a.nova()).isEqualTo("GQ Mus");
    assertThat(a.stated().text(StatedFact.FLUX_UNIT)).hasValue("ergs/cm^2/sec");
    assertThat(a.stated().from()).startsWith("metadata table GQ_Mus_Spectra_MetaData.csv");
    assertThat(found.rejected())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(RejectCode.NOVA_UNSTATED);
              assertThat(one.where()).endsWith("b.csv");
            });
    assertThat(found.remarks())
        .contains(
            "GQ_Mus_Spectra_MetaData.csv: used for 1 files",
            "GQ_Mus_Spectra_MetaData.csv: its row of 'gone.csv' is of no spectrum here",
            "b.csv: no metadata table has a row of it");
  }

  @Test
  void columnsOfRightsInATable_areTaken_asThoseOfAManifest() throws IOException {
    write("a.csv", spectrum());
    write("b.fits", "x");
    Files.createDirectories(folder.resolve("deep"));
    write("deep/c.csv", spectrum());
    write(
        "table.csv",
        """
        file,rights,licence,bibcode,doi,observers,acknowledgement,source_url
        a.csv,private,MIT,2014ApJ...788...48S,10.1000/182,A; B,Thanks.,https://x.org
        b.fits,PROPRIETARY until 2099-01-01,,,,,,
        deep/c.csv,PRIVATE,,,,,,
        """);

    Candidates found = scan("V339 Del");

    assertThat(found.accepted())
        .extracting(Candidate::rights)
        .containsExactly(
            new Rights(
                "PRIVATE",
                "MIT",
                "2014ApJ...788...48S",
                "10.1000/182",
                List.of("A", "B"),
                "Thanks.",
                "https://x.org"),
            new Rights("PROPRIETARY until 2099-01-01", "", "", "", List.of(), "", ""),
            new Rights("PRIVATE", "", "", "", List.of(), "", ""));
    assertThat(found.remarks()).noneMatch(one -> one.contains("nobody uses"));
  }

  @Test
  void rightsInATableThatCannotBeFollowed_rejectTheirFileAlone() throws IOException {
    for (String name : List.of("a.csv", "b.csv", "c.csv", "d.csv")) {
      write(name, spectrum());
    }
    write("c.csv.sidecar.json", "{\"rights\": \"PUBLIC\"}");
    write(
        "table.csv", "file,rights\na.csv,?\nb.csv,PRIVATE\nb.csv,PUBLIC\nc.csv,PRIVATE\nd.csv,\n");

    Candidates found = scan("V339 Del");

    assertThat(found.accepted())
        .extracting(one -> one.locator().fileName())
        .containsExactly("d.csv");
    assertThat(found.rejected())
        .extracting(Rejection::code)
        .containsExactly(
            RejectCode.SIDECAR_INVALID, RejectCode.RIGHTS_CONFLICT, RejectCode.RIGHTS_CONFLICT);
    assertThat(found.rejected().get(0).message())
        .startsWith("Cannot read the row of 'a.csv' in 'table.csv': Cannot use rights '?'");
  }

  /** Whether a text is a table is seen by its first lines. */
  @Test
  void tableThatCannotBeReadToItsEnd_keepsItsFolderOut() throws IOException {
    write("a.csv", spectrum());
    write("table.csv", "file,rights\n" + "a.csv,PRIVATE\n".repeat(500) + "x".repeat(70_000));

    Candidates found = scan("V339 Del");

    assertThat(found.accepted()).isEmpty();
    assertThat(found.rejected())
        .singleElement()
        .satisfies(one -> assertThat(one.message()).contains("'table.csv'", "who may see"));
  }

  @Test
  void sidecar_countsBeforeTheTable_andTheDifferenceIsTold() throws IOException {
    write("GQ_Mus_Spectra_MetaData.csv", TABLE);
    write("a.csv", spectrum());
    write("a.csv.sidecar.json", "{\"flux_unit\": \"Jy\", \"mjd\": 48100.25, \"nova\": \"V1 X\"}");

    Candidates found = scan("GQ Mus");

    Candidate a = found.accepted().get(0);
    assertThat(a.nova()).isEqualTo("V1 X");
    assertThat(a.stated().text(StatedFact.FLUX_UNIT)).hasValue("Jy");
    assertThat(a.stated().text(StatedFact.MJD)).hasValue("48100.25");
    assertThat(a.stated().text(StatedFact.DATE)).isEmpty();
    assertThat(found.remarks())
        .anyMatch(one -> one.contains("flux_unit is 'Jy' in sidecar a.csv.sidecar.json"))
        .anyMatch(one -> one.contains("mjd is '48100.25'") && one.contains("2.4481e+06"))
        .anyMatch(one -> one.contains("its sidecar names nova 'V1 X'"));
  }

  @Test
  void originsOfSpectra_areStatedInASidecarAndInATable() throws IOException {
    write("a.csv", spectrum());
    write("b.csv", spectrum());
    write("b.csv.sidecar.json", "{\"source_type\": \"stacked\", \"logg\": 1.50}");
    write("table.csv", "file,source_type,Teff,[Fe/H]\na.csv,emulator,12000,-0.3\nb.csv,,5000,\n");

    assertThat(scan("V339 Del").accepted())
        .extracting(one -> SpectrumOrigin.of(one.stated()))
        .containsExactly(
            new SpectrumOrigin(SourceType.EMULATOR, FluxType.FLUX, "", 12000, Double.NaN, -0.3),
            new SpectrumOrigin(SourceType.STACKED, FluxType.FLUX, "", 5000, 1.5, Double.NaN));
  }

  @Test
  void originThatIsNone_rejectsItsFile_unlessItsSidecarKnowsBetter() throws IOException {
    for (String name : List.of("a.csv", "b.csv", "c.csv", "d.csv")) {
      write(name, spectrum());
    }
    write("b.csv.sidecar.json", "{\"teff\": \"hot\"}");
    write("c.csv.sidecar.json", "{\"source_type\": \"observed\"}");
    write("table.csv", "file,source_type\na.csv,nova\nb.csv,\nc.csv,nova\nd.csv,\n");

    Candidates found = scan("V339 Del");

    assertThat(found.accepted())
        .extracting(one -> one.locator().fileName())
        .containsExactly("c.csv", "d.csv");
    assertThat(found.remarks())
        .contains(
            "c.csv: source_type is 'observed' in sidecar c.csv.sidecar.json, and source_type 'nova' in metadata table table.csv is left");
    assertThat(found.rejected())
        .extracting(one -> one.code() + " " + one.message())
        .containsExactly(
            "SIDECAR_INVALID Cannot use source_type = 'nova' of metadata table table.csv: it is none of observed, synthetic, emulator, forward_model, stacked (write one of them, or leave it out)",
            "SIDECAR_INVALID Cannot use teff = 'hot' of sidecar b.csv.sidecar.json: it is no number from 100 to 1e8, in K (write one, or leave it out where it is not known)");
  }

  @Test
  void originThatIsNone_isToldToWhoLooksAtTheFile() throws IOException {
    Path file = write("a.csv", spectrum());
    write("a.csv.sidecar.json", "{\"feh\": -9.99}");

    assertThat(SpectrumFolder.look(file))
        .singleElement()
        .satisfies(one -> assertThat(one.refused().message()).contains("feh = '-9.99'"));
  }

  @Test
  void fileThatTheUserNames_isRejectedWhereItIsNoSpectrum() throws IOException {
    Path curve = write("curve.csv", "JD,mag,err,band\n2456520.5,4.4,0.1,V\n2456521.5,4.5,0.1,V\n");

    Candidates found = SpectrumFolder.file(curve, "V339 Del", Provider.LOCAL);

    assertThat(found.rejected())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.code()).isEqualTo(RejectCode.NOT_A_SPECTRUM);
              assertThat(one.message()).contains("register --photometry");
            });
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "GQ_Mus_Williams_Optical_Spectra_MetaData.csv, GQ Mus",
        "V838_Her_MetaData.csv, V838 Her",
        "V977 Sco.txt, V977 Sco",
        "V1500Cyg-table.csv, V1500 Cyg",
        "observations_of_GQ_Mus.csv, none",
        "other.csv, none",
        "Nova_Delphini.csv, none",
        "GQMUS.csv, none",
        "an_and_table.csv, none",
        "V12_Her.csv, none"
      })
  void nameOfATable_namesANova_onlyWhereItBeginsWithADesignation(
      String name, @Nullable String nova) {
    assertThat(TableNova.of(name)).isEqualTo(nova == null ? "" : nova);
  }

  private Candidates scan(@Nullable String nova) {
    return SpectrumFolder.scan(folder, List.of(), nova, Provider.LOCAL);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String spectrum() {
    StringBuilder rows = new StringBuilder("wavelength (Angstrom),flux (erg/s/cm2/Angstrom)\n");
    for (int n = 0; n < 50; n++) {
      rows.append(String.format(Locale.ROOT, "%.1f,%.3e%n", 4000 + 2.0 * n, 1e-15 * (1 + n % 7)));
    }
    return rows.toString();
  }
}
