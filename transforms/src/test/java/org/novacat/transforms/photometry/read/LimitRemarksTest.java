package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.layouts.photometry.RowRejectionCode.LIMIT_FLAG_UNCLEAR;
import static org.novacat.transforms.photometry.read.Reading.lines;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;

/** Limits that stand in remarks, in columns of other things, and in codes that nobody knows. */
class LimitRemarksTest {
  private static Reading flagged(String name, String no, String yes) {
    return Reading.of(
        "a.csv",
        Reading.lines(
            "MJD,mag,err,band," + name, "59291.1,15.5,0.1,V," + no, "59292.1,18.3,,V," + yes));
  }

  private static Brightness second(Reading reading) {
    return reading.rows().get(1).brightness();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mag (or limit)", "mag (or upper limit)", "mag (limit)"})
  void headerOfValuesOrLimits_costsQuality(String header) {
    Reading reading =
        Reading.of("x.csv", lines("MJD," + header + ",err,band", "59291.1,12.3,0.1,V"));
    assertThat(reading.row().qualityFlag()).as(header).isPositive();
    Reading flagged =
        Reading.of("x.csv", lines("MJD," + header + ",err,band,is_limit", "59291.1,12.3,0.1,V,0"));
    assertThat(flagged.row().qualityFlag()).as(header + " beside a flag").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "mag_type,det,lim",
    "mag_type,det,UL",
    "phot_type,detection,upper limit",
    "measurementtype,detected,nondetection",
    "magnitude type,obs,limit"
  })
  void kindThatIsDetectionOrLimit_isAFlag(String name, String no, String yes) {
    Reading reading = flagged(name, no, yes);

    assertThat(second(reading).limit()).isEqualTo(18.3);
    assertThat(reading.rows().get(0).brightness().isLimit()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notes|clear|upper limit, clouds",
        "notes|clear|3 sigma upper limit",
        "comment|clear|UL (clouds)",
        "remarks|clear|below limit",
        "Note on mag||3sig lim",
        "remarks|clear|Not detected; moon",
        "observer|AB|limit",
        "comment||nothing seen",
        "remarks||limiting magnitude",
        "Bemerkung||nicht sichtbar",
        "Bemerkung||Grenzgröße",
        "notes|clear|invisible",
        "source|paper|upper limit",
        "instrument|CCD|nondetection"
      })
  void remarkThatBeginsWithALimit_isOne(String name, String no, String yes) {
    Reading reading = flagged(name, no, '"' + yes + '"');

    assertThat(second(reading).limit()).isEqualTo(18.3);
    assertThat(reading.rows().get(0).brightness().isLimit()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "notes|clear|<18.1",
        "notes|clear|not detected at this limit",
        "comment|clear|fainter than comp 152",
        "comment|clear|star not visible in clouds",
        "class||limit?",
        "observer|AB|UL"
      })
  void remarkWithAWordOfLimits_leavesADoubt(String name, String no, String yes) {
    Reading reading = flagged(name, no == null ? "" : no, yes);

    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rows().get(1).qualityFlag()).isEqualTo(1);
    assertThat(reading.rows().get(1).notes()).contains("'%s' says '%s'".formatted(name, yes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clear",
        "limiting star seen",
        "seeing bad",
        "limit_0001.fits",
        "unlimited",
        "http://a/limit"
      })
  void remarkWithoutAWordOfLimits_leavesNone(String remark) {
    Reading reading = flagged("notes", "nothing", remark);

    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 0);
  }

  @Test
  void remarkBehindARow_speaksOfItsValue() {
    Reading reading =
        Reading.of(
            "a.csv",
            Reading.lines(
                "MJD,mag,err,band",
                "59291.1,15.5,0.1,V",
                "59292.1,18.3,,V # upper limit",
                "59293.1,18.3,,V # close to limit"));

    assertThat(second(reading).limit()).isEqualTo(18.3);
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 0, 1);
  }

  @Test
  void notesOfAReport_thatSpeakOfLimits_count() {
    Reading reading =
        Reading.of(
            "a.txt",
            Reading.lines(
                "#TYPE=EXTENDED",
                "#OBSCODE=ABC",
                "#SOFTWARE=x",
                "#DELIM=,",
                "#DATE=JD",
                "#OBSTYPE=CCD",
                "V1405 CAS,2459291.6,15.5,0.1,V,NO,STD,C,1,K,1,na,na,na,na",
                "V1405 CAS,2459292.6,18.3,0.1,V,NO,STD,C,1,K,1,na,na,na,upper limit",
                "V1405 CAS,2459293.6,18.3,0.1,V,NO,STD,C,1,K,1,na,na,na,near the limit"));

    assertThat(second(reading).isLimit()).isTrue();
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit", "upper limit", "nondet", "<", "UL"})
  void cellThatSpeaksOfLimits_countsAmongManyKinds(String cell) {
    Reading reading =
        Reading.of(
            "a.csv",
            Reading.lines(
                "MJD,mag,err,band,Obs_type",
                "59291.1,15.5,0.1,V,CCD",
                "59292.1,18.3,,V," + cell,
                "59293.1,15.5,0.1,V,VIS",
                "59294.1,15.5,0.1,V,PEP",
                "59295.1,15.5,0.1,V,DSLR",
                "59296.1,15.5,0.1,V,PG"));

    Measurement limit = reading.rows().get(1);
    assertThat(limit.brightness().isLimit() || limit.qualityFlag() == 1).isTrue();
    assertThat(reading.rows()).filteredOn(row -> row.brightness().isLimit()).hasSizeLessThan(2);
  }

  @Test
  void limitFarDownAmongManyKinds_counts() {
    String rows =
        IntStream.range(0, 300)
            .mapToObj(i -> "%s,15.5,0.1,V,note %s\n".formatted(59_000 + i * 0.01, i))
            .collect(Collectors.joining());

    Reading reading =
        Reading.of("a.csv", "MJD,mag,err,band,sky\n" + rows + "59291.1,18.3,,V,upper limit\n");

    assertThat(reading.rows().get(300).brightness().limit()).isEqualTo(18.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LT", "GT"})
  void telescopeThatIsCalledLikeASign_makesNoLimit(String telescope) {
    Reading reading = flagged("station", "NOT", telescope);

    assertThat(reading.rows()).noneMatch(row -> row.brightness().isLimit());
    assertThat(second(flagged("relation", "eq", telescope)).isLimit()).isTrue();
    assertThat(second(flagged("how", "=", telescope)).isLimit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mag_lim_flag", "is_ul", "detected"})
  void questionMarkInAFlagOfLimits_rejectsItsRow(String name) {
    Reading reading =
        Reading.of(
            "a.csv",
            Reading.lines(
                "MJD,mag,err,band," + name,
                "59291.1,15.5,0.1,V,0",
                "59292.1,18.3,,V,?",
                "59293.1,15.6,0.1,V,1"));

    assertThat(reading.codes()).containsExactly(LIMIT_FLAG_UNCLEAR);
  }

  @ParameterizedTest
  @CsvSource({"code,'',U", "bound,'',L", "n_mag,'',b", "DU,D,U", "what,1,2", "code,'',q"})
  void codeThatNobodyKnows_leavesADoubt_andEachRemedyMendsIt(String name, String no, String yes) {
    String text =
        Reading.lines(
            "MJD,mag,err,band," + name,
            "59291.1,15.5,0.1,V," + no,
            "59292.1,18.3,,V," + yes,
            "59293.1,15.5,0.1,V," + no);
    Reading bare = Reading.of("a.csv", text);
    String values = (no.isEmpty() ? "" : "\"%s\": \"detection\", ".formatted(no));
    String flag =
        "{\"columns\": {\"%s\": \"limit-flag\"}, \"limit-values\": {%s\"%s\": \"limit\"}}"
            .formatted(name, values, yes);
    String none = "{\"columns\": {\"%s\": \"none\"}}".formatted(name);

    assertThat(bare.rows()).allMatch(row -> row.qualityFlag() == 1);
    assertThat(bare.row().notes()).contains("nobody understood", name);
    assertThat(bare.understood().columns().get(4).reason()).contains(flag, none);
    Reading flags = Reading.of("a.csv", text, flag);
    assertThat(flags.rows()).as("%s", flags).hasSize(3).allMatch(row -> row.qualityFlag() == 0);
    assertThat(second(flags).limit()).isEqualTo(18.3);
    assertThat(Reading.of("a.csv", text, none).rows())
        .noneMatch(row -> row.brightness().isLimit() || row.qualityFlag() > 0);
  }

  @Test
  void codesOfAShortSection_leaveADoubtToo() {
    String section = "59291.1,15.5,0.1,V,D\n59292.1,18.3,,V,U\n59293.1,15.5,0.1,V,D\n";

    Reading reading =
        Reading.of("a.csv", "MJD,mag,err,band,code\n" + section + "# Observer: X\n" + section);

    assertThat(reading.rows()).hasSize(6).allMatch(row -> row.qualityFlag() == 1);
  }
}
