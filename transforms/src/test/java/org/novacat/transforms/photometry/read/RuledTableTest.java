package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RowRejectionCode;

/** Tables with lines drawn below their names or around them, and what stands behind rows. */
class RuledTableTest {
  static Stream<String> ruled() {
    return Stream.of(
        lines(
            "| MJD | mag | err | band |",
            "|-----|-----|-----|------|",
            "| 59291.1 | 12.3 | 0.1 | V |",
            "| 59292.1 | 12.4 | 0.1 | V |"),
        lines(
            "| MJD | mag | err | band |",
            "|:---|:---:|---:|---|",
            "| 59291.1 | 12.3 | 0.1 | V |",
            "| 59292.1 | 12.4 | 0.1 | V |"),
        lines(
            "MJD | mag | err | band",
            "-|-|-|-",
            "59291.1 | 12.3 | 0.1 | V",
            "59292.1 | 12.4 | 0.1 | V"),
        lines(
            "| MJD | mag | err | band |",
            "| 59291.1 | 12.3 | 0.1 | V |",
            "| 59292.1 | 12.4 | 0.1 | V |"),
        lines(
            "+---------+------+-----+------+",
            "|   MJD   | mag  | err | band |",
            "+=========+======+=====+======+",
            "| 59291.1 | 12.3 | 0.1 | V    |",
            "+---------+------+-----+------+",
            "| 59292.1 | 12.4 | 0.1 | V    |",
            "+---------+------+-----+------+"),
        lines(
            "   mjd   | mag  | err | band ",
            "---------+------+-----+------",
            " 59291.1 | 12.3 | 0.1 | V",
            " 59292.1 | 12.4 | 0.1 | V"),
        lines(
            "======= ==== === ====",
            "MJD     mag  err band",
            "======= ==== === ====",
            "59291.1 12.3 0.1 V",
            "59292.1 12.4 0.1 V",
            "======= ==== === ===="),
        lines("MJD mag err band", "--- --- --- ----", "59291.1 12.3 0.1 V", "59292.1 12.4 0.1 V"),
        lines("MJD mag err band", "----------------", "59291.1 12.3 0.1 V", "59292.1 12.4 0.1 V"),
        lines("MJD mag err band", "================", "59291.1 12.3 0.1 V", "59292.1 12.4 0.1 V"),
        lines("MJD mag err band", "- - - -", "59291.1 12.3 0.1 V", "59292.1 12.4 0.1 V"),
        lines("MJD,mag,err,band", "---,---,---,---", "59291.1,12.3,0.1,V", "59292.1,12.4,0.1,V"),
        lines("MJD,mag,err,band", "----------------", "59291.1,12.3,0.1,V", "59292.1,12.4,0.1,V"),
        lines(
            "MJD\tmag\terr\tband",
            "d\tmag\tmag\t ",
            "-------\t----\t---\t----",
            "59291.1\t12.3\t0.1\tV",
            "59292.1\t12.4\t0.1\tV"));
  }

