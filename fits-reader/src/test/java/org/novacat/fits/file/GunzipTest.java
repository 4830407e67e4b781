package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class GunzipTest {
  private static final ReadLimits SMALL = new ReadLimits(100_000, 50, 400, 1000, 10, 1000);

  @Test
  void anyBytes_comeBack() {
    Seeded.cases(
        50,
        random -> {
          byte[] bytes = new byte[random.nextInt(300_000)];
          random.nextBytes(bytes);

          assertThat(Gunzip.inflate(gzip(bytes), ReadLimits.DEFAULT)).isEqualTo(bytes);
        });
  }

  @Test
  void severalMembers_areJoined() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip(new byte[] {1, 2}));
    both.write(gzip(new byte[] {3}));
    both.write(new byte[512]);

    assertThat(Gunzip.inflate(both.toByteArray(), ReadLimits.DEFAULT)).containsExactly(1, 2, 3);
  }

  @Test
  void headerWithNameAndExtraField_isSkipped() {
    byte[] plain = gzip(new byte[] {7, 8});
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 4 | 8;
    named.writeBytes(header);
    named.writeBytes(new byte[] {3, 0, 'x', 'y', 'z'});
    named.writeBytes(new byte[] {'a', '.', 'f', 'i', 't', 0});
    named.write(plain, 10, plain.length - 10);

    assertThat(Gunzip.inflate(named.toByteArray(), ReadLimits.DEFAULT)).containsExactly(7, 8);
  }

  @Test
  void cutAnywhere_isDamaged() {
    byte[] whole = gzip(text(5000));

    for (int length = 3; length < whole.length; length++) {
      assertThat(refusal(Arrays.copyOf(whole, length), ReadLimits.DEFAULT))
          .as("cut after %d bytes", length)
          .isEqualTo("GZIP_DAMAGED");
    }
  }

  @Test
  void wrongCrcOrLength_isDamaged() {
    for (int back = 1; back <= 8; back++) {
      byte[] bytes = gzip(text(5000));
      bytes[bytes.length - back] ^= 1;

      assertThat(refusal(bytes, ReadLimits.DEFAULT)).isEqualTo("GZIP_DAMAGED");
    }
  }

  @Test
  void otherBytesBehind_areDamage() throws IOException {
    ByteArrayOutputStream junk = new ByteArrayOutputStream();
    junk.write(gzip(new byte[] {1}));
    junk.write('x');

    assertThat(refusal(junk.toByteArray(), ReadLimits.DEFAULT)).isEqualTo("GZIP_DAMAGED");
  }

  @Test
  void largerThanTheLimit_isOverLimit() {
    byte[] noise = new byte[100_001];
    new Random(1).nextBytes(noise);

    assertThat(refusal(gzip(noise), SMALL)).isEqualTo("GZIP_OVER_LIMIT");
    assertThat(Gunzip.inflate(gzip(Arrays.copyOf(noise, 100_000)), SMALL)).hasSize(100_000);
  }

  @Test
  void bombOfZeros_isOverTheRatio() {
    assertThat(refusal(gzip(new byte[90_000]), SMALL)).isEqualTo("GZIP_OVER_LIMIT");
  }

  private static String refusal(byte[] gzip, ReadLimits limits) {
    return catchThrowableOfType(RefusedException.class, () -> Gunzip.inflate(gzip, limits))
        .refusal()
        .detail();
  }

  private static byte[] text(int length) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) (32 + i * 7 % 90);
    }
    return text;
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
