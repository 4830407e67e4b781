package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
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
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * HARPS and HARPS-N echelle orders ("e2ds"): a primary image with a line for each order, in
 * electrons with the blaze in them. The wavelength of pixel x (from 0) of order o (from 0) is Σ
 * COEFF LL(i + o (d + 1)) xⁱ for i from 0 to d = DEG LL, in air and in the frame of the
 * spectrograph (HARPS DRS User Manual, "wavelength calibration"). An order without a solution has
 * coefficients 0 and is left out.
 */
public final class HarpsE2dsProfile implements Profile {
  private static final int HIGHEST_DEGREE = 20;

  private static final Mediums AIR =
      new Mediums(Medium.AIR, MediumSource.DATA_MODEL, "HARPS DRS data model");

  @Override
  public String id() {
    return "harps-e2ds@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    String prefix = prefix(hdu.header());
    if (prefix == null || !Images.isImage(hdu) || hdu.axes().length != 2) {
      return Match.no("no image of orders with DRS CAL TH DEG LL");
    }
    return Match.yes(
        Match.Rank.PROVIDER,
        "the wavelength solution of the HARPS pipeline",
        Map.of(prefix + " DEG LL", hdu.header().text(prefix + " DEG LL")));
  }

  private static @Nullable String prefix(Header header) {
    for (String telescope : new String[] {"ESO", "TNG"}) {
      String prefix = "HIERARCH %s DRS CAL TH".formatted(telescope);
      if (header.has(prefix + " DEG LL")) {
        return prefix;
      }
    }
    return null;
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    Image image = Image.of(hdu);
    String prefix = Objects.requireNonNull(prefix(hdu.header()));
    int degree = degree(hdu.header(), prefix);
    Orders orders = new Orders(input);
    List<String> notes = new ArrayList<>(input.file().notes());
    for (int order = 0; order < image.lines(); order++) {
      double[] coefficients = coefficients(hdu.header(), prefix, degree, order);
      if (coefficients == null) {
        notes.add("Order %s has no wavelength solution and is left out.".formatted(order));
      } else {
        orders.add(spectrum(hdu, order, coefficients, image.line(order)));
      }
    }
    return new Reading(Observations.of(Cards.of(hdu.header())), orders.all(), notes);
  }

  private static SourceSpectrum spectrum(Hdu hdu, int order, double[] coefficients, double[] flux) {
    double[] axis = new double[flux.length];
    for (int x = 0; x < axis.length; x++) {
      for (int i = coefficients.length - 1; i >= 0; i--) {
        axis[x] = axis[x] * x + coefficients[i];
      }
    }
    return Spectra.in(hdu, order)
        .axis(axis, "Angstrom", AIR, "DRS CAL TH COEFF LL, x from 0")
        .flux(flux, hdu.header().text("BUNIT"), FluxCalibration.UNCALIBRATED)
        .build();
  }

  /** Null when the order has none. */
  private static double @Nullable [] coefficients(
      Header header, String prefix, int degree, int order) {
    double[] coefficients = new double[degree + 1];
    boolean any = false;
    for (int i = 0; i < coefficients.length; i++) {
      String keyword = "%s COEFF LL%s".formatted(prefix, i + (long) order * coefficients.length);
      coefficients[i] = header.number(keyword);
      if (Double.isNaN(coefficients[i])) {
        throw RefusedException.missing(
            keyword,
            "Cannot read spectrum: %s of order %s is missing or no number"
                .formatted(keyword, order));
      }
      any |= coefficients[i] != 0;
    }
    return any ? coefficients : null;
  }

  private static int degree(Header header, String prefix) {
    long degree = header.integer(prefix + " DEG LL", -1);
    if (degree < 1 || degree > HIGHEST_DEGREE) {
      throw RefusedException.unreadable(
          "BAD_COUNT",
          "Cannot read spectrum: %s DEG LL is '%s'"
              .formatted(prefix, header.text(prefix + " DEG LL")));
    }
    return (int) degree;
  }
}
