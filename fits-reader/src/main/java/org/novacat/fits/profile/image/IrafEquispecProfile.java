package org.novacat.fits.profile.image;

import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * IRAF equispec: a primary image of several lines that share one linear or logarithmic axis, an
 * aperture each, stacked in bands (F. Valdes, "The IRAF/NOAO Spectral World Coordinate Systems",
 * section 4). The spectrum band is read, with the sigma band as its uncertainty.
 */
public final class IrafEquispecProfile implements Profile {
  @Override
  public String id() {
    return "iraf-equispec@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isImage(hdu) || Images.isOneDimensional(hdu) || hdu.axes().length > 3) {
      return Match.no("the primary HDU is no image of two or three axes");
    }
    AxisKind kind = AxisKind.of(hdu.header());
    boolean equispec = hdu.header().text("WAT0_001").contains("system=equispec");
    if (!equispec || (kind != AxisKind.WAVELENGTH && kind != AxisKind.LOG10_WAVELENGTH)) {
      return Match.no("WAT0 is not equispec, or the first axis is no wavelength");
    }
    if (IrafBands.of(hdu).science() < 0) {
      return Match.no("several bands and no BANDID that says spectrum");
    }
    return Match.yes(
        Match.Rank.CONVENTION,
        "an IRAF stack of one dispersion",
        hdu.header().texts("WAT0_001", "BANDID1"));
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    SpectralAxis axis =
        WcsImageProfile.axis(hdu.header(), hdu.axes()[0], Mediums.stated(Cards.of(hdu.header())));
    int apertures = IrafBands.apertures(hdu);
    Orders spectra = new Orders(input);
    for (int aperture = 0; aperture < apertures; aperture++) {
      int order = apertures == 1 ? 0 : aperture + 1;
      spectra.add(line(hdu, aperture, hdu.axes()[0], Spectra.in(hdu, order).axis(axis)));
    }
    return new Reading(
        Observations.of(Cards.of(hdu.header())), spectra.all(), WcsImageProfile.notes(input, hdu));
  }

  /** Adds flux and uncertainty of an aperture of a stack, the first {@code n} pixels. */
  static SourceSpectrum line(Hdu hdu, int aperture, int n, Spectra spectrum) {
    Image image = Image.of(hdu);
    IrafBands bands = IrafBands.of(hdu);
    int apertures = IrafBands.apertures(hdu);
    String unit = hdu.header().text("BUNIT");
    spectrum.flux(Spectra.first(image.line(bands.science() * apertures + aperture), n), unit);
    if (bands.sigma() >= 0) {
      double[] sigma = image.line(bands.sigma() * apertures + aperture);
      spectrum.uncertainty(Uncertainty.Kind.SIGMA, Spectra.first(sigma, n), unit);
    }
    return spectrum.build();
  }
}
