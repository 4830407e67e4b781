package org.novacat.layouts.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkyFrameTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', ICRS, NaN",
    "'', '0.0', ICRS, NaN",
    "'', '2000.0', FK5, 2000",
    "'', 'J2000', FK5, 2000",
    "'', '+2.0000000E+03', FK5, 2000",
    "'', '2023.4', FK5, 2023.4",
    "'', '1950.0', FK4, 1950",
    "'', 'B1950', FK4, 1950",
    "'', 'B1950.0', FK4, 1950",
    "'', '1900', FK4, 1900",
    "'', 'apparent', APPARENT, NaN",
    "FK4, '', FK4, 1950",
    "FK4-NO-E, 1950.0, FK4, 1950",
    "FK5, '', FK5, 2000",
    "FK5, 1950.0, FK5, 1950",
    "fk5, 2000, FK5, 2000",
    "ICRS, 2000.0, ICRS, NaN",
    "ICRS, '', ICRS, NaN",
    "GAPPT, '', APPARENT, NaN",
    "ICRS, 1950.0, UNCLEAR, NaN",
    "FK5, B1950, UNCLEAR, NaN",
    "FK4, J2000, UNCLEAR, NaN",
    "FK4, 2000.0, UNCLEAR, NaN",
    "TOPOCENT, '', UNCLEAR, NaN",
    "'', 'yes', UNCLEAR, NaN",
    "'', '20000', UNCLEAR, NaN"
  })
  void wordsOfAFile_giveItsFrame(String radesys, String equinox, SkyFrame.Kind kind, Double year) {
    SkyFrame frame = SkyFrame.of(radesys, equinox);

    assertThat(frame.kind()).isEqualTo(kind);
    assertThat(frame.equinox()).isEqualTo(year);
    assertThat(frame.isClear()).isEqualTo(kind != SkyFrame.Kind.UNCLEAR);
  }
}
