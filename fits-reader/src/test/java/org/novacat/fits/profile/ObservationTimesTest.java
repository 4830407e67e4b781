package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;

class ObservationTimesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "JD-MID  = 2459646.3491; JD-OBS  = 2459646.3282; EXPTIME = 3610     | 59645.8491 | JD-MID",
        "TMID    = 56215.03217; MJD-OBS = 56215.01; EXPTIME = 10            | 56215.03217 | TMID",
        "EXPSTART= 57894.0; EXPEND  = 57894.01                      | 57894.005 | (EXPSTART + EXPEND)/2",
        "MJD-OBS = 54203.5; EXPTIME = 172.8                         | 54203.501 | MJD-OBS + EXPTIME/2",
        "MJD-OBS = 54203.5; MJD-END = 54203.6; EXPTIME = 172.8      | 54203.55 | (MJD-OBS + MJD-END)/2",
        "JD-OBS  = '2460166.3209'; EXPTIME = 864.0                  | 60165.8259 | JD-OBS + EXPTIME/2",
        "DATE-OBS= '2012-09-25T12:00:00'; EXPTIME = 172.8           | 56195.501 | DATE-OBS + EXPTIME/2",
        "DATE-OBS= '2012-09-25T12:00:00'                            | 56195.5 | DATE-OBS (start)",
        "DATE-OBS= '2023-08-09T12:00:00.2285888'                    | 60165.5000026457 | DATE-OBS (start)",
        "DATE-OBS= '2010-07-16'; UT      = '12:00:00'; EXPTIME = 0  | 55393.5 | DATE-OBS and UT (start)",
        "DATE-OBS= '2009-12-23'                                     | 55188 | DATE-OBS (day only)",
        "DATE-OBS= '22/04/93'                                 | 49099 | DATE-OBS dd/mm/yy (day only)",
        "MJD-OBS = 2965661.58; DATE-OBS= '2000-08-04T12:00:00'      | 51760.5 | DATE-OBS (start)",
        "MJD     = 51602                                            | 51602 | MJD (day only)"
      })
  void cards_giveTheBestTimeThereIs(String cards, double mjd, String source) {
    ObservationTime time = times(cards);

    assertThat(time.mjd()).isCloseTo(mjd, within(1e-9));
    assertThat(time.source()).isEqualTo(source);
    assertThat(time.scale()).isEqualTo(TimeScale.UTC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "DATE-OBS= ''",
        "DATE-OBS= '2012-13-45T12:00:00'",
        "DATE-OBS= 'yesterday'",
        "MJD-OBS = 2965661.58",
        "JD-OBS  = 0",
        "DATE-OBS= '1812-09-25T12:00:00'",
        "OBJECT  = 'x'"
      })
  void nonsense_givesNoTime(String cards) {
    assertThat(times(cards)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"tai, TAI", "TDB, TDB", "TT, TT", "UT1, UTC", "UTC, UTC", "LOCAL, UNKNOWN"})
  void timesys_givesTheScale(String timesys, TimeScale scale) {
    assertThat(times("MJD-OBS = 54203.5; TIMESYS = '" + timesys + "'").scale()).isEqualTo(scale);
  }

  @Test
  void taiCards_areSecondsOfTai() {
    ObservationTime time = times("TAI-BEG = 4823808510.0; TAI-END = 4823808530.0");

    assertThat(time.mjd()).isCloseTo(4823808520.0 / 86400, within(1e-9));
    assertThat(time.scale()).isEqualTo(TimeScale.TAI);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"EXPTIME = 3610 | 3610", "EXPTIME = '6 x 600 s'; TEXPTIME= 3600 | 3600"})
  void exposure_isTheFirstThatIsANumber(String cards, double seconds) {
    assertThat(ObservationTimes.exposureSeconds(cards(cards))).isEqualTo(seconds);
  }

  private static ObservationTime times(String cards) {
    return ObservationTimes.of(cards(cards));
  }

  private static Cards cards(String cards) {
    return Cards.of(FitsBytes.emptyPrimary(cards.split("; ")).open().header());
  }
}
