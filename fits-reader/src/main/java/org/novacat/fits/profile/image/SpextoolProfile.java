package org.novacat.fits.profile.image;

import java.util.Locale;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Spextool (SpeX at the IRTF; Cushing et al. 2004): a primary image with three lines for each
 * order, wavelength, flux, error; newer versions add a line of flags. Units in XUNITS and YUNITS,
 * the order numbers in ORDERS. Wavelengths are in vacuum unless WAVETYPE says air.
 */
public final class SpextoolProfile implements Profile {
  @Override
  public String id() {
    return "spextool@1";
  }

  @Override
  public Match match(Input input) {
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
        Match.Rank.CONVENTION,
        "the cards of Spextool",
        header.texts("XUNITS", "YUNITS", "INSTRUME"));
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    int planes = hdu.axes().length < 3 ? 1 : hdu.axes()[2];
    String[] numbers = hdu.header().text("ORDERS").split(",");
    Orders orders = new Orders(input);
    for (int plane = 0; plane < planes; plane++) {
      boolean numbered = planes == numbers.length;
      int order = numbered ? (int) CardNumbers.parseLong(numbers[plane], plane) : plane;
      orders.add(spectrum(hdu, plane, planes == 1 ? 0 : order));
    }
    return Reading.of(input, hdu, orders.all());
  }

  private static SourceSpectrum spectrum(Hdu hdu, int plane, int order) {
    Header header = hdu.header();
    Image image = Image.of(hdu);
    int first = plane * hdu.axes()[1];
    String unit = header.text("YUNITS");
    return Spectra.in(hdu, order)
        .axis(image.line(first), header.text("XUNITS"), medium(header), "line 1 of the image")
        .flux(image.line(first + 1), unit)
        .uncertainty(Uncertainty.Kind.SIGMA, image.line(first + 2), unit)
        .build();
  }

  private static Mediums medium(Header header) {
    String type = header.text("WAVETYPE").strip().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "vacuum" -> new Mediums(Medium.VACUUM, MediumSource.HEADER, "WAVETYPE");
      case "air" -> new Mediums(Medium.AIR, MediumSource.HEADER, "WAVETYPE");
      default -> Mediums.vacuumOf("Spextool");
    };
  }
}
