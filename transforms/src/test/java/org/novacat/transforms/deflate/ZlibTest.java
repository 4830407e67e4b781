package org.novacat.transforms.deflate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class ZlibTest {
  @Test
  void compressed_isReadBackByTheJdk() {
    Seeded.cases(
        300,
        random -> {
          byte[] data = bytes(random);

          assertThat(inflate(Zlib.compressed(data), data.length)).isEqualTo(data);
        });
  }

  @Test
  void oneByteAndNoByte_areReadBack() throws DataFormatException {
    assertThat(inflate(Zlib.compressed(new byte[0]), 0)).isEmpty();
    assertThat(inflate(Zlib.compressed(new byte[] {7}), 1)).containsExactly(7);
  }

  @Test
  void longRuns_areSmall() {
    assertThat(Zlib.compressed(new byte[320_000])).hasSizeLessThan(600);
  }

  @Test
  void countsThatGrowLikeFibonacci_keepWordsShort() {
    int[] counts = new int[30];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < counts.length; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }

    int[] lengths = Huffman.of(counts, 15).lengths();

    assertThat(Arrays.stream(lengths)).allMatch(length -> length >= 1 && length <= 15);
    assertThat(Arrays.stream(lengths).mapToDouble(length -> 1.0 / (1 << length)).sum())
        .isLessThanOrEqualTo(1);
  }

  /** From noise to long repeats, as alphabets and run lengths vary. */
  static byte[] bytes(Random random) {
    byte[] data = new byte[random.nextInt(200_000)];
    int letters = 1 + random.nextInt(256);
    int longestRun = 1 + random.nextInt(1000);
    int at = 0;
    while (at < data.length) {
      int end = Math.min(data.length, at + 1 + random.nextInt(longestRun));
      if (at > 0 && random.nextBoolean()) {
        int back = 1 + random.nextInt(at);
        for (; at < end; at++) {
          data[at] = data[at - back];
        }
      } else {
        Arrays.fill(data, at, end, (byte) random.nextInt(letters));
        at = end;
      }
    }
    return data;
  }

  private static byte[] inflate(byte[] stream, int length) throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(stream);
    byte[] data = new byte[length + 1];
    int inflated = inflater.inflate(data);
    assertThat(inflater.finished()).isTrue();
    assertThat(inflater.getRemaining()).isZero();
    inflater.end();
    return Arrays.copyOf(data, inflated);
  }
}
