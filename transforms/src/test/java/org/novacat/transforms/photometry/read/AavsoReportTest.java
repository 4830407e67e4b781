package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.QualityBits;

class AavsoReportTest {
  private static final String HEAD = "#OBSCODE=TST01\n#SOFTWARE=X\n#DATE=JD\n";

  @Test
  void visualReport_hasVisualEstimates_limits_andDoubts() {
    Reading reading =
        Reading.of(
            "x",
            "#TYPE=VISUAL\n#DELIM=,\n"
                + HEAD
                + lines(
                    "#NAME,DATE,MAG,COMMENTCODE,COMP1,COMP2,CHART,NOTES",
                    "SS CYG,2450702.1234,<11.1,na,110,113,070613,This is a test",
                    "SS CYG,2450702.1254,10.9,B,110,113,070613,na",
                    "SS CYG,2450702.1264,10.8,ZL,110,113,070613,na"));

    assertThat(reading.format()).isEqualTo("aavso-visual");
    assertThat(reading.rows()).extracting(Measurement::band).containsOnly("Vis.");
    assertThat(reading.row().brightness().limit()).isEqualTo(11.1);
    assertThat(reading.row().notes()).isEqualTo("This is a test");
    assertThat(reading.row().origin().observer()).isEqualTo("TST01");
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(10.9);
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 0, 1);
    assertThat(reading.rows().get(2).qualityBits()).isEqualTo(QualityBits.UNCERTAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      value = {
        ",@,",
        "comma@,",
        "COMMA@,",
        "''@,",
        ";@;",
        "semicolon@;",
        "59@;",
        "044@,",
        "!@!",
        "bang@!",
        "33@!",
        "exclamation point@!",
        "|@|",
        "pipe@|",
        "124@|",
        "':'@:",
        "\"!\"@!",
        "tab@TAB",
        "\\t@TAB",
        "9@TAB",
        "comma,,,,,,,@,",
        ",,,,,,,,@,",
        "semicolon@,",
        "#@;"
      })
  void delimiter_isASignItsNameOrItsCode(String said, String sign) {
    String tab = sign.replace("TAB", "\t");
    String row = "V1405 Cas,2459291.9236,9.612,0.020,V,NO,STD,105,8.2,na,na,1.2,na,X1,na\n";
    String limit = "V1405 Cas,2459292.9236,<13.2,na,V,NO,STD,na,na,na,na,na,na,X1,na\n";

    Reading reading =
        Reading.of(
            "x", "#TYPE=Extended\n#DELIM=" + said + "\n" + HEAD + (row + limit).replace(",", tab));

    assertThat(reading.format()).isEqualTo("aavso-extended");
    assertThat(reading.rows())
        .extracting(m -> m.brightness().number())
        .containsExactly(9.612, 13.2);
    assertThat(reading.rows().get(1).brightness().isLimit()).isTrue();
  }

  @Test
  void visualReport_ofSpreadsheets_hasEmptyCellsInEveryLine() {
    Reading reading =
        Reading.of(
            "x.csv",
            lines(
                "#TYPE=VISUAL,,,,,,,",
                "#OBSCODE=TST01,,,,,,,",
                "#DELIM=comma,,,,,,,",
                "#DATE=JD,,,,,,,",
                "SS CYG,2450702.1254,10.9,B,110,113,070613,na"));

    assertThat(reading.row().origin().observer()).isEqualTo("TST01");
    assertThat(reading.row().brightness().value()).isEqualTo(10.9);
  }

  @Test
  void namesInAnotherOrder_orFewer_areThoseOfTheRows() {
    Reading other =
        Reading.of(
            "x",
            "#TYPE=Extended\n#DELIM=,\n"
                + HEAD
                + lines("#NAME,DATE,FILT,MAG,MERR", "V1405 Cas,2459291.9236,V,9.612,0.020"));
    Reading longer =
        Reading.of(
            "x",
            "#TYPE=Visual\n#DELIM=,\n"
                + HEAD
                + lines("#DATE,NAME,MAG,COMP1,NOTES", "2459291.9236,V1405 Cas,9.6,110"));

    for (Reading reading : List.of(other, longer)) {
      assertThat(reading.row().object()).isEqualTo("V1405 Cas");
      assertThat(reading.row().epoch().mjd()).isEqualTo(59291.4236);
    }
    assertThat(other.row().brightness().error()).isEqualTo(0.02);
  }

  @ParameterizedTest
  @CsvSource({"2451235.5,''", "2451235.5,','"})
  void downloadOf24Columns_mayEndItsLinesWithAComma(String jd, String end) {
    String row =
        jd
            + ",7.7,0.1,,V,TST,,110,113,X1,clear,0,1.2,Z,8.2,9.1,2451235.6,U Sco,AAVSO,STD,,,,"
            + "credit"
            + end;

    Reading reading =
        Reading.of("x", lines(row.replace(",0,1.2", ",No,1.2"), row.replace(",0,1.2", ",No,1.2")));

    assertThat(reading.format()).isEqualTo("aavso-download");
    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.row().object()).isEqualTo("U Sco");
    assertThat(reading.row().origin().observer()).isEqualTo("TST");
    assertThat(reading.row().notes()).isEqualTo("clear");
  }
}
