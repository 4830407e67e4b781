package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.FitsBytes;

class HeaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "KEY     = 'text    '           / comment           | text",
        "KEY     = 'a / b'  / not in the string             | a / b",
        "KEY     = 'O''Meara'                               | O'Meara",
        "KEY     = 'J. O'Meara'         / undoubled quote   | J. O'Meara",
        "KEY     = 'it's 5' o'clock'    / three of them     | it's 5' o'clock",
        "KEY     = 'never closed                            | never closed",
        "KEY     = ''                   / empty             | \"\"",
        "KEY     =                                          | \"\"",
        "KEY     =                      / undefined         | \"\"",
        "KEY     ='no blank after ='                        | no blank after =",
        "KEY     =                    T / fixed             | T",
        "KEY     = 42/ free                                 | 42",
        "KEY     = (1.0, 2.0)                               | (1.0, 2.0)"
      })
  void valueOfACard_isReadInFixedAndFreeFormat(String card, String expected) {
    assertThat(header(card).text("KEY")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "-2, -2",
    "+3., 3",
    ".5, 0.5",
    "1.5E3, 1500",
    "1.5D3, 1500",
    "1.5d-3, 0.0015",
    "'''2460166.3209''', 2460166.3209",
    "NaN, NaN",
    "0x10, NaN",
    "1f, NaN",
    "1 2, NaN"
  })
  void number_isReadAsFitsWritesIt(String text, Double expected) {
    assertThat(header("KEY     = " + text).number("KEY")).isEqualTo(expected);
  }

  /** Found by fuzzing. */
  @Test
  void controlCharacter_breaksNoLineOfTheText() {
    assertThat(header("OBJECT  = 'a\rb\u0001\u0085c'").asText()).endsWith("OBJECT  = 'a?b??c'\n");
  }

  @Test
  void integerWithAFractionOrTooLong_isTheFallback() {
    assertThat(header("KEY     = 12.0").integer("KEY", -7)).isEqualTo(-7);
    assertThat(header("KEY     = 99999999999999999999").integer("KEY", -7)).isEqualTo(-7);
    assertThat(header("KEY     = -9223372036854775808").integer("KEY", -7))
        .isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void longString_goesOnInContinueCards() {
    Header header =
        header(
            "PATH    = '/a/very/long/path/that/goes/on&'",
            "CONTINUE  '/and/on&'",
            "CONTINUE  '/to/its/end' / comment",
            "NEXT    = 1");

    assertThat(header.text("PATH")).isEqualTo("/a/very/long/path/that/goes/on/and/on/to/its/end");
  }

  @Test
  void ampersandWithoutContinue_staysInTheString() {
    assertThat(header("KEY     = 'Smith &'", "NEXT    = 1").text("KEY")).isEqualTo("Smith &");
  }

  @Test
  void hierarchCard_isFoundByItsWords() {
    Header header =
        header("HIERARCH ESO TEL AIRM START = 1.234 / airmass", "HIERARCH OBSERVER='Ada'");

    assertThat(header.number("ESO TEL AIRM START")).isEqualTo(1.234);
    assertThat(header.number("HIERARCH ESO TEL AIRM START")).isEqualTo(1.234);
    assertThat(header.text("HIERARCH OBSERVER")).isEqualTo("Ada");
    assertThat(header.text("ESO TEL AIRM END")).isEmpty();
  }

  @Test
  void repeatedKeyword_theFirstCounts() {
    Header header = header("CDELT1  = 3.6E-06", "CDELT1  = 1.");

    assertThat(header.number("CDELT1")).isEqualTo(3.6e-6);
  }

  @Test
  void cardOutOfPlaceInARealFile_doesNotHideTheAxes() {
    FitsFile file = FitsFile.open(Corpus.file("UM669_nF.fits").bytes(), ReadLimits.DEFAULT);

    assertThat(file.header().keyword(3)).isEqualTo("BUNIT");
    assertThat(file.primary().axes()).containsExactly(16602);
    assertThat(file.header().text("OBSERVER")).isEqualTo("J. O'Meara");
  }

  @Test
  void manyCards_areAllFound() {
    String[] cards = new String[5000];
    for (int i = 0; i < cards.length; i++) {
      cards[i] = String.format(Locale.ROOT, "K%-7d= %d", i, i);
    }
    Header header = header(cards);

    for (int i = 0; i < cards.length; i++) {
      assertThat(header.integer("K" + i, -1)).isEqualTo(i);
    }
    assertThat(header.has("K5000")).isFalse();
  }

  @Test
  void keywordThatSaysDifferentThings_isDisputed() {
    Header header = header("CRVAL1  = 4000.5", "CRVAL1  = 6000.5", "A       = 1.0", "A       = 1.");

    assertThat(header.disputed("CRVAL1")).containsExactly("4000.5", "6000.5");
    assertThat(header.disputed("A")).isEmpty();
    assertThat(header.disputed()).containsOnlyKeys("CRVAL1");
    assertThat(header.settled("CRVAL1")).isEmpty();
    assertThat(header.settled("A")).isEqualTo("1.0");
    assertThat(header.text("CRVAL1")).isEqualTo("4000.5");
  }

  @Test
  void headerOfNothingButDisputes_isReadOnce() {
    String[] cards = new String[14_000];
    for (int i = 0; i < cards.length; i++) {
      cards[i] = String.format(Locale.ROOT, "K%-7d= %d", i % (cards.length / 2), i);
    }

    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertThat(header(cards).disputed()).hasSize(cards.length / 2));
  }

  @Test
  void commentsAndHierarchCards_areNoDispute() {
    Header header =
        header(
            "COMMENT one",
            "COMMENT two",
            "HISTORY a",
            "HISTORY b",
            "HIERARCH A = 1",
            "HIERARCH B = 2");

    assertThat(header.disputed()).isEmpty();
  }

  private static Header header(String... cards) {
    return FitsBytes.emptyPrimary(cards).open().header();
  }
}
