package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;

/** What stands between rows holds from there on, and never changes the rows above it. */
class SectionReadingTest {
  private static final String ROW = "59291.1,12.3,0.1";
  private static final String LATER = "59292.1,13.3,0.1";

  private static Reading read(String... lines) {
    return Reading.of("night.csv", Reading.lines(lines));
  }

  private static List<String> bands(Reading reading) {
    return reading.rows().stream().map(Measurement::band).toList();
  }

  private static List<String> objects(Reading reading) {
    return reading.rows().stream().map(Measurement::object).toList();
  }

  @Test
  void directivesInARow_allHold() {
    Reading reading =
        read(
            "# Object: V1405 Cas",
            "# Filter: V",
            "MJD,mag,err",
            ROW,
            "# Object: V1674 Her",
            "# Telescope: 0.4m",
            "# Filter: B",
            LATER);

    assertThat(objects(reading)).containsExactly("V1405 Cas", "V1674 Her");
    assertThat(bands(reading)).containsExactly("V", "B");
    assertThat(reading.rows().get(1).origin().telescope()).isEqualTo("0.4m");
  }

  @Test
  void directiveAndHeaderBelowIt_bothHold() {
    Reading reading =
        read("# Filter: V", "MJD,mag,err", ROW, "# Filter: B", "MJD,err,mag", "59292.1,0.1,13.3");

    assertThat(bands(reading)).containsExactly("V", "B");
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(13.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Filter V", "# V band", "# V-band", "#V", "## V", "#FILTER V"})
  void bandWithoutAKeyAboveTheRows_holdsForThem(String line) {
    Reading below = read(line, "MJD,mag,err", ROW, "# B-band", LATER);
    assertThat(bands(below)).as("above the header").containsExactly("V", "B");
    assertThat(bands(read("MJD,mag,err", line, ROW))).as("below it").containsExactly("V");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# V1405 Cas", "#NAME V1405 Cas", "# Star V1405 Cas"})
  void objectWithoutAKeyAboveTheRows_holdsForThem(String line) {
    assertThat(objects(read(line, "# Filter: V", "MJD,mag,err", ROW, "# V1674 Her", LATER)))
        .containsExactly("V1405 Cas", "V1674 Her");
  }

  /** A blank beside 0 and 1 is no detection, whichever section it stands in. */
  @Test
  void blankFlag_meansTheSameInEachSection() {
    String[] zeros = {"59291.1,12.3,0.1,0", "59292.1,12.3,0.1,1"};
    String[] blanks = {"59293.1,12.3,0.1,", "59294.1,12.3,0.1,1"};
    Reading below =
        read("# Filter: V", "MJD,mag,err,limit", zeros[0], zeros[1], "# Observer: X", blanks[0]);
    Reading above =
        read("# Filter: V", "MJD,mag,err,limit", blanks[0], blanks[1], "# Observer: X", zeros[0]);

    assertThat(below.rejected()).extracting(RejectedRow::sourceRow).containsExactly(6);
    assertThat(above.rejected()).extracting(RejectedRow::sourceRow).containsExactly(3);
  }

  /** Each section has one code alone, and the file has two. */
  @Test
  void codesOfSections_costTrustInAll() {
    List<String> lines = new ArrayList<>(List.of("# Filter: V", "MJD,mag,err,code"));
    for (int i = 0; i < 15; i++) {
      if (i % 5 == 0) {
        lines.add("# Observer: X" + i);
      }
      lines.add("%s.1,12.3,0.1,%s".formatted(59_291 + i, i < 10 ? "D" : "U"));
    }
    Reading reading = read(lines.toArray(String[]::new));

    assertThat(reading.rows()).hasSize(15).allMatch(row -> row.qualityFlag() > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# magnitudes corrected for A(V)=1.2",
        "# zero point changed to 23.5",
        "# clock was 3 s slow",
        "# not detected",
        "# errors are 3 sigma",
        "# natural system",
      })
  void sentenceBetweenRows_costsThoseBelowIt(String line) {
    Reading reading = read("# Filter: V", "MJD,mag,err", ROW, line, LATER);

    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 1);
  }

  /** Blanks divide the cells, and both words are those of columns. */
  @ParameterizedTest
  @ValueSource(strings = {"# Filter: B", "# Band = B", "# Filter B", "# B"})
  void sameDirectiveAgain_beginsNothing(String line) {
    Reading reading =
        Reading.of(
            "night.txt",
            Reading.lines(line, "MJD mag err", "59291.1 12.3 0.1", line, "59292.1 13.3 0.1", line));

    assertThat(bands(reading)).containsExactly("B", "B");
  }

  @Test
  void pairWithinASentence_isNone() {
    assertThat(bands(read("# Reduced with filter: B", "MJD,mag,err,band", ROW + ",V")))
        .containsExactly("V");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Object: V1674 Her, Filter: B",
        "# Object = V1674 Her; Filter = B",
        "# OBJECT=V1674 Her FILTER=B",
        "# Filter: B | Object: V1674 Her",
      })
  void pairsInALine_allHold(String line) {
    Reading reading =
        read("# Object: V1405 Cas, Filter: V, Observer: X", "MJD,mag,err", ROW, line, LATER);
    assertThat(objects(reading)).containsExactly("V1405 Cas", "V1674 Her");
    assertThat(bands(reading)).containsExactly("V", "B");
    assertThat(reading.rows().get(0).origin().observer()).isEqualTo("X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Filter B", "# B band", "# B-band", "B band", "# B", "#Filter=B"})
  void bandWithoutAKey_holdsFromThereOn(String line) {
    assertThat(bands(read("# Filter: V", "MJD,mag,err", ROW, line, LATER)))
        .containsExactly("V", "B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1674 Her", "# V1674 Her", "Object: V1674 Her", "# star = V1674 Her"})
  void objectLine_holdsFromThereOn(String line) {
    assertThat(objects(read("# Object: V1405 Cas", "# Filter: V", "MJD,mag,err", ROW, line, LATER)))
        .containsExactly("V1405 Cas", "V1674 Her");
  }

  @Test
  void headerWithoutATime_makesItsRowsUnreadable_notThoseAbove() {
    Reading reading =
        read(
            "MJD,V,B",
            "59291.1,12.3,13.3",
            "59292.1,12.3,13.3",
            "59293.1,12.3,13.3",
            "B,V",
            "12.3,13.3",
            "12.4,13.4");

    assertThat(bands(reading)).hasSize(6);
    assertThat(reading.codes())
        .containsExactly(RowRejectionCode.SECTION_UNREADABLE, RowRejectionCode.SECTION_UNREADABLE);
  }

  @Test
  void headerThatTakesOffTime_isOne() {
    Reading reading =
        read("JD,V,err", "2459291.1,12.3,0.1", "HJD 2450000+,B,err", "9292.1,13.3,0.1");

    assertThat(bands(reading)).containsExactly("V", "B");
  }

  @Test
  void headerOnceMore_isNoRow() {
    Reading reading = read("MJD,mag,err,band", ROW + ",V", "MJD,mag,err,band", LATER + ",V");

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.codes()).isEmpty();
  }

