package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.photometry.RowRejectionCode.LIMIT_FLAG_UNCLEAR;
import static org.novacat.layouts.photometry.RowRejectionCode.NO_MEASUREMENT;
import static org.novacat.layouts.photometry.RowRejectionCode.VALUE_UNPARSABLE;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;

/** Which values are limits: flags by meaning, limits beside values, signs for nothing. */
class LimitReadingTest {
  @ParameterizedTest
  @CsvSource({
    "is_upperlimit,False,True",
    "isUpperLimit,f,t",
    "is_ul,0,1",
    "UL,0.0,1.0",
    "uplim,no,YES",
    "upper_lim_flag,N,Y",
    "upper limit?,nein,ja",
    "ul_flag,non,oui",
    "mag_ul,no,si",
    "mag_is_limit,false,true",
    "lim_flag,0,1",
    "limit,No,Yes",
    "l_mag,,<",
    "l_mag,,1",
    "limitsign,,>",
    "nondet,F,T",
    "non-detection,0,1",
    "is_nondetection,0,1",
    "not_detected,0,1",
    "undetected,n,y",
    "fainterThan,0,1",
    "fainter,,x",
    "censored,0,1",
    "sign,=,>",
    "qualifier,,<",
    "Obergrenze,nein,ja",
    "limite_supérieure,non,oui",
    "non_détecté,faux,vrai",
    "detected,True,False",
    "detection,1,0",
    "is_detected,y,n",
    "det,t,f",
    "det_flag,1,0",
    "upper,F,T",
    "is_upper,0,1",
    "isUpper,false,true",
    "upper_flag,0,1",
    "invisible,0,1",
    "visible,yes,no",
    "Sichtbar,ja,nein",
    "предел,нет,да",
    "nachgewiesen,ja,nein",
    "détecté,oui,non",
    "kind,detection,upper limit",
    "obs_type,det,nondet",
    "status,ok,UL",
    "remark,,fainter than",
    "flag,,<",
    "what,measured,limit",
    "notes,,upper limit"
  })
  void flagOfALimit_isToldByItsMeaning(String name, String no, String yes) {
    Reading reading = flagged(name, no == null ? "" : no, yes);

    assertThat(reading.rows()).as("%s", reading.result()).hasSize(2);
    assertThat(reading.rows().get(0).brightness().value()).isEqualTo(15.5);
    assertThat(reading.rows().get(0).qualityFlag()).isZero();
    assertThat(reading.rows().get(1).brightness().limit()).isEqualTo(18.3);
  }

