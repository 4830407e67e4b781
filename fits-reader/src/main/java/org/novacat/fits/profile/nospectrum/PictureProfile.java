package org.novacat.fits.profile.nospectrum;

import java.util.Map;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;

/** Pictures of the sky: an image whose first axis is celestial, and no table with wavelengths. */
public final class PictureProfile implements Profile {
  @Override
  public String id() {
    return "picture@1";
  }

  @Override
  public Match match(Input input) {
    for (Hdu hdu : input.hdus()) {
      if (Images.isImage(hdu) && AxisKind.of(hdu.header()) == AxisKind.CELESTIAL) {
        return Match.yes(
            Match.Rank.GENERIC,
            "the first axis is celestial",
            Map.of("CTYPE1", hdu.header().text("CTYPE1")));
      }
    }
    return Match.no("no image with a celestial axis");
  }

  @Override
  public Reading read(Input input) {
    throw RefusedException.notASpectrum(
        "PICTURE", "Cannot read spectra: the file holds a picture of the sky");
  }
}
