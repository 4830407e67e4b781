package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;

class ObservationTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "JD-MID  = 2459646.3491; JD-OBS  = 2459646.3282; EXPTIME = 3610     | 59645.8491 | JD-MID",
        "TMID    = 56215.03217; MJD-OBS = 56215.01; EXPTIME = 3600          | 56215.03217 | TMID",
        "EXPSTART= 57894.0; EXPEND  = 57894.01                      | 57894.005 | (EXPSTART + EXPEND)/2",
        "MJD-OBS = 54203.5; EXPTIME = 172.8                         | 54203.501 | MJD-OBS + EXPTIME/2",
        "MJD-OBS = 54203.5; MJD-END = 54203.6; EXPTIME = 172.8      | 54203.55 | (MJD-OBS + MJD-END)/2",
        "JD-OBS  = '2460166.3209'; EXPTIME = 864.0                  | 60165.8259 | JD-OBS + EXPTIME/2",
        "DATE-OBS= '2012-09-25T12:00:00'; EXPTIME = 172.8           | 56195.501 | DATE-OBS + EXPTIME/2",
        "DATE-OBS= '2012-09-25T12:00:00'                            | 56195.5 | DATE-OBS (start)",
        "DATE-OBS= '2023-08-09T12:00:00.2285888'                    | 60165.5000026457 | DATE-OBS (start)",
        "DATE-OBS= '2010-07-16'; UT      = '12:00:00'; EXPTIME = 0  | 55393.5 | DATE-OBS and UT (start)",
        "DATE-OBS= '2009-12-23'                                     | 55188 | DATE-OBS (day only)",
        "DATE-OBS= '22/04/93'                                       | 49099 | DATE-OBS (day only)",
        "MJD-OBS = 2965661.58; DATE-OBS= '2000-08-04T12:00:00'      | 51760.5 | DATE-OBS (start)",
        "MJD     = 51602                                            | 51602 | MJD (day only)"
      })
  void cards_giveTheBestTimeThereIs(String cards, double mjd, String source) {
    ObservationTime time = time(cards);

    assertThat(time.mjd()).isCloseTo(mjd, within(1e-9));
    assertThat(time.source()).isEqualTo(source);
    assertThat(time.scale()).isEqualTo(TimeScale.UTC);
  }

  /** 2023-05-26T21:00 is MJD 60090.875, ten minutes later 60090.88194. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "JD      = 2460091.375; EXPTIME = 1200                      | 60090.88194",
        "JULDATE = 2460091.375; EXPTIME = 1200                      | 60090.88194",
        "JULIAN  = '2460091.375'; EXPTIME = 1200                    | 60090.88194",
        "JD_START= 2460091.375; JD_END  = 2460091.388888            | 60090.88194",
        "MJD_OBS = 60090.875; EXPTIME = 1200                        | 60090.88194",
        "MJDSTART= 60090.875; EXPTIME = 1200                        | 60090.88194",
        "MJD-BEG = 60090.875; MJD-END = 60090.88889                 | 60090.88194",
        "MJD-AVG = 60090.88194                                      | 60090.88194",
        "DATE-AVG= '2023-05-26T21:10:00'                            | 60090.88194",
        "DATE-AVG= '2023-05-26T21:10:00'; DATE-OBS= '2023-05-26T19:10:00' | 60090.88194",
        "DATE-BEG= '2023-05-26T21:00:00'; DATE-END= '2023-05-26T21:20:00' | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-END= '2023-05-26T21:20:00' | 60090.88194",
        "DATE-END= '2023-05-26T21:20:00'; EXPTIME = 1200            | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00Z'; EXPTIME = 1200           | 60090.88194",
        "DATE-OBS= '2023-05-26T23:00:00+02:00'; EXPTIME = 1200      | 60090.88194",
        "DATE-OBS= '2023-05-26T14:00:00-0700'; EXPTIME = 1200       | 60090.88194",
        "DATE-OBS= '2023-05-26 21:00:00 UT'; EXPTIME = 1200         | 60090.88194",
        "DATE-OBS= '2023/05/26'; UT      = '21:00:00'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '26/05/2023'; UTSHUT  = '21:00:00.0'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '26-MAY-2023'; UTC-OBS = '21:00'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT      = '21:00:00 UT'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT      = '21 00 00' / Greenwich mean time; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; TM-START= 75600.0 / (sec); EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT      = 21.0; EXPTIME = 1200     | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT      = '21.0'; EXPTIME = 1200   | 60090.88194",
        "DATE-OBS= '2023-05-26'; UTC     = 75600.0 / at start (sec); EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; UTMIDDLE= '21:10:00'; UT      = '21:00:00' | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT-MID  = '21:10:00'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT-END  = '21:20:00'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; UT      = '21:00:00'; UTC-END = '21:20:00' | 60090.88194",
        "DATE-OBS= '2023-05-26'; TIME-OBS= '21:00:00'; TIME-END= '21:20:00' | 60090.88194",
        "DATE-OBS= '2023-05-26T00:00:00'; UT      = '21:00:00'; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26'; MJD     = 60090.875; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00'; MJD-OBS = 60090.0; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00'; MJD-OBS = 60090; EXPTIME = 1200   | 60090.88194",
        "MJD     = 60090; UT      = '21:00:00'; EXPTIME = 1200      | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = '4 x 300 s'     | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = 20 / [min] all  | 60090.88194",
        "DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = '00:20:00'      | 60090.88194",
        "DATE-OBS= '2023-05-26T21:10:00' / UTC at middle of exposure; EXPTIME = 1200 | 60090.88194",
        "DATE-OBS= '2023-05-26T21:20:00' / end of exposure; EXPTIME = 1200 | 60090.88194",
        "JD      = 2460091.38194 / JD at midpoint of visit; EXPTIME = 1200 | 60090.88194",
        "MJD-OBS = 2460091.375; EXPTIME = 1200                      | 60090.88194",
        "DATE-OBS= '2460091.375'; EXPTIME = 1200                    | 60090.88194",
        "MJDREF  = 60090.0; TSTART  = 75600.0; TSTOP   = 76800.0    | 60090.88194",
        "MJDREFI = 60090; MJDREFF = 0.5; TSTART  = 0.375; TSTOP   = 0.388888; TIMEUNIT= 'd' | 60090.88194",
        "OBSDATE = '2023.5.26'; OBSTIME = '21:00:00'; EXPTIME = 1200 | 60090.88194"
      })
  void cardsOfEveryKind_giveTheSameMiddle(String cards, double mjd) {
    ObservationTime time = time(cards);

    assertThat(time.mjd()).isCloseTo(mjd, within(1.2e-5));
    assertThat(time.precisionDays()).isLessThan(0.02);
    assertThat(time.scale()).isEqualTo(TimeScale.UTC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "DATE-OBS= '2023-05-26'; UT      = '23:50:00'; UT-END  = '00:10:00' | 60091.0",
        "DATE-OBS= '2023-05-26'; UT-STR  = '23:50:00'; UT-END  = '00:10:00' | 60091.0",
        "DATE-OBS= '2023-05-26T23:50:00'; UTMIDDLE= '00:00:30'      | 60091.00034722",
        "DATE-OBS= '2023-05-26T24:00:00'; EXPTIME = 60              | 60091.00034722",
        "DATE-OBS= '2016-12-31T23:59:60.5'                          | 57754.00000579"
      })
  void timesAroundMidnight_areOnTheRightDay(String cards, double mjd) {
    assertThat(time(cards).mjd()).isCloseTo(mjd, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "DATE-OBS= '2023-05-26T21:00:00'; MJD-OBS = 59000.0; EXPTIME = 1200 | MJD-OBS = 59000.0 | DATE-OBS = 2023-05-26T21:00:00",
        "DATE-OBS= '2023-05-26T21:00:00'; MJD-OBS = 60091.375; EXPTIME = 1200 | MJD-OBS = 60091.375 | 12.00 h",
        "DATE-OBS= '2023-05-26T21:00:00'; TIME-OBS= '23:00:00'; EXPTIME = 1200 | TIME-OBS = 23:00:00 | 2.00 h",
        "DATE-OBS= '2023-05-26T21:00:00'; JD      = 2460001.375     | JD = 2460001.375 | 90.0 d",
        "DATE-OBS= '2023-05-26'; JD      = 2460081.375              | DATE-OBS = 2023-05-26 | JD",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-END= '2023-05-26T20:00:00' | DATE-OBS | DATE-END",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-AVG= '2023-05-29T21:00:00'; EXPTIME = 600 | DATE-AVG | DATE-OBS",
        "MJD-AVG = 60090.5; JD-MID  = 2460092.5; EXPTIME = 60       | MJD-AVG | JD-MID",
        "MJD-AVG = 60090.95; MJD-OBS = 60090.875; MJD-END = 60090.900 | MJD-AVG | MJD-END",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-BEG= '2022-05-26T21:00:00' | DATE-BEG | DATE-OBS",
        "DATE-OBS= '2023-05-26'; UT      = '21:00:00'; MJD-OBS = 60100.875 | MJD-OBS | DATE-OBS",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-OBS= '2020-05-26T21:00:00' | 2023-05-26 | 2020-05-26"
      })
  void cardsThatContradictEachOther_giveNoTimeAndANote(String cards, String one, String other) {
    Observation observation = observation(cards);

    assertThat(observation.time()).isNull();
    assertThat(observation.notes())
        .anySatisfy(note -> assertThat(note).contains("contradict", one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MJD-AVG = 60090.88194; DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = 1200",
        "MJD-OBS = 60090.8758; DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = 1200",
        "MJD-OBS = 60090.88194; DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26'; MJD-OBS = 60091.3; EXPTIME = 1200",
        "DATE-OBS= '2023-05-27'; MJD-OBS = 60090.6; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:00'; HJD     = 2460091.3790; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:00'; JD-HEL  = 0; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:00'; JD-OBS  = 2460091.4; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:00'; TAI-BEG = 5191851637.0; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:37'; TIMESYS = 'TAI'; UTC-OBS = '21:00:00'; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:00'; JD-MID  = 2460091.39; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-OBS= '2023-05-26T21:00:00.5'; EXPTIME = 1200"
      })
  void cardsThatDifferByTheirMeaningOnly_giveATime(String cards) {
    assertThat(observation(cards).time()).isNotNull();
  }

  @Test
  void startsThatDifferByLessThanTheExposure_areNoted_andKnownToThatOnly() {
    Observation observation =
        observation("DATE-OBS= '2023-05-26T21:00:00'; MJD-OBS = 60090.89583; EXPTIME = 3600");

    assertThat(observation.time().precisionDays()).isCloseTo(0.020833, within(1e-5));
    assertThat(observation.notes())
        .containsExactly(
            "MJD-OBS = 60090.89583 and DATE-OBS = 2023-05-26T21:00:00 are 0.50 h apart, less than"
                + " the exposure; the time is known to that only.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "DATE-OBS= ''",
        "DATE-OBS= '2012-13-45T12:00:00'",
        "DATE-OBS= 'yesterday'",
        "DATE-OBS= '05/06/2023'",
        "DATE-OBS= '26/05/23'",
        "DATE-OBS= '2023-05-26T25:00:00'",
        "DATE-OBS= '1970-01-01T00:00:00'",
        "DATE-OBS= '2023-05-26T21:00:00' / local time",
        "MJD-OBS = 2965661.58",
        "JD-OBS  = 0",
        "JD      = 60090.875",
        "ST      = '21:00:00'",
        "DATE    = '2023-05-26T21:00:00'",
        "DATE-OBS= '1812-09-25T12:00:00'",
        "OBJECT  = 'x'"
      })
  void nonsense_givesNoTime(String cards) {
    assertThat(observation(cards).time()).isNull();
  }

  @Test
  void cardThatCannotBeUsed_isNamed() {
    assertThat(observation("DATE-OBS= '05/06/2023'; MJD-OBS = 2965661.58").notes())
        .containsExactly(
            "MJD-OBS = 2965661.58 is no time that can be read and is not used.",
            "DATE-OBS = 05/06/2023 is no time that can be read and is not used.");
  }

  @ParameterizedTest
  @CsvSource({"tai, TAI", "TDB, TDB", "TT, TT", "UT1, UTC", "UTC, UTC", "LOCAL, UNKNOWN"})
  void timesys_givesTheScale(String timesys, TimeScale scale) {
    assertThat(time("MJD-OBS = 54203.5; TIMESYS = '" + timesys + "'").scale()).isEqualTo(scale);
  }

  @Test
  void timesysThatIsNotKept_isNoted() {
    assertThat(observation("DATE-OBS= '2023-05-26T21:00:00'; TIMESYS = 'LOCAL'").notes())
        .anyMatch(note -> note.startsWith("TIMESYS = 'LOCAL' is a time scale that is not kept"));
    assertThat(observation("DATE-OBS= '2023-05-26T21:00:00'; TIMESYS = 'UTC'").notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATE-OBS= '2023-05-26'; UT-END  = '00:15:00'; EXPTIME = 1200",
        "DATE-OBS= '2023-05-26'; UTMIDDLE= '00:05:00'; EXPTIME = 1200"
      })
  void exposuresBegunOnTheDayBefore_areKnownToADay(String cards) {
    Observation observation = observation(cards);

    assertThat(observation.time().precisionDays()).isEqualTo(1);
    assertThat(observation.notes()).anyMatch(note -> note.contains("known to 1 d only"));
  }

  @Test
  void taiCards_areSecondsOfTai() {
    ObservationTime time = time("TAI-BEG = 4823808510.0; TAI-END = 4823808530.0");

    assertThat(time.mjd()).isCloseTo(4823808520.0 / 86400, within(1e-9));
    assertThat(time.scale()).isEqualTo(TimeScale.TAI);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        "DATE-OBS= '2023-05-26'; EXPTIME = 1200                      | 1          | 0.013889 | 1",
        "DATE-OBS= '2023-05-26T21:00:00'; EXPTIME = 1200             | 1.1574e-5  | 0.013889 | 0",
        "DATE-OBS= '2023-05-26T21:00'; EXPTIME = 1200                | 6.9444e-4  | 0.013889 | 0",
        "JD      = 2.46009E+06                                       | 10         | -        | 1",
        "MJD-OBS = 60090.8; EXPTIME = 1200                           | 0.1        | 0.013889 | 1",
        "MJD-OBS = 60090.875; MJD-END = 60150.875; EXPTIME = 3600    | 0.001      | 60       | 1",
        "DATE-OBS= '2023-05-26'; DATE-END= '2023-08-26'              | 1          | 92       | 2",
        "DATE-OBS= '2023-05-26T21:00:00'; DATE-END= '2023-05-27T01:00:00' | 1.1574e-5 | 0.166667 | 0",
        "TEXPSTRT= 57894.08679; TEXPEND = 57894.09406; EXPTIME = 628 | 1e-5       | 0.00727  | 0",
        "TAI     = 4558640376.80; MJDLIST = '52761 52762'; EXPTIME = 3600 | 0.020833 | 1   | 1",
        "DATE-OBS= '2023-05-26T00:00:00'; EXPTIME = 1200             | 1          | 0.013889 | 1"
      })
  void precisionAndSpan_areKnown(String cards, double precision, Double span, int doubts) {
    Observation observation = observation(cards);
    ObservationTime time = observation.time();

    assertThat(time.precisionDays()).isCloseTo(precision, within(precision * 1e-3));
    if (span == null) {
      assertThat(time.spanDays()).isNull();
    } else {
      assertThat(time.spanDays()).isCloseTo(span, within(1e-4));
    }
    assertThat(observation.notes().stream().filter(note -> note.contains("no instant")))
        .hasSize(doubts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "EXPTIME = 3610 | 3610",
        "EXPTIME = '6 x 600 s' | 3600",
        "EXPTIME = 'long'; TEXPTIME= 3600 | 3600",
        "EXPTIME = '20 min' | 1200",
        "EXPTIME = 0.5 / [h] total | 1800",
        "EXPTIME = 500 / exposure (ms) | 0.5",
        "EXPTIME = 1200000 / exposure time in ms | 1200",
        "EXPTIME = 1200 / time in sky and dark | 1200",
        "EXPTIME = 1200 / [s] minimum of all | 1200",
        "EXPOSURE= 20717 / Spectro exposure number; EXPTIME = 900 | 900"
      })
  void exposure_isInSeconds(String cards, double seconds) {
    assertThat(observation(cards).exposureSeconds()).isEqualTo(seconds);
  }

  private static ObservationTime time(String cards) {
    Observation observation = observation(cards);
    assertThat(observation.time()).as("%s", observation.notes()).isNotNull();
    return observation.time();
  }

  private static Observation observation(String cards) {
    return Observations.of(Cards.of(FitsBytes.emptyPrimary(cards.split("; ")).open().header()));
  }
}
