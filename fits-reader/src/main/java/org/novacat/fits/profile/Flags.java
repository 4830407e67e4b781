package org.novacat.fits.profile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;

/** Quality bits, one integer a sample, and where they stand. */
public record Flags(int[] bits, Origin origin) {
  /** A line of an image, from 0. */
  public static Flags ofLine(Hdu image, int line) {
    return new Flags(Image.of(image).bits(line), Origin.ofLine(image, line));
  }

  /** The first {@code most} of them, or all when there are fewer; null for null. */
  public static @Nullable Flags first(@Nullable Flags flags, int most) {
    return flags == null || flags.bits.length <= most ? flags : flags.part(0, most);
  }

  /** Those from one index to before another. */
  public Flags part(int from, int to) {
    return new Flags(Arrays.copyOfRange(bits, from, to), origin);
  }
}
