package org.novacat.fits.profile.image;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;

import java.util.List;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;

/** One-dimensional images of the Goodman spectrograph pipeline before its version 3. */
public final class GoodmanImages {
  /**
   * An axis by GSP_FUNC = Chebyshev1D of GSP_ORDR and GSP_C000 on: the wavelength of pixel x, from
   * 0, in Angstrom is Σ c_k T_k(x), x as it is and not mapped to a range ("New Keywords" of its
   * documentation, whose models are those of astropy). Files with a linear axis have the cards of
   * one, and are read by them.
   */
  public static final Profile GOODMAN = new Profile("goodman-gsp@1", GoodmanImages::match);

  private static final int HIGHEST_ORDER = 20;

  private GoodmanImages() {}

  private static Match match(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    if (!Images.isOneDimensional(hdu) || !header.text("GSP_FUNC").strip().equals("Chebyshev1D")) {
      return Match.no("no one-dimensional primary image with GSP_FUNC Chebyshev1D");
    }
    boolean linear =
        switch (AxisKind.of(header)) {
          case WAVELENGTH, LOG10_WAVELENGTH, LN_WAVELENGTH, MULTISPEC -> true;
          default -> false;
        };
    return linear
        ? Match.no("the axis has cards of its own")
        : Match.yes(
            CONVENTION,
            "the wavelength solution of the Goodman pipeline",
            header.texts("GSP_FUNC", "GSP_ORDR", "GSP_VERS"),
            () -> read(input, hdu));
  }

  private static Reading read(Input input, Hdu hdu) {
    Samples flux = Samples.ofLine(hdu, 0);
    double[] axis = wavelengths(coefficients(hdu.header()), flux.values().length);
    List<Traced> spectra =
        List.of(
            Spectra.in(hdu, 0)
                .axis(
                    new Samples(axis, "Angstrom", Origin.ofCards(hdu)),
                    Mediums.stated(Cards.of(hdu.header())),
                    "GSP_FUNC Chebyshev1D, x from 0")
                .flux(flux)
                .build());
    return Reading.of(input, hdu, spectra);
  }

  private static double[] coefficients(Header header) {
    long order = header.integer("GSP_ORDR", -1);
    if (order < 1 || order > HIGHEST_ORDER) {
      throw RefusedException.unreadable(
          "BAD_COUNT", "Cannot read spectrum: GSP_ORDR is '%s'".formatted(header.text("GSP_ORDR")));
    }
    double[] coefficients = new double[(int) order + 1];
    for (int k = 0; k < coefficients.length; k++) {
      String keyword = Header.numbered("GSP_C", 3, k);
      coefficients[k] = header.number(keyword);
      if (Double.isNaN(coefficients[k])) {
        throw RefusedException.missing(
            keyword, "Cannot read spectrum: %s is missing or no number".formatted(keyword));
      }
    }
    return coefficients;
  }

  /** Clenshaw's sum of the Chebyshev polynomials at 0, 1, 2, … */
  private static double[] wavelengths(double[] c, int n) {
    double[] axis = new double[n];
    for (int x = 0; x < n; x++) {
      double next = 0;
      double afterNext = 0;
      for (int k = c.length - 1; k > 0; k--) {
        double here = c[k] + 2 * x * next - afterNext;
        afterNext = next;
        next = here;
      }
      axis[x] = c[0] + x * next - afterNext;
    }
    return axis;
  }
}
