package org.novacat.fits.profile;

import java.util.Arrays;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;

/** Values, and the unit that their column or their image states; "" when it states none. */
public record Samples(double[] values, String unit) {
  /** A line of an image, from 0, in the unit of its BUNIT. */
  public static Samples ofLine(Hdu image, int line) {
    return new Samples(Image.of(image).line(line), image.header().text("BUNIT"));
  }

  /** The first {@code most} of them, or all when there are fewer. */
  public Samples first(int most) {
    return values.length <= most ? this : new Samples(Arrays.copyOf(values, most), unit);
  }

  /** The same values in another unit. */
  public Samples in(String other) {
    return new Samples(values, other);
  }
}
