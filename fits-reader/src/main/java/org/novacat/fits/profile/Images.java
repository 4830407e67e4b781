package org.novacat.fits.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;

/** Image HDUs as profiles ask for them. */
public final class Images {
  private Images() {}

  /** Whether all axes but the first have length 1, and the first at least 2. */
  public static boolean isOneDimensional(Hdu hdu) {
    return isImage(hdu) && hdu.axes()[0] >= 2 && areFlat(hdu.axes());
  }

  private static boolean areFlat(int[] axes) {
    for (int i = 1; i < axes.length; i++) {
      if (axes[i] != 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is an image with pixels. */
  public static boolean isImage(Hdu hdu) {
    return hdu.kind() == Hdu.Kind.IMAGE && hdu.hasData();
  }

  /** The first HDU of this EXTNAME; null when there is none, or it is no image with pixels. */
  public static @Nullable Hdu named(Input input, String extname) {
    Hdu hdu = input.named(extname);
    return hdu != null && isImage(hdu) ? hdu : null;
  }

  /**
   * The one-dimensional image that is the spectrum of a file: the primary HDU, or where that has no
   * data the only image of all. Null when neither exists.
   */
  public static @Nullable Hdu onlySpectrum(Input input) {
    Hdu primary = input.file().primary();
    if (primary.hasData()) {
      return isOneDimensional(primary) ? primary : null;
    }
    List<Hdu> images = input.hdus().stream().filter(Images::isImage).toList();
    return images.size() == 1 && isOneDimensional(images.get(0)) ? images.get(0) : null;
  }
}
