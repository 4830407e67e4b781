package org.novacat.fits.profile.image;

import java.util.List;
import java.util.Map;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * APOGEE apVisit: images of three lines, a detector each: flux (HDU 1), error (2), mask (3),
 * wavelength (4, Angstrom in vacuum, decreasing). Known by the BUNIT texts of the four. SDSS data
 * model, "apVisit".
 */
public final class ApogeeVisitProfile implements Profile {
  /**
   * APOGEE_PIXMASK bits that leave no usable value: BADPIX, CRPIX, SATPIX, UNFIXABLE, BADDARK,
   * BADFLAT, BADERR, NOSKY (0 to 7), NOT_ENOUGH_PSF (14).
   */
  private static final int BAD = 0xff | 1 << 14;

  private static final List<String> BUNITS =
      List.of("Flux (", "Flux Error (", "Flag Mask", "Wavelength (Ang");

  @Override
  public String id() {
    return "apogee-visit@1";
  }

  @Override
  public Match match(Input input) {
    for (int i = 1; i <= BUNITS.size(); i++) {
      Hdu hdu = input.at(i);
      boolean right =
          hdu != null
              && Images.isImage(hdu)
              && hdu.header().text("BUNIT").startsWith(BUNITS.get(i - 1));
      if (!right) {
        return Match.no("BUNIT of HDU %s does not begin with '%s'".formatted(i, BUNITS.get(i - 1)));
      }
    }
    return Match.yes(
        Match.Rank.PROVIDER,
        "the HDUs of an apVisit",
        Map.of("TELESCOP", input.header().text("TELESCOP"), "BUNIT of HDU 4", "Wavelength (Ang)"));
  }

  @Override
  public Reading read(Input input) {
    Hdu flux = input.hdus().get(1);
    Hdu error = input.hdus().get(2);
    Image mask = Image.of(input.hdus().get(3));
    Image wavelength = Image.of(input.hdus().get(4));
    Orders chips = new Orders(input);
    for (int chip = 0; chip < Image.of(flux).lines(); chip++) {
      chips.add(
          Spectra.in(flux, chip)
              .axis(wavelength.line(chip), "Angstrom", Mediums.vacuumOf("APOGEE"), "image HDU 4")
              .flux(Image.of(flux).line(chip), flux.header().text("BUNIT"))
              .uncertainty(
                  Uncertainty.Kind.SIGMA, Image.of(error).line(chip), error.header().text("BUNIT"))
              .mask(mask.bits(chip), BAD, "image HDU 3")
              .build());
    }
    return Reading.of(input, input.file().primary(), chips.all());
  }
}
