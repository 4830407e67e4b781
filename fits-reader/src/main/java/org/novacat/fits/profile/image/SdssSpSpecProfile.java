package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.List;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Wcs;
import org.novacat.fits.profile.table.SdssProfile;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * SDSS up to data release 7, "spSpec": a primary image whose lines are the spectrum, the same
 * without its continuum, the error (1 sigma), the mask, and in late files a second mask; the axis
 * is 10^(COEFF0 + COEFF1 k), k from 0, in vacuum. Flux is in 10⁻¹⁷ erg/cm²/s/Å, where BUNIT leaves
 * the square out (SDSS data model, "1D Spectro Image").
 */
public final class SdssSpSpecProfile implements Profile {
  private static final int ERROR = 2;
  private static final int MASK = 3;
  private static final String UNIT = "1E-17 erg/cm^2/s/Ang";
  private static final String MISSPELT = "erg/cm/s/Ang";

  @Override
  public String id() {
    return "sdss-spspec@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    boolean lines =
        header.text("ARRAY1").startsWith("SPECTRUM")
            && header.text("ARRAY3").startsWith("ERROR")
            && header.text("ARRAY4").startsWith("MASK");
    if (!lines || !header.has("COEFF0") || !header.has("COEFF1")) {
      return Match.no("no ARRAY1, 3 and 4 of spectrum, error and mask with COEFF0 and COEFF1");
    }
    if (!Images.isImage(hdu) || hdu.axes().length != 2 || hdu.axes()[1] <= MASK) {
      return Match.no("the primary HDU is no image of four lines");
    }
    return Match.yes(
        header.text("TELESCOP").startsWith("SDSS") ? Match.Rank.PROVIDER : Match.Rank.CONVENTION,
        "the lines of an SDSS spSpec",
        header.texts("ARRAY1", "TELESCOP"));
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    Image image = Image.of(hdu);
    List<String> notes = new ArrayList<>(input.file().notes());
    String unit = unit(header, notes);
    Spectra spectrum =
        Spectra.in(hdu, 0)
            .axis(
                wavelengths(header, image.lineLength()),
                "Angstrom",
                Mediums.vacuumOf("SDSS"),
                "10**(COEFF0+COEFF1*k), k from 0")
            .flux(image.line(0), unit, FluxCalibration.ABSOLUTE)
            .uncertainty(Uncertainty.Kind.SIGMA, image.line(ERROR), unit)
            .mask(image.bits(MASK), SdssProfile.BAD, "line 4 of the image, mask");
    return new Reading(observation(header), List.of(spectrum.build()), notes);
  }

  private static double[] wavelengths(Header header, int n) {
    Wcs wcs = new Wcs(header.number("COEFF0"), 1, header.number("COEFF1"), true, "COEFF1");
    return wcs.log10(n);
  }

  private static String unit(Header header, List<String> notes) {
    String bunit = header.text("BUNIT").strip();
    if (!bunit.isEmpty() && !bunit.contains(MISSPELT)) {
      return bunit;
    }
    notes.add("BUNIT is '%s'; the data model says %s.".formatted(bunit, UNIT));
    return UNIT;
  }

  /** RA and DEC are where the telescope points, RAOBJ and DECOBJ where the object is. */
  private static Observation observation(Header header) {
    Observation plain = Observations.of(Cards.of(header));
    return Observations.at(
        plain,
        Observations.orNull(header.number("RAOBJ")),
        Observations.orNull(header.number("DECOBJ")));
  }
}
