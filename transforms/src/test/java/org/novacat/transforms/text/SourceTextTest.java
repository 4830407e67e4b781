package org.novacat.transforms.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  @Test
  void byteOrderMark_isNoText() {
    SourceText text = SourceText.of("\uFEFFStar,ö".getBytes(UTF_8));

    assertThat(text.encoding()).isEqualTo("UTF-8");
    assertThat(text.head(100)).isEqualTo("Star,ö");
  }

  @Test
  void utf16_isSeenByItsZeros_withAndWithoutAMark() {
    String line = "JD,Mag,Band\n2415437.7,2.7,V\n";

    assertThat(SourceText.of(line.getBytes(UTF_16LE)).head(500)).isEqualTo(line);
    assertThat(SourceText.of(line.getBytes(UTF_16BE)).head(500)).isEqualTo(line);
    assertThat(SourceText.of(("\uFEFF" + line).getBytes(UTF_16LE)).encoding())
        .isEqualTo("UTF-16LE");
    assertThat(SourceText.of(("\uFEFF" + line).getBytes(UTF_16BE)).head(500)).isEqualTo(line);
  }

  @Test
  void bytesThatAreNoUtf8_areLatin1() {
    SourceText text = SourceText.of("Größe".getBytes(ISO_8859_1));

    assertThat(text.encoding()).isEqualTo("ISO-8859-1");
    assertThat(text.head(100)).isEqualTo("Größe");
  }

  @Test
  void controlCharacters_sayThatItIsNoText() {
    byte[] junk = new byte[2048];
    for (int i = 0; i < junk.length; i++) {
      junk[i] = (byte) i;
    }

    assertThat(SourceText.of(junk).isBinary()).isTrue();
    assertThat(SourceText.of("a\tb\r\nc\f\u001A".getBytes(US_ASCII)).isBinary()).isFalse();
  }

  @Test
  void lines_endInThreeWays_andAreNumberedAlike() {
    TextLines lines = new TextLines(SourceText.of("a\r\nb\rc\n\nd".getBytes(US_ASCII)));
    List<String> read = new ArrayList<>();

    while (lines.next()) {
      read.add(lines.number() + ":" + lines.text());
    }

    assertThat(read).containsExactly("1:a", "2:b", "3:c", "4:", "5:d");
  }
}
