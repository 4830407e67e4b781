package org.novacat.fits.profile.image;

import java.util.List;
import java.util.Map;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.ObservationTimes;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * LAMOST low resolution, data releases up to 7: a primary image of five lines, flux, inverse
 * variance, wavelength, and-mask, or-mask. Flux is relative, wavelengths are Angstrom in vacuum.
 * DATE-OBS is the middle of the observation in UTC; DATE-BEG and DATE-END are local time.
 */
public final class LamostProfile implements Profile {
  private static final int FLUX = 0;
  private static final int IVAR = 1;
  private static final int WAVELENGTH = 2;
  private static final int AND_MASK = 3;

  @Override
  public String id() {
    return "lamost-lrs@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    String origin = hdu.header().text("ORIGIN");
    if (!origin.contains("LAMOST")) {
      return Match.no("ORIGIN is not LAMOST");
    }
    if (!Images.isImage(hdu) || hdu.axes().length != 2 || hdu.axes()[1] < AND_MASK + 1) {
      return Match.no("the primary HDU is no image of five lines");
    }
    return Match.yes(
        Match.Rank.PROVIDER,
        "a LAMOST spectrum",
        Map.of(
            "ORIGIN", origin,
            "DATA_V", hdu.header().text("DATA_V"),
            "EXTEN0", hdu.header().text("EXTEN0")));
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    Image image = Image.of(hdu);
    Spectra spectrum =
        Spectra.in(hdu, 0)
            .axis(
                image.line(WAVELENGTH),
                "Angstrom",
                Mediums.stated(Cards.of(hdu.header())).or(Mediums.vacuumOf("LAMOST")),
                "line 3 of the image")
            .flux(image.line(FLUX), hdu.header().text("BUNIT"), FluxCalibration.RELATIVE)
            .uncertainty(Uncertainty.Kind.IVAR, image.line(IVAR), "")
            .mask(image.bits(AND_MASK), -1, "line 4 of the image, and-mask");
    return new Reading(
        observation(Cards.of(hdu.header())), List.of(spectrum.build()), input.file().notes());
  }

  private static Observation observation(Cards cards) {
    return Observations.taken(
        Observations.of(cards), ObservationTimes.stated(cards, "DATE-OBS", "DATE-OBS (middle)"));
  }
}
