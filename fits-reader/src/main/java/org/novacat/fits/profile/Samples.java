package org.novacat.fits.profile;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;

/**
 * Values, the unit that their column or their image states ("" when it states none), and where they
 * stand.
 */
public record Samples(double[] values, String unit, Origin origin) {
  /** A line of an image, from 0, in the unit of its BUNIT. */
  public static Samples ofLine(Hdu image, int line) {
    return new Samples(
        Image.of(image).line(line), image.header().settled("BUNIT"), Origin.ofLine(image, line));
  }

  /** The first {@code most} of them, or all when there are fewer. */
  public Samples first(int most) {
    return values.length <= most ? this : part(0, most);
  }

  /** The same values in another unit. */
  public Samples in(String other) {
    return new Samples(values, other, origin);
  }

  /** Those from one index to before another. */
  public Samples part(int from, int to) {
    return new Samples(Arrays.copyOfRange(values, from, to), unit, origin);
  }

  /** Other values made of these, in a unit of their own. */
  public Samples map(DoubleUnaryOperator function, String other) {
    return new Samples(Arrays.stream(values).map(function).toArray(), other, origin);
  }
}
