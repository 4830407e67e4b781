package org.novacat.transforms.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

/** Eight bytes at a time find what one at a time finds, wherever it stands. */
class ByteScanTest {
  private static final String SIGNS = "ab\n\r \0\1\13\177\215\351~!\t";

  @Test
  void textsOfAnySigns_areScannedAsByteByByte() {
    Seeded.cases(2000, ByteScanTest::agrees);
  }

  private static void agrees(Random random) {
    byte[] bytes = bytes(random);
    int from = random.nextInt(bytes.length + 1);
    int end = from + random.nextInt(bytes.length - from + 1);

    assertThat(ByteScan.lineEnd(bytes, from)).isEqualTo(first(bytes, from, "\n\r"));
    assertThat(ByteScan.beyondAscii(bytes, from)).isEqualTo(first(bytes, from, "\u008d\u00e9"));
    assertThat(ByteScan.hasZero(bytes, end)).isEqualTo(first(bytes, 0, "\u0000") < end);
    assertThat(ByteScan.isPlain(bytes, from, end))
        .isEqualTo(
            end - from >= 8
                && first(bytes, from, "\n\r\u0000\u0001\u000b\t\u007f\u008d\u00e9") >= from + 8);
  }

  @Test
  void textsOfAnySigns_haveAsManyLinesAsAWalkCounts() {
    Seeded.cases(2000, ByteScanTest::counts);
  }

  private static void counts(Random random) {
    SourceText text = new SourceText(bytes(random), random.nextInt(3), ISO_8859_1, "ISO-8859-1");
    TextLines lines = new TextLines(text);
    int longest = 0;
    while (lines.next()) {
      longest = Math.max(longest, lines.nextStart() - lines.start());
    }

    assertThat(text.countLines()).isEqualTo(lines.number());
    for (int most = 2; most < 40; most++) {
      if (longest > most) {
        assertThat(text.mayHaveLineOver(most)).as("a line of %s over %s", longest, most).isTrue();
      }
    }
  }

  @Test
  void linesOfAFewBytes_areSurelyNotOverMany() {
    SourceText text = SourceText.of("59000.5,12.3\n".repeat(100).getBytes(ISO_8859_1));

    assertThat(text.mayHaveLineOver(40)).isFalse();
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[3 + random.nextInt(60)];
    boolean words = random.nextBoolean();
    for (int i = 0; i < bytes.length; i++) {
      int sign = random.nextInt(words && random.nextInt(5) > 0 ? 2 : SIGNS.length());
      bytes[i] = (byte) SIGNS.charAt(sign);
    }
    return bytes;
  }

  private static int first(byte[] bytes, int from, String signs) {
    int i = from;
    while (i < bytes.length && signs.indexOf(bytes[i] & 0xFF) < 0) {
      i++;
    }
    return i;
  }
}
