package org.novacat.fits.profile.image;

import static java.util.Objects.requireNonNull;
import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.CardNumbers;
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
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Uncertainty;

/** Images with a line, or some lines, for each echelle order. */
public final class EchelleImages {
  /**
   * HARPS and HARPS-N echelle orders ("e2ds"): a primary image with a line for each order, in
   * electrons with the blaze in them. The wavelength of pixel x (from 0) of order o (from 0) is Σ
   * COEFF LL(i + o (d + 1)) xⁱ for i from 0 to d = DEG LL, in air and in the frame of the
   * spectrograph (HARPS DRS User Manual, "wavelength calibration"). An order without a solution has
   * coefficients 0 and is left out.
   */
  public static final Profile HARPS = new Profile("harps-e2ds@1", EchelleImages::harps);

  /**
   * Habitable-zone Planet Finder, Goldilocks pipeline: image HDUs {@code Sci Flux}, {@code Sci
   * Error}, {@code Sci Wavl} with a line for each of 28 orders; sky and calibration fibre are left
   * aside. Wavelengths are Angstrom in vacuum. RA is in hours, unlike everywhere else.
   */
  public static final Profile HPF = new Profile("hpf-orders@1", EchelleImages::hpf);

  /**
   * Spextool (SpeX at the IRTF; Cushing et al. 2004): a primary image with three lines for each
   * order, wavelength, flux, error; newer versions add a line of flags. Units in XUNITS and YUNITS,
   * the order numbers in ORDERS. Wavelengths are in vacuum unless WAVETYPE says air.
   */
  public static final Profile SPEXTOOL = new Profile("spextool@1", EchelleImages::spextool);

  private static final int HARPS_HIGHEST_DEGREE = 20;

  private static final Mediums HARPS_AIR =
      new Mediums(Medium.AIR, MediumSource.DATA_MODEL, "HARPS DRS data model");

  private static final List<String> HPF_NAMES = List.of("Sci Flux", "Sci Error", "Sci Wavl");

  private EchelleImages() {}

  private static Match harps(Input input) {
    Hdu hdu = input.file().primary();
    String prefix = harpsPrefix(hdu.header());
    if (prefix == null || !Images.isImage(hdu) || hdu.axes().length != 2) {
      return Match.no("no image of orders with DRS CAL TH DEG LL");
    }
    return Match.yes(
        PROVIDER,
        "the wavelength solution of the HARPS pipeline",
        hdu.header().texts(prefix + " DEG LL"),
        () -> readHarps(input, hdu, prefix));
  }

  private static @Nullable String harpsPrefix(Header header) {
    for (String telescope : new String[] {"ESO", "TNG"}) {
      String prefix = "HIERARCH %s DRS CAL TH".formatted(telescope);
      if (header.has(prefix + " DEG LL")) {
        return prefix;
      }
    }
    return null;
  }

  private static Reading readHarps(Input input, Hdu hdu, String prefix) {
    int degree = degree(hdu.header(), prefix);
    Orders orders = new Orders(input);
    List<String> notes = new ArrayList<>();
    for (int order = 0; order < Image.of(hdu).lines(); order++) {
      double[] coefficients = coefficients(hdu.header(), prefix, degree, order);
      if (coefficients == null) {
        notes.add("Order %s has no wavelength solution and is left out.".formatted(order));
      } else {
        orders.add(harpsOrder(hdu, order, coefficients));
      }
    }
    return Reading.of(input, hdu, orders.all(), notes.toArray(String[]::new));
  }

  private static Traced harpsOrder(Hdu hdu, int order, double[] coefficients) {
    Samples flux = Samples.ofLine(hdu, order);
    double[] axis = new double[flux.values().length];
    for (int x = 0; x < axis.length; x++) {
      for (int i = coefficients.length - 1; i >= 0; i--) {
        axis[x] = axis[x] * x + coefficients[i];
      }
    }
    return Spectra.in(hdu, order)
        .axis(
            new Samples(axis, "Angstrom", Origin.ofCards(hdu)),
            HARPS_AIR,
            "DRS CAL TH COEFF LL, x from 0")
        .flux(flux, FluxCalibration.UNCALIBRATED)
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
    if (degree < 1 || degree > HARPS_HIGHEST_DEGREE) {
      throw RefusedException.unreadable(
          "BAD_COUNT",
          "Cannot read spectrum: %s DEG LL is '%s'"
              .formatted(prefix, header.text(prefix + " DEG LL")));
    }
    return (int) degree;
  }