  @ParameterizedTest
  @CsvSource({"ndet,3,4", "detector,A,B", "camera,1,0", "airmass,1,0", "signal,0,1", "pulse,0,1"})
  void columnThatOnlySoundsLikeAFlag_makesNoLimit(String name, String one, String other) {
    Reading reading = flagged(name, one, other);

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rows()).noneMatch(row -> row.brightness().isLimit());
  }

  private static Reading flagged(String name, String no, String yes) {
    return Reading.of(
        "a.csv",
        Reading.lines(
            "MJD,mag,err,band," + name, "59291.1,15.5,0.1,V," + no, "59292.1,18.3,,V," + yes));
  }

  @ParameterizedTest
  @CsvSource({
    "uplim,0,2",
    "is_ul,0,maybe",
    "upperlim,no,a",
    "det,1,?x",
    "sign,>,+",
    "detected,True,''"
  })
  void flagThatNobodyUnderstands_rejectsItsRow_andTheRemedyMendsIt(
      String name, String known, String unknown) {
    String text =
        Reading.lines(
            "MJD,mag,err,band," + name,
            "59291.1,15.5,0.1,V," + known,
            "59292.1,18.3,,V," + unknown,
            "59293.1,15.6,0.1,V," + known);

    Reading bare = Reading.of("a.csv", text);
    String remedy = "{\"limit-values\": {\"%s\": \"%s\"}}";

    assertThat(bare.codes()).containsExactly(LIMIT_FLAG_UNCLEAR);
    assertThat(bare.rejected().get(0).detail())
        .contains(
            "'%s'".formatted(name), "\"limit-values\": {\"%s\": \"limit\"}".formatted(unknown));
    assertThat(second(Reading.of("a.csv", text, remedy.formatted(unknown, "limit"))).limit())
        .isEqualTo(18.3);
    assertThat(second(Reading.of("a.csv", text, remedy.formatted(unknown, "detection"))).value())
        .isEqualTo(18.3);
  }

  private static Brightness second(Reading reading) {
    return reading.rows().get(1).brightness();
  }

  @Test
  void flagOfWhichNoCellIsUnderstood_refusesTheFile_andTheRemedyMendsIt() {
    String text = "MJD,mag,err,band,uplim\n59291.1,15.5,0.1,V,A\n59292.1,18.3,,V,B\n";

    Reading bare = Reading.of("a.csv", text);

    assertThat(bare.refusal().remedy()).contains("\"limit-values\"");
    assertThat(
            second(
                    Reading.of(
                        "a.csv",
                        text,
                        "{\"limit-values\": {\"B\": \"limit\", \"A\": \"detection\"}}"))
                .limit())
        .isEqualTo(18.3);
  }

  @Test
  void cellsThatSpeakOfLimits_leaveADoubtOnThoseThatNobodyKnows() {
    Reading reading =
        Reading.of(
            "a.csv",
            "MJD,mag,band,state\n59291.1,15.5,V,PC\n59292.1,18.3,V,UL\n59293.1,15.4,V,det\n");

    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(1, 0, 0);
    assertThat(reading.row().notes()).contains("state", "PC");
    assertThat(second(reading).isLimit()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"code,<", "code,upper limit", "comment,UL", "is_ul,1", "flag,>"})
  void flagThatFirstSpeaksFarDown_counts(String name, String cell) {
    String rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "%s,15.5,0.1,V,\n".formatted(59_000 + i * 0.01))
            .collect(Collectors.joining());
    String last = "59291.1,18.3,,V,%s\n".formatted(cell);

    Reading reading = Reading.of("a.csv", "MJD,mag,err,band," + name + "\n" + rows + last);

    assertThat(reading.rows()).hasSize(10_001);
    assertThat(reading.rows().get(9999).brightness().isLimit()).isFalse();
    assertThat(reading.rows().get(10_000).brightness().limit()).isEqualTo(18.3);
  }

  @Test
  void limitsThatFirstStandFarDown_areThoseOfRowsWithoutAValue() {
    String rows = "59291.1,15.5,0.1,V,\n".repeat(300);

    Reading reading = Reading.of("a.csv", "MJD,mag,err,band,ul\n" + rows + "59292.1,,,V,18.9\n");

    assertThat(reading.rows().get(300).brightness().limit()).isEqualTo(18.9);
  }

  @Test
  void flagsThatContradictEachOther_rejectTheRow() {
    Reading reading =
        Reading.of(
            "a.csv",
            Reading.lines(
                "MJD,mag,err,band,is_ul,detected",
                "59291.1,15.5,0.1,V,0,1",
                "59292.1,18.3,,V,1,1",
                "59293.1,18.3,,V,1,0"));

    assertThat(reading.codes()).containsExactly(LIMIT_FLAG_UNCLEAR);
    assertThat(reading.rejected().get(0).detail()).contains("'is_ul' and 'detected'");
    assertThat(second(reading).isLimit()).isTrue();
  }

  @Test
  void lowerLimit_isNoUpperOne() {
    Reading reading =
        Reading.of(
            "a.csv",
            Reading.lines(
                "MJD,flux (mJy),err,band,sign,lower_limit",
                "56104.5,0.8,0.1,5 GHz,,0",
                "56105.5,0.3,,5 GHz,<,0",
                "56106.5,0.3,,5 GHz,>,0",
                "56107.5,0.4,,5 GHz,,1"));

    assertThat(second(reading).limit()).isEqualTo(0.3);
    assertThat(reading.codes()).containsExactly(VALUE_UNPARSABLE, VALUE_UNPARSABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l_B,B,e_B,l_V,V,e_V|>,15.3,,,12.1,0.1",
        "B,B_lim,V,V_lim|15.3,1,12.1,0",
        "B,V,B_ul,V_ul|15.3,12.1,T,F",
        "Bmag,V_detected,Vmag,B_detected|15.3,yes,12.1,no",
        "Vmag,e_Vmag,l_Bmag,Bmag|12.1,0.1,<,15.3",
        "B,is_limit_B,V,is_limit_V|15.3,true,12.1,false",
        "B,B_flag,V,V_flag|15.3,UL,12.1,",
        "mag_B,uplim_B,mag_V,uplim_V|15.3,1,12.1,0",
        "V,V_lim,B,B_lim|12.1,19.1,,15.3",
        "Vmag,n_Vmag,Bmag,n_Bmag|12.1,,15.3,>",
        "Vmag,u_Vmag,Bmag,u_Bmag|12.1,,15.3,>"
      })
  void flagOfAWideTable_isThatOfItsBand(String header, String cells) {
    List<Measurement> rows =
        Reading.of("a.csv", "MJD," + header + "\n59291.1," + cells + "\n59292.1,,,,,,\n").rows();

    assertThat(rows).hasSize(2);
    assertThat(of(rows, "B").limit()).isEqualTo(15.3);
    assertThat(of(rows, "V").value()).isEqualTo(12.1);
  }

  private static Brightness of(List<Measurement> rows, String band) {
    return rows.stream().filter(m -> m.band().equals(band)).findFirst().orElseThrow().brightness();
  }

  @Test
  void flagBesideSeveralBands_holdsForTheOnlyValueOfARow_andForNoneOfSeveral() {
    Reading reading =
        Reading.of(
            "a.csv",
            Reading.lines(
                "MJD,B,V,is_ul", "59291.1,15.1,14.1,0", "59292.1,18.3,,1", "59293.1,18.3,17.1,1"));

    assertThat(reading.rows()).hasSize(3);
    assertThat(reading.rows().get(2).brightness().limit()).isEqualTo(18.3);
    assertThat(reading.codes()).containsExactly(LIMIT_FLAG_UNCLEAR, LIMIT_FLAG_UNCLEAR);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,19.3", "0.0,0.0,19.3", "-1,-1,19.3", "99,0,19.3", "99.99,99.99,19.3", "18.9,-1,19.3",
    "18.9,99.9,19.3", "19.3,0,19.3", "-99,-99,19.3", "999,0,19.3", "nan,nan,19.3",
        "88.888,9.999,19.3"
  })
  void errorOrMagnitudeThatIsNone_besideALimit_isTheLimit(String mag, String err, double limit) {
    for (String name : List.of("limmag", "maglim", "limiting_mag", "upper_limit", "mag_limit")) {
      Reading reading =
          Reading.of(
              "a.csv",
              "MJD,mag,magerr,%s,filter\n59291.1,%s,%s,%s,r\n".formatted(name, mag, err, limit));

      assertThat(reading.row().brightness().limit()).as(name).isEqualTo(limit);
    }
  }

  @Test
  void valueBrighterThanTheLimit_isADetection_inDoubtWhereItsErrorIsZero() {
    Reading reading =
        Reading.of(
            "a.csv",
            "MJD,mag,magerr,limmag,filter\n59291.1,15.2,0,19.3,r\n59292.1,15.2,0.1,19.3,r\n");

    assertThat(reading.rows()).noneMatch(row -> row.brightness().isLimit());
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(1, 0);
    assertThat(reading.row().notes()).contains("error 0 beside a limit");
  }

  @ParameterizedTest
  @CsvSource({
    "0.000,0.000",
    "-9.99,-9.99",
    "-1,-1",
    "-9.999,0",
    "88.888,0.1",
    "9.99,9.99",
    "99.0,0",
    "-1.0,-1.0",
    "0,0.0"
  })
  void signForNothing_isNoMagnitude(String mag, String err) {
    String good = "59291.1,15.5,0.1,V\n";

    assertThat(
            Reading.of(
                    "a.csv", "MJD,mag,err,band\n" + good + "59292.1,%s,%s,V\n".formatted(mag, err))
                .codes())
        .containsExactly(NO_MEASUREMENT);
  }

  @ParameterizedTest
  @CsvSource({"0.000,0.010", "-1,0.1", "0.03,0.03", "-1.4,", "0,", "9.99,0.02"})
  void magnitudeNearZero_isReal(double mag, String err) {
    Reading reading =
        Reading.of(
            "a.csv", "MJD,mag,err,band\n59291.1,%s,%s,V\n".formatted(mag, err == null ? "" : err));

    assertThat(reading.row().brightness().value()).isEqualTo(mag);
    assertThat(reading.row().qualityFlag()).isZero();
  }

  @Test
  void limitingMagnitude_isNoLimitOfAFlux() {
    Reading reading =
        Reading.of(
            "a.csv",
            "MJD,flux (mJy),flux_err,diffmaglim,band\n59291.1,1.5,0.1,20.5,g\n59292.1,,,20.5,g\n");

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.codes()).containsExactly(NO_MEASUREMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit (3 sigma)", "upper_limit_3sigma", "ul_3sig", "3-sigma limit"})
  void levelOfALimit_isKept_andScalesNothing(String name) {
    Reading reading =
        Reading.of("a.csv", "MJD,mag,err,%s,band\n59291.1,,,19.3,r\n".formatted(name));

    assertThat(reading.row().brightness().limit()).isEqualTo(19.3);
    assertThat(reading.row().brightness().limitSigma()).isEqualTo(3);
  }

  @Test
  void valueThatWasNotDetected_givesWayToTheLimitBesideIt() {
    Reading reading =
        Reading.of(
            "a.csv",
            "MJD,mag,err,maglim,detected,band\n59291.1,20.1,0.9,19.5,0,r\n59292.1,18.1,0.1,19.5,1,r\n");

    assertThat(reading.row().brightness().limit()).isEqualTo(19.5);
    assertThat(second(reading).value()).isEqualTo(18.1);
  }

  @Test
  void wordOfQualityThatNobodyKnows_leavesADoubt() {
    Reading reading =
        Reading.of(
            "a.csv",
            "MJD,mag,band,qflag\n59291.1,15.1,V,U\n59292.1,15.1,V,A\n59293.1,15.1,V,\n59294.1,15.1,V,0\n");

    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(1, 0, 0, 0);
  }

  @Test
  void limitInAnotherUnit_isConverted() {
    Reading reading =
        Reading.of(
            "a.csv", "MJD,flux (mJy),flux_err (uJy),limit (uJy),band\n59291.1,,,300,5 GHz\n");

    assertThat(reading.row().brightness().limit()).isEqualTo(0.3, within(1e-12));
    assertThat(reading.row().brightness().unit()).isEqualTo("mJy");
  }

  @ParameterizedTest
  @ValueSource(strings = {":", "?", "1", "u"})
  void uncertaintyFlagOfABand_leavesADoubtOnItAlone(String flag) {
    List<Measurement> rows =
        Reading.of(
                "a.csv",
                "MJD,B,u_B,V,u_V\n59291.1,15.3,,12.1,%s\n59292.1,15.3,,12.1,\n".formatted(flag))
            .rows();

    assertThat(rows).extracting(Measurement::qualityFlag).containsExactly(0, 1, 0, 0);
    assertThat(rows.get(1).notes()).contains("u_V");
  }
}
