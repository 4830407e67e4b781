package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.photometry.upload.Splitter.Lines;

public class LinesTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_endAsTheyEnd(String end) {
    byte[] bytes = ("a" + end + end + "ccc" + end + "d").getBytes(UTF_8);

    Lines lines = Lines.of(bytes);

    assertThat(lines.count()).isEqualTo(4);
    assertThat(lines.start(2)).isEqualTo(lines.end(1)).isEqualTo(1 + end.length());
    assertThat(text(bytes, lines, 3)).isEqualTo("ccc" + end);
    assertThat(lines.end(4)).isEqualTo(bytes.length);
  }

  @Test
  void manyLines_areAllFound() {
    Lines lines = Lines.of("\n".repeat(100_000).getBytes(UTF_8));

    assertThat(lines.count()).isEqualTo(100_000);
  }

  @Test
  void byteOrderMark_belongsToTheFirstLine() {
    byte[] bytes = "\uFEFFa\nb\n".getBytes(UTF_8);

    Lines lines = Lines.of(bytes);

    assertThat(lines.start(1)).isZero();
    assertThat(text(bytes, lines, 2)).isEqualTo("b\n");
  }

  private static String text(byte[] bytes, Lines lines, int number) {
    return new String(bytes, lines.start(number), lines.end(number) - lines.start(number), UTF_8);
  }
}
