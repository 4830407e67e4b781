package org.novacat.transforms.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class RawDeflateTest {
  @Test
  void anyBytes_areReadBackByTheJdk_howeverTheyAreCut() {
    Seeded.cases(
        150,
        random -> {
          byte[] data = ZlibTest.bytes(random);

          byte[] stream = compressed(data, random);

          assertThat(inflated(stream, data.length)).isEqualTo(data);
          assertThat(compressed(data, random)).isEqualTo(stream);
          assertThat(stream.length)
              .isLessThanOrEqualTo((int) RawDeflate.storedLength(data.length) + 16);
        });
  }

  @Test
  void storedBytes_areReadBack_andAsLongAsWasSaid() {
    Seeded.cases(
        50,
        random -> {
          byte[] data = ZlibTest.bytes(random);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          RawDeflate deflate = RawDeflate.storing(out);
          write(deflate, data, random);
          deflate.finish();

          assertThat(out.size()).isEqualTo((int) RawDeflate.storedLength(data.length));
          assertThat(inflated(out.toByteArray(), data.length)).isEqualTo(data);
        });
  }

  @Test
  void storedLength_ofWholeBlocks() throws IOException {
    for (int length : new int[] {0, 1, Block.STORED, Block.STORED + 1, 3 * Block.STORED}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RawDeflate deflate = RawDeflate.storing(out);
      deflate.write(new byte[length]);
      deflate.finish();

      assertThat(RawDeflate.storedLength(length)).isEqualTo(out.size());
    }
  }

  @Test
  void secondStream_knowsNothingOfTheFirst() throws IOException {
    byte[] data = ZlibTest.bytes(new Random(5));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RawDeflate deflate = RawDeflate.compressing(out);
    deflate.write(data);
    deflate.finish();
    byte[] first = out.toByteArray();
    out.reset();
    deflate.write(data);
    deflate.finish();

    assertThat(out.toByteArray()).isEqualTo(first);
  }

  @Test
  void repeats_areFoundAsFarBackAsTheFormatGoes() throws IOException {
    byte[] data = new byte[300_000];
    new Random(3).nextBytes(data);
    for (int at = 32_768; at < data.length; at++) {
      data[at] = data[at - 32_768];
    }

    assertThat(compressed(data, new Random(1)).length).isLessThan(40_000);
  }

  private static byte[] compressed(byte[] data, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RawDeflate deflate = RawDeflate.compressing(out)) {
      write(deflate, data, random);
    }
    return out.toByteArray();
  }

  private static void write(RawDeflate deflate, byte[] data, Random random) throws IOException {
    for (int at = 0; at < data.length; ) {
      int some = Math.min(data.length - at, random.nextInt(100_000));
      deflate.write(data, at, some);
      at += some;
      if (at < data.length) {
        deflate.write(data[at++]);
      }
    }
  }

  private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream);
    byte[] data = new byte[length + 1];
    int inflated = inflater.inflate(data);
    assertThat(inflater.finished()).isTrue();
    assertThat(inflater.getRemaining()).isZero();
    inflater.end();
    return java.util.Arrays.copyOf(data, inflated);
  }
}
