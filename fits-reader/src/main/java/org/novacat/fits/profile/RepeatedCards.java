package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/**
 * Cards that stand more than once in a header and say different things: the FITS standard leaves
 * open which of them holds (FITS Standard 4.0, section 4.1.2.3).
 */
final class RepeatedCards {
  /** Keywords of axis, flux scale, time, place, target and medium. */
  private static final Pattern WATCHED =
      Pattern.compile(
          "CRVAL1|CRPIX1|CDELT1|CD1_1|PC1_1|CTYPE1|CUNIT1|DC-FLAG|COEFF[01]|WAT\\d_\\d{3}"
              + "|BUNIT|BSCALE|BZERO|T(?:TYPE|UNIT|SCAL|ZERO)\\d+"
              + "|DATE-?_?(?:OBS|BEG|END|AVG).*|TIME-?_?OBS|MJD.*|JD.*|.*JD|UT.*|TIMESYS|EXP(?:TIME"
              + "|OSURE|START|END).*|TELAPSE"
              + "|RA|DEC|.*_RA|.*_DEC|RA_.*|DEC_.*|OBJCT.*|EQUINOX|EPOCH|RADE.*SYS"
              + "|VACUUM|AIRORVAC|AIR_?VAC|VACAIR|WAVETYPE|SPECSYS|OBJECT|TELESCOP|INSTRUME"
              + "|XUNITS|YUNITS|BSS_.*");

  private RepeatedCards() {}

  /**
   * Refuses a header in which a card that decides on wavelengths is disputed.
   *
   * @throws RefusedException when it is
   */
  static void refuse(Header header, String keyword) {
    List<String> values = header.disputed(keyword);
    if (!values.isEmpty()) {
      throw new RefusedException(
          new Refusal(
              QuarantineReason.INVALID_AXIS,
              "AXIS_CARD_REPEATED",
              "Cannot compute the wavelength axis: %s stands more than once, as %s (leave one in the header)"
                  .formatted(keyword, String.join(" and ", values)),
              Map.of(keyword, String.join(" ", values))));
    }
  }

  /** A sentence for each card of this HDU that is disputed. */
  static List<String> notes(Hdu hdu) {
    List<String> notes = new ArrayList<>();
    hdu.header()
        .disputed()
        .forEach(
            (keyword, values) -> {
              if (WATCHED.matcher(keyword).matches()) {
                notes.add(
                    "%s stands more than once in HDU %s, as %s; the FITS standard leaves open which holds."
                        .formatted(keyword, hdu.index(), String.join(" and ", values)));
              }
            });
    return notes;
  }
}
