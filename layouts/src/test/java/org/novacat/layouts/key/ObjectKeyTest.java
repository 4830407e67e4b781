package org.novacat.layouts.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class ObjectKeyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "raw/spectra/x/primary.fits",
        "at=2026-02-21T20:45:10Z/photometry_table.parquet",
        "_tcrb_20230526_928.fit",
        "T CrB (copy) 1+2, ok!'$&@;.fit",
        "Étoile/β Lyr 新星.fits",
        "...",
        "..a/.b"
      })
  void safeText_isAKey(String text) {
    assertThat(ObjectKey.of(text).toString()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''      | Cannot use object key '': it is empty (a key has 1 to 1024 bytes)
          /a      | Cannot use object key '/a': it begins or ends with '/' (leave the slash out)
          a/      | Cannot use object key 'a/': it begins or ends with '/' (leave the slash out)
          a//b    | Cannot use object key 'a//b': segment 2, '', is empty (leave out the doubled slash)
          a/./b   | Cannot use object key 'a/./b': segment 2, '.', is a step between folders (write the path without it)
          a/../b  | Cannot use object key 'a/../b': segment 2, '..', is a step between folders (write the path without it)
          ..      | Cannot use object key '..': segment 1, '..', is a step between folders (write the path without it)
          a/b#c   | Cannot use object key 'a/b#c': segment 2, 'b#c', holds '#' (U+0023), which no key may hold (rename it)
          """,
      delimiter = '|',
      quoteCharacter = '"')
  void brokenRule_isNamedWithItsSegment(String text, String message) {
    String key = text.equals("''") ? "" : text;

    assertThatThrownBy(() -> ObjectKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "{", "}", "^", "%", "`", "[", "]", "\"", "~", "<", ">", "#", "|"})
  void characterThatS3AdvisesAgainst_isRefused(String character) {
    assertThatThrownBy(() -> ObjectKey.of("a" + character + "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds '" + character + "' (U+00");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 10, 13, 0x1b, 0x7f, 0x85, 0x9b, 0x2028, 0x2029, 0xd800, 0xdfff})
  void invisibleCharacter_isRefusedAndWrittenOut(int codePoint) {
    assertThatThrownBy(() -> ObjectKey.of("dir/a" + Character.toString(codePoint) + "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            String.format(Locale.ROOT, "Cannot use object key 'dir/a\\u%04x", codePoint)
                + String.format(Locale.ROOT, "b': segment 2, 'a\\u%04x", codePoint)
                + String.format(
                    Locale.ROOT, "b', holds U+%04X, which no key may hold (rename it)", codePoint));
  }

  @Test
  void length_isCountedInBytesOfUtf8() {
    assertThatCode(() -> ObjectKey.of("é".repeat(512))).doesNotThrowAnyException();
    assertThatThrownBy(() -> ObjectKey.of("é".repeat(512) + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("…': it has 1025 bytes of UTF-8 (a key has 1 to 1024)");
  }

  @Test
  void fileName_isTheLastSegment() {
    assertThat(ObjectKey.of("a/b.fits").fileName()).isEqualTo("b.fits");
    assertThat(ObjectKey.of("b.fits").fileName()).isEqualTo("b.fits");
  }

  @Test
  void order_isThatOfUtf8Bytes() {
    Seeded.cases(
        1000,
        random -> {
          ObjectKey a = ObjectKey.of(Names.unicode(random));
          ObjectKey b = ObjectKey.of(Names.unicode(random));

          int byBytes =
              Arrays.compareUnsigned(a.value().getBytes(UTF_8), b.value().getBytes(UTF_8));

          assertThat(Integer.signum(a.compareTo(b))).isEqualTo(Integer.signum(byBytes));
          assertThat(a.compareTo(ObjectKey.of(a.value()))).isZero();
        });
  }

  @Test
  void order_isNotThatOfChars() {
    ObjectKey privateUse = ObjectKey.of("\uE000");
    ObjectKey beyondTheBmp = ObjectKey.of("\uD83C\uDF1F");

    assertThat(privateUse).isLessThan(beyondTheBmp);
    assertThat(privateUse.value()).isGreaterThan(beyondTheBmp.value());
  }
}
