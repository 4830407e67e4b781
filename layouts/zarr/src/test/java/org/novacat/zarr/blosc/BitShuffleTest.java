package org.novacat.zarr.blosc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

/** Bits beside a loop over each of them. */
class BitShuffleTest {
  private final BitShuffle bits = new BitShuffle();

  @Test
  void rows_haveOneBitOfEveryElement() {
    Seeded.cases(
        400,
        random -> {
          int typesize = 1 + random.nextInt(random.nextInt(10) == 0 ? 255 : 20);
          int elements = random.nextInt(random.nextInt(5) == 0 ? 12_000 : 700);
          int length = elements * typesize + random.nextInt(typesize);
          int start = random.nextInt(9);
          byte[] from = new byte[start + length];
          random.nextBytes(from);
          byte[] shuffled = new byte[length + 3];

          bits.shuffle(from, start, shuffled, 2, length, typesize);

          byte[] expected = new byte[length + 3];
          slowly(from, start, expected, length, typesize);
          assertThat(shuffled).isEqualTo(expected);
          byte[] back = new byte[start + length];
          System.arraycopy(from, 0, back, 0, start);
          bits.unshuffle(shuffled, 2, back, start, length, typesize);
          assertThat(back).isEqualTo(from);
        });
  }

  private static void slowly(byte[] from, int start, byte[] to, int length, int typesize) {
    int elements = length / typesize;
    int used = elements % 8 == 0 ? elements * typesize : 0;
    System.arraycopy(from, start + used, to, 2 + used, length - used);
    for (int bit = 0; bit < 8 * used; bit++) {
      int element = bit / 8 / typesize;
      int row = bit % (8 * typesize);
      int set = from[start + bit / 8] >> (bit % 8) & 1;
      to[2 + row * (elements / 8) + element / 8] |= (byte) (set << (element % 8));
    }
  }
}
