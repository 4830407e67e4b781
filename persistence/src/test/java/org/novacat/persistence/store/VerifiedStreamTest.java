package org.novacat.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;

class VerifiedStreamTest {
  private static final byte[] BYTES = {0, 1, 2, -1, 4};
  private static final Pointer POINTER =
      new Pointer("bucket", ObjectKey.of("a"), BYTES.length, "", ContentHash.of(BYTES));

  @Test
  void soundObject_isRead_byteByByteToo() throws IOException {
    assertThat(stream(BYTES).readAllBytes()).isEqualTo(BYTES);
    try (InputStream in = stream(BYTES)) {
      for (byte expected : BYTES) {
        assertThat((byte) in.read()).isEqualTo(expected);
      }
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void otherBytes_areNamedAtTheEnd() {
    byte[] other = BYTES.clone();
    other[2] = 7;

    assertChanged(other);
    assertChanged(Arrays.copyOf(BYTES, 4));
    assertChanged(Arrays.copyOf(BYTES, 6));
  }

  @Test
  void skippedBytes_countToo() throws IOException {
    InputStream in = stream(BYTES);
    in.skipNBytes(3);

    assertThat(in.readAllBytes()).containsExactly(-1, 4);
  }

  private static void assertChanged(byte[] bytes) {
    assertThatThrownBy(() -> stream(bytes).readAllBytes())
        .isInstanceOf(UnusableObject.class)
        .extracting(why -> ((UnusableObject) why).fault())
        .isEqualTo(UnusableObject.Fault.CHANGED);
  }

  private static InputStream stream(byte[] bytes) {
    return new VerifiedStream(new ByteArrayInputStream(bytes), POINTER);
  }
}
