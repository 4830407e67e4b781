package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;

/** Limits and their flags in the containers that have words of their own for them. */
class LimitFormatsTest {
  @ParameterizedTest
  @CsvSource({"true,false", "T,F", "1,0", "t,f", "TRUE,FALSE"})
  void booleansOfAVoTable_areFlags(String yes, String no) {
    String text =
        """
        <VOTABLE version="1.4"><RESOURCE><TABLE>
        <FIELD name="mjd" datatype="double" unit="d" ucd="time.epoch"/>
        <FIELD name="mag" datatype="float" unit="mag" ucd="phot.mag"/>
        <FIELD name="band" datatype="char" arraysize="*"/>
        <FIELD name="isUpperLimit" datatype="boolean"/>
        <DATA><TABLEDATA>
        <TR><TD>59291.1</TD><TD>15.5</TD><TD>V</TD><TD>%s</TD></TR>
        <TR><TD>59292.1</TD><TD>18.3</TD><TD>V</TD><TD>%s</TD></TR>
        </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
        """
            .formatted(no, yes);

    List<Measurement> rows = Reading.of("a.vot", text).rows();

    assertThat(rows.get(0).brightness().value()).isEqualTo(15.5);
    assertThat(rows.get(1).brightness().limit()).isEqualTo(18.3);
  }

  @Test
  void limitingMagnitude_isNoValue_whateverItsUcd() {
    String text =
        """
        <VOTABLE version="1.4"><RESOURCE><TABLE>
        <FIELD name="mjd" datatype="double" unit="d" ucd="time.epoch"/>
        <FIELD name="maglim" datatype="float" unit="mag" ucd="phot.mag"/>
        <FIELD name="mag" datatype="float" unit="mag" ucd="phot.mag"/>
        <FIELD name="band" datatype="char" arraysize="*"/>
        <DATA><TABLEDATA>
        <TR><TD>59291.1</TD><TD>19.1</TD><TD>15.5</TD><TD>V</TD></TR>
        <TR><TD>59292.1</TD><TD>19.2</TD><TD/><TD>V</TD></TR>
        </TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>
        """;

    List<Measurement> rows = Reading.of("a.vot", text).rows();

    assertThat(rows.get(0).brightness().value()).isEqualTo(15.5);
    assertThat(rows.get(1).brightness().limit()).isEqualTo(19.2);
  }

  @ParameterizedTest
  @CsvSource({
    "nondetection,false,true",
    "detected,true,false",
    "isUpperLimit,0,1",
    "limit_flag,'\"no\"','\"yes\"'"
  })
  void booleansOfJson_areFlags(String name, String no, String yes) {
    String text =
        """
        [{"mjd": 59291.1, "mag": 12.3, "filter": "V", "%1$s": %2$s},
         {"mjd": 59292.1, "mag": 19.3, "filter": "V", "%1$s": %3$s}]
        """
            .formatted(name, no, yes);

    List<Measurement> rows = Reading.of("a.json", text).rows();

    assertThat(rows.get(0).brightness().value()).isEqualTo(12.3);
    assertThat(rows.get(1).brightness().limit()).isEqualTo(19.3);
  }

  @Test
  void flagsOfAByteByByteTable_areThoseOfTheirColumns() {
    String rule = "-".repeat(80);
    String text =
        Reading.lines(
            "Byte-by-byte Description of file: t.txt",
            rule,
            "   Bytes Format Units   Label  Explanations",
            rule,
            "   1- 12 F12.4  d       JD     Julian Date",
            "  14     A1     ---     l_Bmag [>] Limit flag on Bmag",
            "  15- 20 F6.3   mag     Bmag   B magnitude",
            "  22- 27 F6.3   mag     Vmag   V magnitude",
            "  29     A1     ---     u_Vmag [:] Uncertainty flag on Vmag",
            rule,
            "2459291.9236 >15.500 12.300  ",
            "2459292.9236  15.100 12.400 :");

    List<Measurement> rows = Reading.of("t.txt", text).rows();

    assertThat(rows).extracting(Measurement::band).containsExactly("B", "V", "B", "V");
    assertThat(rows)
        .extracting(row -> row.brightness().isLimit())
        .containsExactly(true, false, false, false);
    assertThat(rows).extracting(Measurement::qualityFlag).containsExactly(0, 0, 0, 1);
  }

