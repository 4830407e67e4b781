package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.TimeReference;

class AavsoParametersTest {
  private static final String ROW =
      "V339 Del,2456521.5,5.1,0.01,V,NO,STD,na,na,na,na,na,na,na,na\n";

  private static final String CHANGING =
      "#TYPE=EXTENDED\n#OBSCODE=AAA\n#DELIM=,\n#DATE=JD\n#OBSTYPE=CCD\n"
          + ROW
          + "#date=HJD\n"
          + ROW
          + "# a remark\n#OBSCODE=BBB\n"
          + ROW
          + "#DATE=JD\n"
          + ROW;

  @Test
  void dateBelowTheHead_holdsForTheRowsBelowIt() {
    List<Measurement> rows = Reading.of("x", CHANGING).rows();

    assertThat(rows)
        .extracting(row -> row.epoch().system())
        .containsExactly(EpochSystem.JD, EpochSystem.HJD, EpochSystem.HJD, EpochSystem.JD);
    assertThat(rows)
        .extracting(row -> row.epoch().reference())
        .containsExactly(
            TimeReference.GEO, TimeReference.HELIO, TimeReference.HELIO, TimeReference.GEO);
  }

  @Test
  void observerBelowTheHead_holdsForTheRowsBelow() {
    assertThat(Reading.of("x", CHANGING).rows())
        .extracting(row -> row.origin().observer())
        .containsExactly("AAA", "AAA", "BBB", "BBB");
  }

  @Test
  void sidecar_isAboveWhatTheFileSaysOnTheWay() {
    List<Measurement> rows =
        Reading.of("x", CHANGING, "{\"time-system\": \"BJD_TDB\", \"observer\": \"CCC\"}").rows();

    assertThat(rows).extracting(row -> row.epoch().system()).containsOnly(EpochSystem.BJD_TDB);
    assertThat(rows).extracting(row -> row.origin().observer()).containsOnly("CCC");
  }

  @Test
  void headWithTheSameParameterTwice_meansTheSecond() {
    String text = "#TYPE=EXTENDED\n#DATE=JD\n#DATE=HJD\n#DELIM=,\n" + ROW;

    assertThat(Reading.of("x", text).row().epoch().system()).isEqualTo(EpochSystem.HJD);
  }

  private static final String EXCEL =
      "V339 Del,06/13/2020 11:59:59 PM,5.1,0.01,V,NO,STD,na,na,na,na,na,na,na,na\n";

  @Test
  void excelBelowJulianDates_hasTheMonthFirst() {
    String text =
        "#TYPE=EXTENDED\n#DATE=JD\n#DELIM=,\n"
            + ROW
            + "#DATE=EXCEL\n"
            + EXCEL
            + EXCEL.replace("06/13", "06/01");

    assertThat(Reading.of("x", text).rows())
        .extracting(row -> Math.floor(row.epoch().mjd()))
        .containsExactly(56521.0, 59013.0, 59001.0);
  }

  @Test
  void excelBelowAnotherObserver_holdsForTheSectionThatBeginsThere() {
    String text =
        "#TYPE=EXTENDED\n#OBSCODE=AAA\n#DATE=JD\n#DELIM=,\n"
            + ROW
            + "#DATE=HJD\n#OBSCODE=BBB\n"
            + ROW
            + "#DATE=EXCEL\n"
            + EXCEL
            + "#OBSCODE=CCC\n"
            + EXCEL.replace("06/13", "06/01");
    Reading read = Reading.of("x", text);

    assertThat(read.rejected()).isEmpty();
    assertThat(read.rows())
        .extracting(row -> row.origin().observer())
        .containsExactly("AAA", "BBB", "BBB", "CCC");
    assertThat(read.rows())
        .extracting(row -> row.epoch().reference())
        .startsWith(TimeReference.GEO, TimeReference.HELIO);
    assertThat(read.rows().get(3).epoch().mjd()).isBetween(59001.99, 59002.0);
  }
}
