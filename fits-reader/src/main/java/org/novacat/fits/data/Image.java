package org.novacat.fits.data;

import java.util.Arrays;
import org.novacat.fits.file.Hdu;

/**
 * The pixels of an image HDU, decoded when asked for, BSCALE, BZERO and BLANK applied.
 *
 * <p>A <i>line</i> is what runs along the first axis; lines are counted over all further axes in
 * the order of the file.
 */
public final class Image {
  private final int[] axes;
  private final byte[] bytes;
  private final int start;
  private final NumberType type;
  private final Scaling scaling;

  private Image(int[] axes, byte[] bytes, int start, NumberType type, Scaling scaling) {
    this.axes = axes;
    this.bytes = bytes;
    this.start = start;
    this.type = type;
    this.scaling = scaling;
  }

  /** The image of an HDU; a tile-compressed one is decompressed now. */
  public static Image of(Hdu hdu) {
    NumberType type = NumberType.ofBitpix(hdu.bitpix());
    Scaling scaling = Scaling.ofImage(hdu.header(), type);
    return new Image(hdu.axes(), hdu.bytes(), (int) hdu.dataStart(), type, scaling);
  }

  /** Samples in a line. */
  public int lineLength() {
    return axes.length == 0 ? 0 : axes[0];
  }

  /** Number of lines. */
  public int lines() {
    return axes.length == 0
        ? 0
        : (int) Arrays.stream(axes).skip(1).asLongStream().reduce(1, (a, b) -> a * b);
  }

  /** Line {@code k}, from 0, as physical values; NaN where the file has a null. */
  public double[] line(int k) {
    return doubles(offset(k), lineLength());
  }

  /** All pixels, the first axis fastest. */
  public double[] all() {
    return doubles(start, lineLength() * lines());
  }

  private double[] doubles(int at, int count) {
    double[] out = new double[count];
    type.toDoubles(bytes, at, type.bytes(), out);
    scaling.apply(out);
    return out;
  }

  /**
   * Line {@code k} as integers, for quality bits: values beyond 32 bits keep their low 32, so that
   * flags up to bit 31 survive; fractions are cut off.
   */
  public int[] bits(int k) {
    int[] out = new int[lineLength()];
    type.toBits(bytes, offset(k), type.bytes(), scaling, out);
    return out;
  }

  private int offset(int k) {
    if (k < 0 || k >= lines()) {
      throw new IndexOutOfBoundsException(
          "Cannot read line %s: the image has %s".formatted(k, lines()));
    }
    return start + k * lineLength() * type.bytes();
  }
}
