package org.novacat.transforms.plot;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LetteringTest {
  private static final Lettering LETTERS = Lettering.ofHeight(14);

  private static int[] draw(String text) {
    Raster raster = new Raster(60, 40, Colors.PAPER);
    Ink ink = new Ink(raster.bounds());
    LETTERS.draw(ink, text, 10, 25, 1.2);
    ink.paint(raster, Colors.TEXT, raster.bounds());
    return raster.pixels();
  }

  @Test
  void everyPrintableAsciiLetter_hasAShapeOfItsOwn() {
    long shapes = 0;
    for (char letter = '!'; letter <= '~'; letter++) {
      shapes += Arrays.equals(draw("" + letter), draw("漢")) ? 0 : 1;
    }

    assertThat(shapes).isEqualTo('~' - '!' + 1);
  }

  @Test
  void lettersOfLabels_haveAShapeOfTheirOwn() {
    "Åμ⁻⁰¹²³⁴⁵⁶⁷⁸⁹·×−…°±–αβγδη"
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> assertThat(draw(letter)).as(letter).isNotEqualTo(draw("漢")));
  }

  @Test
  void accentThatTheTableLacks_isDropped() {
    assertThat(draw("é")).isEqualTo(draw("e"));
  }

  @Test
  void superscript_isSmallerAndHigher() {
    assertThat(LETTERS.width("²")).isLessThan(LETTERS.width("2"));
    assertThat(lowestInk(draw("²"))).isLessThan(lowestInk(draw("2")) - 4);
  }

  @Test
  void longText_isCutToFit() {
    assertThat(LETTERS.fit("T CrB", 200)).isEqualTo("T CrB");
    String cut = LETTERS.fit("A title that does not fit", 100);
    assertThat(cut).startsWith("A t").endsWith("…");
    assertThat(LETTERS.width(cut)).isLessThanOrEqualTo(100);
  }

  @Test
  void textOfAMillionLetters_isCutAtOnce() {
    String text = "HUGE 🌟 ".repeat(1_000_000);

    assertThat(assertTimeoutPreemptively(ofSeconds(10), () -> LETTERS.fit(text, 100)))
        .startsWith("HUGE")
        .hasSizeLessThan(20);
  }

  @Test
  void ellipsisThatDoesNotFit_standsAlone() {
    assertThat(LETTERS.fit("any", 1)).isEqualTo("…");
  }

  private static int lowestInk(int[] pixels) {
    for (int i = pixels.length - 1; i >= 0; i--) {
      if (pixels[i] != Colors.PAPER) {
        return i / 60;
      }
    }
    return -1;
  }
}
