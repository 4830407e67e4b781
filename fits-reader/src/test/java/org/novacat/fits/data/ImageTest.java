package org.novacat.fits.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.testing.Seeded;

class ImageTest {
  private static final int[] BITPIX = {8, 16, 32, 64, -32, -64};

  @Test
  void everyBitpix_isDecodedAsAByteBufferDoes() {
    Seeded.cases(
        300,
        random -> {
          int bitpix = BITPIX[random.nextInt(6)];
          int columns = 1 + random.nextInt(9);
          int lines = 1 + random.nextInt(5);
          byte[] data = noise(random, columns * lines * Math.abs(bitpix) / 8);

          Image image = image(data, bitpix, columns, lines);

          assertThat(image.lineLength()).isEqualTo(columns);
          assertThat(image.lines()).isEqualTo(lines);
          double[] all = image.all();
          for (int i = 0; i < all.length; i++) {
            assertThat(all[i]).isEqualTo(Double.valueOf(stored(data, bitpix, i)));
            assertThat(image.line(i / columns)[i % columns]).isEqualTo(Double.valueOf(all[i]));
          }
        });
  }

  @Test
  void scaleZeroAndBlank_areApplied() {
    byte[] data = {0, 1, 2, (byte) 255};

    Image image = image(data, 8, 4, 1, "BSCALE  = 0.5", "BZERO   = 10.0", "BLANK   = 255");

    assertThat(image.all()).containsExactly(10, 10.5, 11, Double.NaN);
  }

  @Test
  void blankOfAFloatImage_countsForNothing() {
    byte[] data = ByteBuffer.allocate(8).putFloat(1).putFloat(2).array();

    assertThat(image(data, -32, 2, 1, "BLANK   = 1").all()).containsExactly(1, 2);
  }

  @Test
  void unsignedIntegers_areExactTo32Bits() {
    byte[] data = ByteBuffer.allocate(8).putInt(Integer.MIN_VALUE).putInt(-1).array();

    Image image = image(data, 32, 2, 1, "BZERO   = 2147483648");

    assertThat(image.all()).containsExactly(0, 2147483647.0);
    assertThat(image.bits(0)).containsExactly(0, Integer.MAX_VALUE);
  }

  @Test
  void unsigned64Bits_keepTheirFlags() {
    byte[] data = ByteBuffer.allocate(8).putLong(5L ^ Long.MIN_VALUE).array();

    assertThat(image(data, 64, 1, 1, "BZERO   = 9223372036854775808").bits(0)).containsExactly(5);
  }

  @Test
  void linesOfACube_areCountedOverAllFurtherAxes() {
    byte[] data = {1, 2, 3, 4, 5, 6, 7, 8};
    Image cube =
        Image.of(
            FitsBytes.of(
                    "SIMPLE  = T",
                    "BITPIX  = 8",
                    "NAXIS   = 3",
                    "NAXIS1  = 2",
                    "NAXIS2  = 2",
                    "NAXIS3  = 2")
                .data(data)
                .open()
                .primary());

    assertThat(cube.lines()).isEqualTo(4);
    assertThat(cube.line(3)).containsExactly(7, 8);
  }

  private static Image image(byte[] data, int bitpix, int columns, int lines, String... cards) {
    String[] all = new String[5 + cards.length];
    all[0] = "SIMPLE  = T";
    all[1] = "BITPIX  = " + bitpix;
    all[2] = "NAXIS   = 2";
    all[3] = "NAXIS1  = " + columns;
    all[4] = "NAXIS2  = " + lines;
    System.arraycopy(cards, 0, all, 5, cards.length);
    return Image.of(FitsBytes.of(all).data(data).open().primary());
  }

  private static byte[] noise(Random random, int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static double stored(byte[] data, int bitpix, int i) {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    return switch (bitpix) {
      case 8 -> data[i] & 0xff;
      case 16 -> buffer.getShort(2 * i);
      case 32 -> buffer.getInt(4 * i);
      case 64 -> buffer.getLong(8 * i);
      case -32 -> buffer.getFloat(4 * i);
      default -> buffer.getDouble(8 * i);
    };
  }
}
