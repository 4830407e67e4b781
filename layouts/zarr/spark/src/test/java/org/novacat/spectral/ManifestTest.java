package org.novacat.spectral;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of what a published store consists of. */
class ManifestTest {
  /** The check value of the CRC catalogue for "123456789", iSCSI's polynomial. */
  private static final Manifest.Stored DIGITS = new Manifest.Stored("b/0", 9, "e3069283");

  @Test
  void object_hasItsLengthAndCrc32c_andIsLeftAsItWas() {
    ByteBuffer content = ByteBuffer.wrap("123456789".getBytes(UTF_8));

    assertThat(Manifest.Stored.of("b/0", content)).isEqualTo(DIGITS);
    assertThat(content.remaining()).isEqualTo(9);
  }

  @Test
  void content_isSortedByPath_andReadAsItWasWritten() {
    Manifest manifest =
        new Manifest("r1", 2, List.of(DIGITS, new Manifest.Stored("a", 0, "00000000")));

    assertThat(new String(manifest.json(), UTF_8))
        .isEqualTo(
            "{\"version\":1,\"run\":\"r1\",\"n_spec\":2,\"objects\":["
                + "{\"path\":\"a\",\"length\":0,\"crc32c\":\"00000000\"},"
                + "{\"path\":\"b/0\",\"length\":9,\"crc32c\":\"e3069283\"}]}");
    assertThat(Manifest.parse(manifest.json())).isEqualTo(manifest);
  }

  @Test
  void pathThatIsThereTwice_isRefused() {
    assertThatThrownBy(() -> new Manifest("r1", 2, List.of(DIGITS, DIGITS)))
        .isInstanceOf(SpectralException.class)
        .hasMessageContaining("'b/0' is there twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"version\":2,\"run\":\"r\",\"n_spec\":1,\"objects\":[]}",
        "{\"version\":1,\"run\":\"r\",\"n_spec\":1}",
        "{\"version\":1,\"run\":\"r\",\"n_spec\":-1,\"objects\":[]}",
        "{\"version\":1,\"run\":\"r\",\"n_spec\":1.5,\"objects\":[]}",
        "{\"version\":1,\"run\":\"r\",\"n_spec\":99999999999999999999,\"objects\":[]}",
        "{\"version\":1,\"run\":\"r\",\"n_spec\":1,\"objects\":[{\"path\":\"a\"}]}"
      })
  void otherContent_isRefused(String content) {
    assertThatThrownBy(() -> Manifest.parse(content.getBytes(UTF_8)))
        .isInstanceOf(SpectralException.class)
        .hasMessageStartingWith("Cannot read '_manifest.json': ");
  }
}