  @Test
  void columnsOfMagnitudesByUcd_thatAreNamedAfterBands_makeAWideTable_whateverASidecarSays() {
    String text =
        Reading.lines(
            "#Column\tHJD\t(F12.4)\tHJD\t[ucd=time.epoch]",
            "#Column\tBmag\t(F6.3)\tB\t[ucd=phot.mag;em.opt.B]",
            "#Column\te_Bmag\t(F5.3)\terr\t[ucd=stat.error;phot.mag;em.opt.B]",
            "#Column\tVmag\t(F6.3)\tV\t[ucd=phot.mag;em.opt.V]",
            "HJD\tBmag\te_Bmag\tVmag",
            "------------\t------\t-----\t------",
            "2459291.9236\t15.500\t0.100\t12.300");

    Reading reading = Reading.of("a.tsv", text, "{\"band\": \"V\"}");

    assertThat(reading.rows())
        .extracting(row -> row.band().substring(0, 1))
        .containsExactly("B", "V");
    assertThat(reading.row().brightness().error()).isEqualTo(0.1);
    assertThat(reading.understood().band()).isEmpty();
    assertThat(reading.understood().notes()).anyMatch(note -> note.contains("band 'V'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "! PC data -- upper limits",
        "! Upper limits (3 sigma)",
        "! WT upperlimits",
        "! UL"
      })
  void rowsOfABlockOfLimits_areSuch_inQdp(String comment) {
    String text =
        Reading.lines(
            "READ SERR 2",
            "! PC data",
            "1.0 0.726 0.083",
            "NO NO NO",
            comment,
            "! Time Rate Error",
            "3.0 0.0021 0.0",
            "3.5 0.0022 0.0",
            "NO NO NO",
            "! WT data",
            "4.0 0.5 0.1");

    List<Measurement> rows = Reading.of("a.qdp", text, "{\"t0\": 2454566.5}").rows();

    assertThat(rows)
        .extracting(row -> row.brightness().isLimit())
        .containsExactly(false, true, true, false);
    assertThat(rows.get(1).brightness().limit()).isEqualTo(0.0021);
  }

  @Test
  void limitsAndErrorsOfTheOpenCatalogs_haveTheirSigmaAndTheirSides() {
    String text =
        """
        {"V1324 Sco": {"name": "V1324 Sco", "photometry": [
          {"time": "56104.3", "u_time": "MJD", "band": "V", "magnitude": "17.3",
           "e_lower_magnitude": "0.1", "e_upper_magnitude": "0.2"},
          {"time": "56105.3", "u_time": "MJD", "band": "V", "magnitude": "18.3", "e_magnitude": "0.3"},
          {"time": "56106.3", "u_time": "MJD", "frequency": "1.74", "u_frequency": "GHz",
           "fluxdensity": "0.09", "u_fluxdensity": "mJy", "upperlimit": true,
           "upperlimitsigma": "5.0"},
          {"time": "56107.3", "u_time": "MJD", "frequency": "1.74", "u_frequency": "GHz",
           "fluxdensity": "0.5", "u_fluxdensity": "mJy", "e_lower_fluxdensity": "0.03",
           "e_upper_fluxdensity": "0.04"}]}}
        """;

    List<Brightness> rows =
        Reading.of("a.json", text).rows().stream().map(Measurement::brightness).toList();

    assertThat(rows.get(0).errorLow()).isEqualTo(0.1);
    assertThat(rows.get(0).errorHigh()).isEqualTo(0.2);
    assertThat(rows.get(1).error()).isEqualTo(0.3);
    assertThat(rows.get(1).errorLow()).isNull();
    assertThat(rows.get(2).limit()).isEqualTo(0.09);
    assertThat(rows.get(2).limitSigma()).isEqualTo(5);
    assertThat(rows.get(3).errorLow()).isEqualTo(0.03);
    assertThat(rows.get(3).errorHigh()).isEqualTo(0.04);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UL", "<", "limit", "ul"})
  void wordInThePlaceOfAnError_isAFlag(String word) {
    Reading reading =
        Reading.of(
            "a.csv",
            "MJD,mag,err,band\n59291.1,15.5,0.1,V\n59292.1,18.3,%s,V\n59293.1,15.2,?,V\n"
                .formatted(word));

    assertThat(reading.rows().get(1).brightness().limit()).isEqualTo(18.3);
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lowerlimit", "simulated", "interpolated", "is_limit"})
  void keyThatNobodyDocumentsForTheOpenCatalogs_isReadByItsName(String key) {
    String text =
        """
        {"V1324 Sco": {"photometry": [
          {"time": "56104.3", "u_time": "MJD", "band": "V", "magnitude": "17.3"},
          {"time": "56105.3", "u_time": "MJD", "band": "V", "magnitude": "18.3", "%s": true}]}}
        """
            .formatted(key);

    Reading reading = Reading.of("a.json", text);

    assertThat(reading.row().brightness().value()).isEqualTo(17.3);
    assertThat(reading.rows().stream().map(Measurement::brightness))
        .noneMatch(brightness -> Double.valueOf(18.3).equals(brightness.value()));
  }

  @Test
  void keyOfTheOpenCatalogsThatNobodyKnows_isAColumnThatIsNamed() {
    String text =
        """
        {"V1324 Sco": {"photometry": [
          {"time": "56104.3", "u_time": "MJD", "band": "V", "magnitude": "17.3", "dataset": "x"},
          {"time": "56105.3", "u_time": "MJD", "band": "V", "magnitude": "18.3", "wobble": "1.5"}]}}
        """;

    assertThat(Reading.of("a.json", text).understood().account().unaccounted())
        .extracting(Piece::name)
        .containsExactly("wobble");
  }
}
