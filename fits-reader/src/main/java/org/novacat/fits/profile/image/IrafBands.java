package org.novacat.fits.profile.image;

import java.util.Locale;
import org.novacat.fits.file.Hdu;

/**
 * The bands of an IRAF stack, along the third axis, known by the text of BANDIDn and never by their
 * place alone (apall writes 1 to 4 of them, in an order that depends on its parameters).
 *
 * @param science the band of the extracted spectrum, from 0
 * @param sigma the band of its standard deviation; −1 when there is none
 */
record IrafBands(int science, int sigma) {
  private static final IrafBands NONE = new IrafBands(-1, -1);

  /** The bands of an image; science is −1 when several exist and no BANDID says which it is. */
  static IrafBands of(Hdu hdu) {
    int bands = hdu.axes().length < 3 ? 1 : hdu.axes()[2];
    int science = find(hdu, bands, "spectrum");
    if (science < 0 && bands > 1) {
      return NONE;
    }
    return new IrafBands(Math.max(0, science), bands > 1 ? find(hdu, bands, "sigma") : -1);
  }

  private static int find(Hdu hdu, int bands, String word) {
    for (int band = 0; band < bands; band++) {
      String id = hdu.header().text("BANDID" + (band + 1)).strip().toLowerCase(Locale.ROOT);
      if (id.startsWith(word)) {
        return band;
      }
    }
    return -1;
  }

  /** Apertures in each band. */
  static int apertures(Hdu hdu) {
    return hdu.axes().length < 2 ? 1 : hdu.axes()[1];
  }
}
