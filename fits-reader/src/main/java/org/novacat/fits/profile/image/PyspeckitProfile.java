package org.novacat.fits.profile.image;

import java.util.List;
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
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * pyspeckit, for an axis that is not linear: a primary image of three lines, axis, data, error,
 * with CTYPE1 and CUNIT1 of a wavelength and no CRVAL1 to compute one.
 */
public final class PyspeckitProfile implements Profile {
  @Override
  public String id() {
    return "pyspeckit-rows@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    boolean lines = Images.isImage(hdu) && hdu.axes().length == 2 && hdu.axes()[1] == 3;
    if (!lines || header.has("CRVAL1")) {
      return Match.no("the primary HDU is no image of three lines without CRVAL1");
    }
    boolean wavelength =
        header.text("CTYPE1").startsWith("WAVE") && WavelengthUnits.isLength(header.text("CUNIT1"));
    if (!wavelength || !header.has("BTYPE")) {
      return Match.no("CTYPE1, CUNIT1 and BTYPE are not those of pyspeckit");
    }
    return Match.yes(
        Match.Rank.STRUCTURE,
        "three lines: axis, data, error",
        Map.of(
            "CTYPE1", header.text("CTYPE1"),
            "CUNIT1", header.text("CUNIT1"),
            "NAXIS2", "3"));
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    Image image = Image.of(hdu);
    Header header = hdu.header();
    String unit = header.text("BUNIT");
    SourceSpectrum spectrum =
        Spectra.in(hdu, 0)
            .axis(
                image.line(0),
                header.text("CUNIT1"),
                Mediums.stated(Cards.of(header)),
                "line 1 of the image")
            .flux(image.line(1), unit)
            .uncertainty(Uncertainty.Kind.SIGMA, image.line(2), unit)
            .build();
    return Reading.of(input, hdu, List.of(spectrum));
  }
}
