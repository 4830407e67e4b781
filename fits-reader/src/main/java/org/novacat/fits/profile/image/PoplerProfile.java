package org.novacat.fits.profile.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * UVES_popler (M. Murphy): a primary image whose lines are named by UP_ARR01 and on (ARRAY1 in the
 * oldest files): normalised flux, its error, expected fluctuation, continuum, status and more. The
 * axis is logarithmic by CRVAL1 and CD1_1, since CDELT1 may stand twice, the second time as 1. A
 * status of 1 is good, a negative one says why a pixel was clipped; an error below 0 means none.
 */
public final class PoplerProfile implements Profile {
  private static final int NEGATIVE = Integer.MIN_VALUE;

  /** UP_ARRnn has two digits. */
  private static final int MOST_LINES = 99;

  @Override
  public String id() {
    return "uves-popler@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isImage(hdu) || hdu.axes().length != 2) {
      return Match.no("the primary HDU is no image of two axes");
    }
    int flux = hdu.header().has("UP_WLSRT") ? line(hdu, "normalized flux") : -1;
    if (flux < 0) {
      return Match.no("no UP_WLSRT, or no array named as normalised flux");
    }
    return Match.yes(
        Match.Rank.CONVENTION,
        "the cards of UVES_popler",
        Map.of(
            "UP_WLSRT", hdu.header().text("UP_WLSRT"),
            "flux line", String.valueOf(flux + 1)));
  }

  /** The line whose name begins so, from 0; −1 without one. */
  private static int line(Hdu hdu, String name) {
    Header header = hdu.header();
    for (int i = 0; i < Math.min(MOST_LINES, hdu.axes()[1]); i++) {
      String text =
          header.text(
              String.format(Locale.ROOT, "UP_ARR%02d", i + 1), header.text("ARRAY" + (i + 1)));
      if (text.toLowerCase(Locale.ROOT).startsWith(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    Image image = Image.of(hdu);
    Spectra spectrum =
        Spectra.in(hdu, 0)
            .axis(
                WcsImageProfile.axis(
                    hdu.header(), image.lineLength(), Mediums.stated(Cards.of(hdu.header()))))
            .flux(image.line(line(hdu, "normalized flux")), "", FluxCalibration.NORMALIZED);
    int error = line(hdu, "normalized error");
    if (error >= 0) {
      spectrum.uncertainty(Uncertainty.Kind.SIGMA, image.line(error), "");
    }
    int status = line(hdu, "status");
    if (status >= 0) {
      spectrum.mask(image.bits(status), NEGATIVE, "line %s, status".formatted(status + 1));
    }
    return Reading.of(
        input,
        hdu,
        List.of(spectrum.build()),
        "No card states the unit of the axis; UVES_popler writes Angstrom.");
  }
}
