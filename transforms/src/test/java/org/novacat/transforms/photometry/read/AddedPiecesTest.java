package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.photometry.RowRejectionCode;

/** Pieces that are added to a file that reads right are named, and change what they say alone. */
class AddedPiecesTest {
  private static List<String> unaccounted(Reading reading) {
    return reading.understood().account().unaccounted().stream().map(Piece::name).toList();
  }

  @Test
  void unknownKeyBetweenRows_isUnaccounted() {
    Reading csv =
        Reading.of(
            "a.csv", lines("mjd,mag,filter", "59291.1,12.3,V", "# Dome: 17", "59292.1,12.4,V"));
    Reading qdp =
        Reading.of(
            "a.qdp",
            lines("READ SERR 1 2", "! MJD", "59291.1 0.1 0.02 0.001", "! Dome: 17", "59292 1 2 1"));

    assertThat(csv.rows()).hasSize(2);
    assertThat(unaccounted(csv)).containsExactly("Dome = 17");
    assertThat(unaccounted(qdp)).contains("Dome = 17");
  }

  @Test
  void severalCommentsBetweenRows_allHold() {
    Reading reading =
        Reading.of(
            "a.csv",
            lines(
                "mjd,mag,magerr",
                "# Filter: V",
                "59291.1,12.3,0.1",
                "# Filter: B",
                "# Object: RS Oph",
                "# Dome: 17",
                "59292.1,12.4,0.1"));

    assertThat(reading.rows().get(1).band()).isEqualTo("B");
    assertThat(reading.rows().get(1).object()).isEqualTo("RS Oph");
    assertThat(unaccounted(reading)).contains("Dome = 17");
  }

  @Test
  void secondHeaderWithFiguresInNames_isAHeader() {
    Reading reading =
        Reading.of(
            "a.csv",
            lines(
                "mjd,mag,magerr,filter,Comp Star 1",
                "59291.1,12.3,0.1,V,72",
                "filter,Comp Star 1,mjd,magerr,mag",
                "B,72,59292.1,0.2,12.4"));

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(12.4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"59290.1", "59290.1 12.2"})
  void shortFirstRow_isRejectedByNumber(String first) {
    Reading reading =
        Reading.of(
            "a.txt",
            lines(first, "59291.1 12.3 0.1\n".repeat(6)),
            "{\"band\": \"V\", \"time-system\": \"MJD\"}");

    assertThat(reading.rows()).hasSize(6);
    assertThat(reading.codes()).containsExactly(RowRejectionCode.COLUMN_COUNT);
    assertThat(reading.rejected().get(0).sourceRow()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"is_limit", "detected", "magsys", "mtype"})
  void rowThatEndsBeforeItsMeaning_isRejected(String column) {
    String yes = column.equals("magsys") ? "AB" : column.equals("mtype") ? "STD" : "1";
    String no = column.equals("magsys") ? "Vega" : column.equals("mtype") ? "DIF" : "0";
    Reading reading =
        Reading.of(
            "a.csv",
            lines(
                "mjd,mag,filter," + column,
                "59291.1,12.3,V," + yes,
                "59292.1,12.3,V," + no,
                "59293.1,12.3,V"));

    assertThat(reading.rejected()).extracting(row -> row.sourceRow()).contains(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,nan,19.3", "0.0,,19.3", "-9.99,,19.3"})
  void signForNothingBesideALimitAndNoError_isTheLimit(String cells) {
    Reading reading =
        Reading.of(
            "a.csv",
            lines(
                "mjd,mag,magerr,limmag,filter",
                "59291.1,18.2,0.1,19.3,r",
                "59292.1," + cells + ",r"));

    assertThat(reading.rows().get(1).brightness().limit()).isEqualTo(19.3);
  }

  @Test
  void unknownKeyOfOpenCatalog_isUnaccounted() {
    Reading reading =
        Reading.of(
            "a.json",
            "{\"X\": {\"name\": \"X\", \"photometry\": [{\"time\": \"59291.1\", \"band\": \"V\","
                + " \"magnitude\": \"12.3\", \"wobble\": \"17\"}]}}");

    assertThat(unaccounted(reading)).containsExactly("wobble");
  }

  @Test
  void shortFirstRowOfQdp_leavesTheOthers() {
    Reading reading =
        Reading.of(
            "a.qdp",
            lines("READ SERR 1 2", "! MJD", "59290 1", "59291 1 0.2 0.01", "59292 1 0.2 0.01"));

    assertThat(reading.rows()).hasSize(2);
  }
}