  @ParameterizedTest
  @MethodSource("ruled")
  void drawnLines_areNoRows(String text) {
    Reading reading = Reading.of("x.txt", text);

    assertThat(reading.understood().columns().stream().filter(c -> !c.name().isEmpty())).hasSize(4);
    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows()).extracting(m -> m.epoch().mjd()).containsExactly(59291.1, 59292.1);
    assertThat(reading.rows()).extracting(m -> m.brightness().value()).containsExactly(12.3, 12.4);
    assertThat(reading.rows()).extracting(m -> m.brightness().error()).containsExactly(0.1, 0.1);
    assertThat(reading.rows()).extracting(Measurement::band).containsOnly("V");
  }

  /** Blanks within cells, and cells without a value, are told by the dashes over their column. */
  @Test
  void dashesOverColumns_sayWhereTheyAre() {
    Reading reading =
        Reading.of(
            "x.txt",
            lines(
                "MJD     mag  err observer   band",
                "------- ---- --- ---------- ----",
                "59291.1 12.3 0.1 John Smith V",
                "59292.1 12.4     Anna B Lee V",
                "59293.1 12.5 0.2            V"));

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows())
        .extracting(m -> m.origin().observer())
        .containsExactly("John Smith", "Anna B Lee", "");
    assertThat(reading.rows())
        .extracting(m -> m.brightness().error())
        .containsExactly(0.1, null, 0.2);
  }

  private static final String[] RULED = {
    "MJD     mag  err observer   band",
    "------- ---- --- ---------- ----",
    "59291.1 12.3 0.1 John Smith V",
    "59292.1 12.4     Anna B Lee V"
  };

  private static Reading below(String... lines) {
    return Reading.of("x.txt", lines("# Object: V1405 Cas") + lines(RULED) + lines(lines));
  }

  @Test
  void secondHeaderAtTheSamePlaces_holdsFromThereOn() {
    Reading reading = below("MJD     err  mag observer   band", "59293.1 0.3  9.9 John Smith B");

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows().get(2).brightness().value()).isEqualTo(9.9);
    assertThat(reading.rows().get(2).brightness().error()).isEqualTo(0.3);
    assertThat(reading.rows().get(0).brightness().value()).isEqualTo(12.3);
  }

  @Test
  void secondHeaderAtOtherPlaces_holdsFromThereOn() {
    Reading reading = below("filter  MJD     mag   err", "B       59293.1 13.3  0.2");

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows().get(2).band()).isEqualTo("B");
    assertThat(reading.rows().get(2).brightness().value()).isEqualTo(13.3);
  }

  @Test
  void headerOnceMore_isNoRow() {
    Reading reading = below(RULED[0], RULED[1], "59293.1 12.5 0.1 John Smith V");

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.understood().more()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Object: V1674 Her", "V1674 Her", "# V1674 Her", "Object = V1674 Her"})
  void objectBetweenRows_holdsFromThereOn(String line) {
    Reading reading = below(line, "59293.1 12.5 0.1 John Smith V");

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows())
        .extracting(Measurement::object)
        .containsExactly("V1405 Cas", "V1405 Cas", "V1674 Her");
  }

  @Test
  void wordsBetweenRows_areRejectedByTheirLine() {
    Reading reading = below("clouds came in", "59293.1 12.5 0.1 John Smith V");

    assertThat(reading.rejected())
        .singleElement()
        .satisfies(row -> assertThat(row.sourceRow()).isEqualTo(6));
    assertThat(reading.rows()).hasSize(3);
  }

  @Test
  void pairBetweenRows_isAccountedFor() {
    Reading reading = below("# zero point offset = 1.2", "59293.1 12.5 0.1 John Smith V");

    assertThat(reading.understood().account().unaccounted())
        .anySatisfy(piece -> assertThat(piece.name()).contains("zero point offset"));
  }

  @Test
  void remarkBehindARow_isKeptWithIt() {
    Reading reading =
        Reading.of(
            "x.txt",
            lines(
                "# MJD mag err filter",
                "59291.1 12.3 0.1 V",
                "59292.1 12.4 0.1 V # note here",
                "59293.1 12.4 0.1 V ! moon",
                "#59294.1 12.5 0.1 V"));

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.rows())
        .extracting(Measurement::notes)
        .containsExactly("", "# note here", "! moon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"59292.1,12.4,0.1,V # note here", "59292.1,12.4,0.1,V   # cloud, moon"})
  void remarkBehindABand_isNoneOfIt(String row) {
    Reading reading = Reading.of("x.csv", "MJD,mag,err,band\n59291.1,12.3,0.1,V\n" + row + "\n");

    assertThat(reading.rows()).extracting(Measurement::band).containsExactly("V", "V");
    assertThat(reading.rows().get(1).notes()).startsWith("# ");
  }

  @Test
  void numberSignInAName_isPartOfIt() {
    Reading csv =
        Reading.of(
            "x.csv", "MJD,mag,band,object\n59291.1,12.3,V,NGC #5\n59292.1,12.4,V,Nova # 2\n");
    Reading blanks =
        Reading.of(
            "x.txt",
            "object MJD mag band\n"
                + "NGC5 59291.1 12.3 V\n".repeat(5)
                + "NGC #5 59291.1 12.3 V\n");

    assertThat(csv.rows()).extracting(Measurement::object).containsExactly("NGC #5", "Nova # 2");
    assertThat(blanks.rows()).extracting(Measurement::object).containsOnly("NGC5");
    assertThat(blanks.codes()).containsExactly(RowRejectionCode.COLUMN_COUNT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MJD  Mag  Err  Filter  Observer", "# MJD Mag Err Filter Observer"})
  void lastColumnOfText_mayHaveBlanks(String header) {
    Reading reading =
        Reading.of(
            "x.txt",
            lines(header, "59291.1 12.3 0.1 V John Smith", "59292.1 12.4 0.1 V Anna B Lee # moon"));

    assertThat(reading.rejected()).isEmpty();
    assertThat(reading.rows())
        .extracting(m -> m.origin().observer())
        .containsExactly("John Smith", "Anna B Lee");
    assertThat(reading.rows().get(1).notes()).isEqualTo("# moon");
  }

  @Test
  void lastColumnOfNumbersOrBands_mayNot() {
    Reading reading =
        Reading.of(
            "x.txt",
            "MJD Mag Err Filter\n"
                + "59291.1 12.3 0.1 V\n".repeat(5)
                + "59292.1 12.4 0.1 V John\n");

    assertThat(reading.rows()).hasSize(5);
    assertThat(reading.codes()).containsExactly(RowRejectionCode.COLUMN_COUNT);
  }

  /** Too few lines to see where columns are, which blanks divide all the same. */
  @Test
  void fewLines_ofWhichOneIsRagged_areNotReadByPlaces() {
    Reading reading =
        Reading.of(
            "x.txt", lines("MJD Mag Err Filter", "59291.1 12.3 0.1 V", "59292.1 12.4 0.1 V John"));

    assertThat(reading.rows()).extracting(m -> m.brightness().value()).containsExactly(12.3);
    assertThat(reading.codes()).containsExactly(RowRejectionCode.COLUMN_COUNT);
  }

  @Test
  void remarksBehindAllLines_areNoneOfThem() {
    Reading reading =
        Reading.of(
            "x.txt",
            lines("MJD mag band # all in V", "59291.1 12.3 V # first", "59292.1 12.4 V # second"));

    assertThat(reading.understood().columns()).hasSize(3);
    assertThat(reading.rows()).extracting(m -> m.brightness().value()).containsExactly(12.3, 12.4);
    assertThat(reading.row().notes()).isEqualTo("# first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\begin{tabular}{lll}\nMJD & mag & band \\\\\n59291.1 & 12.3 & V \\\\\n",
        "│ mjd     ┆ mag  │\n╞═════════╪══════╡\n│ 59291.1 ┆ 12.3 │\n",
        "<?xml version='1.0'?><rows><row mjd='59291.1' mag='12.3'/></rows>",
        "INSERT INTO phot (mjd, mag) VALUES (59291.1, 12.3);\n"
      })
  void othersTexts_areCalledWhatTheyAre(String text) {
    assertThat(Reading.of("x.txt", text).refusal().message())
        .containsPattern("LaTeX|terminal|XML and no VOTable|SQL");
    assertThat(Reading.of("x.txt", text).refusal().remedy()).contains("CSV");
  }
}
