package org.novacat.layouts.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
  @ParameterizedTest
  @CsvSource({
    "'', 3, ''",
    "abc, 3, abc",
    "abcd, 3, ab…",
    "abcd, 1, …",
    // Each of these letters is two chars.
    "🌟🌟🌟, 3, 🌟🌟🌟",
    "🌟🌟🌟🌟, 3, 🌟🌟…",
  })
  void text_isCutBetweenLetters(String text, int longest, String expected) {
    assertThat(Excerpt.of(text, longest)).isEqualTo(expected);
  }
}
