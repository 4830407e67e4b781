package org.novacat.jobs.photometry.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lines_endAsTheyEnd(String end) {
    byte[] bytes = ("a" + end + end + "ccc" + end + "d").getBytes(UTF_8);

    Lines lines = Lines.of(bytes);

    assertThat(lines.count()).isEqualTo(4);
    assertThat(lines.text(1)).isEqualTo("a");
    assertThat(lines.text(2)).isEmpty();
    assertThat(lines.text(3)).isEqualTo("ccc");
    assertThat(lines.text(4)).isEqualTo("d");
    assertThat(lines.text(5)).isEmpty();
    assertThat(lines.end(4)).isEqualTo(bytes.length);
  }

  @Test
  void manyLines_areAllFound() {
    Lines lines = Lines.of("\n".repeat(100_000).getBytes(UTF_8));

    assertThat(lines.count()).isEqualTo(100_000);
  }
}
