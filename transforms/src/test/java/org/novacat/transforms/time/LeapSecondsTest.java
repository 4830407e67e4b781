package org.novacat.transforms.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jastronomy.jsofa.JSOFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeapSecondsTest {
  private static final LeapSeconds TABLE = LeapSeconds.standard();

  @ParameterizedTest
  @CsvSource({
    "41317, 10", // 1972 January 1
    "41498.9, 10.9", // nine tenths of the day that ends with the first one
    "41499, 11",
    "50083, 30", // 1996 January 1
    "57753, 36", // 2016 December 31
    "57753.5, 36.5",
    "57754, 37",
    "60000.25, 37"
  })
  void offset_isThatOfBulletinC(double mjd, double seconds) {
    assertThat(TABLE.taiMinusUtc(mjd)).isCloseTo(seconds, within(1e-9));
  }

  @Test
  void everyDayUntil2017_agreesWithSofa() throws Exception {
    for (double mjd = LeapSeconds.FIRST + 0.7; mjd < 58_000; mjd++) {
      JSOFA.JulianDate tai = JSOFA.jauUtctai(2_400_000.5, mjd);
      double sofa = (tai.djm0 - 2_400_000.5 + tai.djm1 - mjd) * 86_400;
      assertThat(TABLE.taiMinusUtc(mjd)).as("MJD %s", mjd).isCloseTo(sofa, within(1e-5));
    }
  }

  @Test
  void before1972_isRefused() {
    assertThatThrownBy(() -> TABLE.taiMinusUtc(41_316.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leap seconds begin at 41317");
  }

  @Test
  void table_saysHowLongItIsValid() {
    assertThat(TABLE.validUntilMjd()).isEqualTo(61_219); // 2026 June 28
  }
}