  private static Match hpf(Input input) {
    if (!input.header().text("INSTRUME").equals("HPF")) {
      return Match.no("INSTRUME is not HPF");
    }
    for (String name : HPF_NAMES) {
      if (Images.named(input, name) == null) {
        return Match.no("no image HDU " + name);
      }
    }
    return Match.yes(
        PROVIDER,
        "the HDUs of HPF",
        Map.of("INSTRUME", "HPF", "HDUs", String.join(", ", HPF_NAMES)),
        () -> readHpf(input));
  }

  private static Reading readHpf(Input input) {
    Hdu flux = requireNonNull(input.named("Sci Flux"));
    Hdu error = requireNonNull(input.named("Sci Error"));
    Hdu wavelength = requireNonNull(input.named("Sci Wavl"));
    Orders orders = new Orders(input);
    for (int line = 0; line < Image.of(flux).lines(); line++) {
      orders.add(
          Spectra.in(flux, line)
              .axis(
                  Samples.ofLine(wavelength, line).in("Angstrom"),
                  Mediums.vacuumOf("HPF Goldilocks"),
                  "image HDU Sci Wavl")
              .flux(Samples.ofLine(flux, line))
              .uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(error, line).in(""))
              .build());
    }
    return Reading.of(hpfObservation(input), orders.all(), input.file().notes());
  }

  private static Observation hpfObservation(Input input) {
    Cards cards = Cards.of(input.header());
    // RA and DEC beside them are of date and count hours, too.
    double hours = cards.number("RA_2000");
    double degrees = cards.number("DEC_2000");
    boolean known = hours >= 0 && hours < 24 && Math.abs(degrees) <= 90;
    return known
        ? Observations.of(cards).at(hours * 15, degrees, SkyFrame.J2000)
        : Observations.of(cards).at(null, null, SkyFrame.UNSTATED);
  }

  private static Match spextool(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    if (!header.has("XUNITS") || !header.has("YUNITS")) {
      return Match.no("no XUNITS and YUNITS");
    }
    boolean lines =
        Images.isImage(hdu)
            && hdu.axes().length >= 2
            && hdu.axes().length <= 3
            && (hdu.axes()[1] == 3 || hdu.axes()[1] == 4);
    if (!lines) {
      return Match.no("the primary HDU is no image of three or four lines for each order");
    }
    return Match.yes(
        CONVENTION,
        "the cards of Spextool",
        header.texts("XUNITS", "YUNITS", "INSTRUME"),
        () -> readSpextool(input, hdu));
  }

  private static Reading readSpextool(Input input, Hdu hdu) {
    int planes = hdu.axes().length < 3 ? 1 : hdu.axes()[2];
    String[] numbers = hdu.header().text("ORDERS").split(",");
    Orders orders = new Orders(input);
    for (int plane = 0; plane < planes; plane++) {
      boolean numbered = planes == numbers.length;
      int order = numbered ? (int) CardNumbers.parseLong(numbers[plane], plane) : plane;
      orders.add(spextoolOrder(hdu, plane, planes == 1 ? 0 : order));
    }
    return Reading.of(input, hdu, orders.all());
  }

  private static Traced spextoolOrder(Hdu hdu, int plane, int order) {
    Header header = hdu.header();
    int first = plane * hdu.axes()[1];
    String unit = header.text("YUNITS");
    return Spectra.in(hdu, order)
        .axis(
            Samples.ofLine(hdu, first).in(header.text("XUNITS")),
            spextoolMedium(header),
            "line 1 of the image")
        .flux(Samples.ofLine(hdu, first + 1).in(unit))
        .uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(hdu, first + 2).in(unit))
        .build();
  }

  private static Mediums spextoolMedium(Header header) {
    return switch (header.text("WAVETYPE").strip().toLowerCase(Locale.ROOT)) {
      case "vacuum" -> new Mediums(Medium.VACUUM, MediumSource.HEADER, "WAVETYPE");
      case "air" -> new Mediums(Medium.AIR, MediumSource.HEADER, "WAVETYPE");
      default -> Mediums.vacuumOf("Spextool");
    };
  }
}
