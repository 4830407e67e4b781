package org.novacat.layouts.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.position.SkyFrame;

class PlaceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RA=239.875667;DEC=25.920167",
        "RA=15:59:30.16;DEC=+25:55:12.6",
        "RA=15 59 30.16;DEC=+25 55 12.6",
        "RA=15h59m30.16s;DEC=+25d55m12.6s",
        "RA=239:52:32.4;DEC=25:55:12.6",
        "OBJCTRA=15 59 30.16;OBJCTDEC=+25 55 12.6",
        "RA_TARG=239.875667;DEC_TARG=25.920167;RA=10.0;DEC=10.0",
        "RA=15.99171;DEC=25.920167;OBJCTRA=15 59 30.16;OBJCTDEC=+25 55 12.6",
        "CTYPE1=RA---TAN;CTYPE2=DEC--TAN;CRVAL1=239.875667;CRVAL2=25.920167"
      })
  void positions_areReadInEachForm(String cards) {
    Place place = Place.of(StatedKeys.of(cards.split(";")), 60_090);

    assertThat(place.raDeg()).isCloseTo(239.875667, within(1e-3));
    assertThat(place.decDeg()).isCloseTo(25.920167, within(1e-5));
  }

  @Test
  void hoursOfTheComment_areHours() {
    StatedKeys cards = StatedKeys.of("DEC=25.920167").put("RA", "15.99171111", "RA in hours");

    assertThat(Place.of(cards, 60_090).raDeg()).isCloseTo(239.875667, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RA=239.875667;DEC=25.920167;OBJCTRA=12 00 00;OBJCTDEC=+25 55 12.6",
        "RA=239.875667;DEC=25.920167;CTYPE1=RA---TAN;CTYPE2=DEC--TAN;CRVAL1=10;CRVAL2=10",
        "RA=239.875667;DEC=25.920167;RADEG=239.875667;DECDEG=28.0"
      })
  void cardsOfTwoPlaces_giveNoneAndANote(String cards) {
    Place place = Place.of(StatedKeys.of(cards.split(";")), 60_090);

    assertThat(place.raDeg()).isNull();
    assertThat(place.decDeg()).isNull();
    assertThat(place.notes()).anySatisfy(note -> assertThat(note).contains("different places"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RA=0.0;DEC=0.0", "RA=361;DEC=0", "RA=25:70:00;DEC=1", "RA=10;DEC=91", "RA=10"})
  void whatIsNoPosition_isNone(String cards) {
    assertThat(Place.of(StatedKeys.of(cards.split(";")), 60_090).raDeg()).isNull();
  }

  @Test
  void boresight_isNoTarget() {
    StatedKeys cards =
        StatedKeys.of("DEC=12.08").put("RA", "330.048", "RA of telescope boresight (deg)");

    assertThat(Place.of(cards, 60_090).raDeg()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "EQUINOX=1950.0, FK4",
    "EPOCH=1950.0, FK4",
    "EQUINOX=B1950, FK4",
    "EQUINOX=2000.0;EPOCH=2023.4, FK5",
    "EQUINOX=2023.4, FK5",
    "EPOCH=2000.0, FK5",
    "EPOCH=2010.5, FK5",
    "EPOCH=2023.4, UNCLEAR",
    "RADECSYS=FK4, FK4",
    "RADESYS=ICRS;EQUINOX=2000.0, ICRS",
    "RADESYS=ICRS;EQUINOX=1950.0, UNCLEAR",
    "OBJECT=x, ICRS"
  })
  void frame_isThatOfTheCards(String cards, SkyFrame.Kind kind) {
    StatedKeys keys = StatedKeys.of((cards + ";RA=10;DEC=10").split(";"));

    Place place = Place.of(keys, 60_090.875);

    assertThat(place.frame().kind()).isEqualTo(kind);
    assertThat(place.notes()).hasSize(kind == SkyFrame.Kind.UNCLEAR ? 1 : 0);
  }

  @Test
  void galacticCoordinates_areKeptAsTheyAre_withoutOthers() {
    Place place = Place.of(StatedKeys.of("GLON=42.3738", "GLAT=48.1647"), 60_090);

    assertThat(place.frame().kind()).isEqualTo(SkyFrame.Kind.GALACTIC);
    assertThat(place.raDeg()).isEqualTo(42.3738);
  }
}
