package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.Observation;

class ObservationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "19.658 | 84.06 | 19.658 | 84.06",
        "'01:00:33.40' | '+13:00:10.0' | 15.139167 | 13.002778",
        "'05:19:00.0' | '-00:30:00.' | 79.75 | -0.5",
        "'18 36 56.3' | '38 47 01' | 279.234583 | 38.783611"
      })
  void position_isDegreesAsNumber_andHoursAsText(
      String ra, String dec, double raDeg, double decDeg) {
    Observation o = observation("RA      = " + ra, "DEC     = " + dec);

    assertThat(o.raDeg()).isCloseTo(raDeg, within(1e-6));
    assertThat(o.decDeg()).isCloseTo(decDeg, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"-1, 91", "361, -91", "'''25:70''', '''x'''", "'''''', ''"})
  void positionOutOfRangeOrNone_isNull(String ra, String dec) {
    Observation o = observation("RA      = " + ra, "DEC     = " + dec);

    assertThat(o.decDeg()).isNull();
  }

  @Test
  void positionOfTheTarget_isPreferredToThatOfTheTelescope() {
    Observation o =
        observation("RA      = 145.9", "DEC     = 0.1", "PLUG_RA = 147.3", "PLUG_DEC= 0.2");

    assertThat(o.raDeg()).isEqualTo(147.3);
  }

  @Test
  void unknownTarget_isLookedForElsewhere() {
    assertThat(observation("TARGNAME= 'UNKNOWN'", "TARGPROP= 'J0100+2802'").object())
        .isEqualTo("J0100+2802");
  }

  @Test
  void velocityFacts_areKeptRaw() {
    assertThat(observation("BSS_VHEL= -12.5", "SPECSYS = 'HELIOCEN'").extras())
        .containsEntry("BSS_VHEL", "-12.5")
        .containsEntry("SPECSYS", "HELIOCEN");
  }

  private static Observation observation(String... cards) {
    return Observations.of(Cards.of(FitsBytes.emptyPrimary(cards).open().header()));
  }
}