  @Test
  void rowOfWords_isNoHeader() {
    Reading reading =
        read("JD,mag,filter,limit", "2459000.5,10.1,V,f", ",,V,t", "2459001.5,10.2,V,f");

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.codes()).containsExactly(RowRejectionCode.EPOCH_MISSING);
  }

  @Test
  void rowThatBeginsAsAPair_staysARow() {
    Reading reading =
        read("object,JD,mag,filter", "Target: B,2459000.5,10.1,V", "V1405 Cas,2459001.5,10.2,V");

    assertThat(objects(reading)).containsExactly("Target: B", "V1405 Cas");
  }

  @Test
  void zoneBetweenRows_leavesThoseAboveAlone() {
    Reading reading =
        read(
            "Date,mag,err,band",
            "2021-03-18 10:00:00,12.3,0.1,V",
            "# times in JST",
            "2021-03-18 19:00:00,12.4,0.1,V");

    assertThat(reading.rows().get(0).epoch().mjd()).isEqualTo(59291 + 10 / 24.0);
    assertThat(reading.rows().get(1).epoch().mjd()).isEqualTo(59291 + 10 / 24.0);
  }

  @Test
  void numbersOfASidecar_areThoseOfTheFirstHeader() {
    Reading reading =
        Reading.of(
            "night.csv",
            Reading.lines(
                "JD,a,b,filter",
                "2459000.5,10.1,0.1,V",
                "JD,err,mag,filter",
                "2459001.5,0.1,11.1,V"),
            "{\"columns\": {\"2\": \"value\", \"3\": \"error\"}}");

    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(11.1);
  }

  @Test
  void firstRowsOfDates_areRows_evenWhenTheyAreShorter() {
    Reading reading =
        Reading.of(
            "night.csv",
            Reading.lines(
                "2021-03-18T10:00:00,10.1,V",
                "2021-03-19T10:00:00,10.2,V,x",
                "2021-03-20T10:00:00,10.3,V,y"),
            "{\"columns\": {\"1\": \"epoch\", \"2\": \"value\", \"3\": \"band\"}}");

    assertThat(reading.rows()).hasSize(3);
  }

  @Test
  void headerInACommentBelowAnotherLine_namesTheColumnsFromThereOn() {
    Reading reading =
        Reading.of(
            "a.txt",
            Reading.lines(
                "# Filter: V",
                "# MJD mag err",
                "59291.1 12.3 0.1",
                "# Filter: B",
                "# MJD err mag",
                "59391.1 0.1 8.3"));

    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(8.3);
    assertThat(reading.rows().get(1).band()).isEqualTo("B");
  }

  @Test
  void magnitudeSystemBetweenRows_holdsFromThereOn() {
    Reading reading =
        Reading.of(
            "a.txt",
            Reading.lines(
                "# Filter: r",
                "# System: AB",
                "MJD mag err",
                "59291.1 12.3 0.1",
                "# Filter: i",
                "# System: Vega",
                "59391.1 8.3 0.1",
                "# magnitudes in the AB system",
                "59392.1 8.4 0.1"));

    assertThat(reading.rows())
        .extracting(Measurement::magSystem)
        .containsExactly("AB", "Vega", "AB");
    assertThat(reading.understood().account().unaccounted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# %s band data",
        "# Photometry in %s",
        "# --- %s ---",
        "# 2. %s",
        "# %s:",
        "# Filter changed to %s",
        "# filter %s, 60 s",
        "# Filtre : %s",
        "Filter %s",
        "Filter: %s",
        "%s",
        "[%s]"
      })
  void titleOfABand_holdsForTheRowsBelow(String title) {
    Reading reading = read("MJD,mag,err", title.formatted("V"), ROW, title.formatted("B"), LATER);

    assertThat(bands(reading)).containsExactly("V", "B");
  }

  @Test
  void titleOfSeveralBands_isNoBand() {
    Reading reading = read("# Filter: V", "MJD,mag,err", ROW, "# B, V and R data", LATER);

    assertThat(bands(reading)).containsExactly("V", "V");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# %s data",
        "# Nova %s",
        "# --- %s ---",
        "# %s (2021)",
        "# Object %s, filter V",
        "# Photometry of %s",
        "# Objet : %s"
      })
  void titleOfAStar_holdsForTheRowsBelow(String title) {
    Reading reading =
        read("# Filter: V", "# V1405 Cas", "MJD,mag,err", ROW, title.formatted("V1674 Her"), LATER);

    assertThat(objects(reading)).containsExactly("V1405 Cas", "V1674 Her");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "values below are upper limits",
        "# MJD now in TT",
        "# the rows below are heliocentric",
        "# telescope 2, offset 0.3 mag",
        "# filter was changed here"
      })
  void sentenceBetweenRows_costsThoseBelowTrust(String sentence) {
    Reading reading = read("# Filter: V", "MJD,mag,err", ROW, sentence, LATER);

    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 1);
  }

  /** Each would begin a section of its own, and say what the first thousand have said. */
  @Test
  void sentencesWithoutEnd_areHeardUntilTheyAreMany() {
    List<String> lines = new ArrayList<>(List.of("# Filter: V", "MJD,mag,err", ROW));
    for (int i = 0; i < 2_000; i++) {
      lines.add("# values of night %s are upper limits".formatted(i));
    }
    lines.add(LATER);
    Reading reading = read(lines.toArray(String[]::new));

    assertThat(reading.rows().get(1).qualityFlag()).isEqualTo(1);
    assertThat(reading.understood().account().unaccounted()).hasSizeLessThan(1_000);
  }
}
