package org.novacat.transforms.spectrum.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.spectrum.StatedFact;

class MetadataTableTest {
  private static MetadataTable table(String text) {
    return MetadataTable.parse("meta.csv", text.getBytes(UTF_8)).orElseThrow();
  }

  private static Map<StatedFact, String> facts(String text, String file) {
    return table(text).files().get(file).facts();
  }

  @Test
  void tableOfWiserep_statesUnitsWithTheirFactor() {
    String text =
        "\"Obj. ID\",\"IAU name\",\"Ascii file\",\"Fits file\",\"Obs-date\",\"Exp-time\",\"WL Units\","
            + "\"WL Medium\",\"Flux Unit\",\"Flux Unit Coeff\"\n"
            + "\"1\",\"2018abc\",\"a.ascii\",\"\",\"2018-01-02 03:04:05\",\"900\",\"Angstrom\",\"Air\","
            + "\"erg cm(-2) sec(-1) Ang(-1)\",\"1e-15\"\n";

    Map<StatedFact, String> facts = facts(text, "a.ascii");

    assertThat(facts)
        .containsEntry(StatedFact.OBJECT, "2018abc")
        .containsEntry(StatedFact.DATE, "2018-01-02 03:04:05")
        .containsEntry(StatedFact.EXPOSURE_SECONDS, "900")
        .containsEntry(StatedFact.WAVELENGTH_UNIT, "Angstrom")
        .containsEntry(StatedFact.MEDIUM, "Air")
        .containsEntry(StatedFact.FLUX_UNIT, "1e-15 erg cm(-2) sec(-1) Ang(-1)");
  }

  @Test
  void tableOfModels_statesWhatMadeThem() {
    String text =
        """
        filename,source_type,Flux type,Simulator,T_eff [K],log g,[Fe/H]
        a.dat,synthetic,intensity,CMFGEN,12000,1.5,-0.3
        b.dat,observed,,,nan,--,
        """;

    assertThat(facts(text, "a.dat"))
        .isEqualTo(
            Map.of(
                StatedFact.SOURCE_TYPE, "synthetic",
                StatedFact.FLUX_TYPE, "intensity",
                StatedFact.SIMULATOR, "CMFGEN",
                StatedFact.TEFF, "12000",
                StatedFact.LOGG, "1.5",
                StatedFact.FEH, "-0.3"));
    assertThat(facts(text, "b.dat")).isEqualTo(Map.of(StatedFact.SOURCE_TYPE, "observed"));
    assertThat(table(text).account()).noneMatch(piece -> piece.fate() == Fate.UNACCOUNTED);
  }

  @Test
  void columns_areCountedFromOneUnlessOneIsZero() {
    String fromOne = "file\twavelength column\tflux column\nx.dat\t1\t2\n";
    String fromZero = "file\twavelength column\tflux column\nx.dat\t0\t1\n";

    assertThat(facts(fromOne, "x.dat")).isEqualTo(facts(fromZero, "x.dat"));
    assertThat(facts(fromOne, "x.dat")).containsEntry(StatedFact.FLUX_COLUMN, "2");
  }

  @Test
  void rowsThatContradict_stateNothing() {
    MetadataTable table =
        table("filename,date\nx.dat,2021-03-20\nx.dat,2021-03-21\nspectra/y.dat,2021-03-22\n");

    assertThat(table.files()).containsOnlyKeys("y.dat");
    assertThat(table.notes())
        .containsExactly("'x.dat' has two rows that differ, and neither is used.");
  }

  @Test
  void columnsOfCredit_areKeptByRow_alsoWhereRowsContradict() {
    String text =
        """
        file,Rights,Source URL,date
        sub/x.dat,PUBLIC,,2021-03-20
        sub\\x.dat,?,https://x.org,2021-03-21
        y.dat,,,
        """;

    MetadataTable table = table(text);

    assertThat(table.credit())
        .isEqualTo(
            Map.of(
                "sub/x.dat",
                List.of(
                    Map.of("rights", "PUBLIC"),
                    Map.of("rights", "?", "sourceurl", "https://x.org"))));
    assertThat(table.account()).noneMatch(piece -> piece.fate() == Fate.UNACCOUNTED);
  }

  @Test
  void twoColumnsOfRightsThatDiffer_areAWordThatIsNone() {
    MetadataTable table = table("file,rights,RIGHTS\nx.dat,PUBLIC,PRIVATE\n");

    assertThat(table.credit())
        .isEqualTo(Map.of("x.dat", List.of(Map.of("rights", "PUBLIC / PRIVATE"))));
  }

  @Test
  void lightCurvesWithNamesOfImages_areNone() {
    assertThat(MetadataTable.parse("lc.csv", "MJD,mag,file\n59000.1,12.1,a.fits\n".getBytes(UTF_8)))
        .isEmpty();
  }
}
