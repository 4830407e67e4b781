package org.novacat.fits.profile.nospectrum;

import java.util.Map;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;

/**
 * Files in which no HDU has data. Where an image has axes and one of them is of length 0, the data
 * were stripped from a file that had them, which is damage; else there never were any.
 */
public final class NoDataProfile implements Profile {
  @Override
  public String id() {
    return "no-data@1";
  }

  @Override
  public Match match(Input input) {
    return input.hdus().stream().anyMatch(Hdu::hasData)
        ? Match.no("an HDU has data")
        : Match.yes(Match.Rank.STRUCTURE, "no HDU has data", Map.of());
  }

  @Override
  public Reading read(Input input) {
    for (Hdu hdu : input.hdus()) {
      if (hdu.kind() == Hdu.Kind.IMAGE && hdu.axes().length > 0) {
        throw RefusedException.unreadable(
            "DATA_STRIPPED",
            "Cannot read spectra: HDU %s declares an image and its axes have length 0"
                .formatted(hdu.index()));
      }
    }
    throw RefusedException.notASpectrum("NO_DATA", "Cannot read spectra: no HDU has data");
  }
}
