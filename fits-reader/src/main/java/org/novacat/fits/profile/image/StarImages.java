package org.novacat.fits.profile.image;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Flags;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.Wcs;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Uncertainty;

/** Images of APOGEE and of the Liverpool Telescope, whose HDUs are known by their place. */
public final class StarImages {
  /**
   * APOGEE apStar and aspcapStar, on one logarithmic axis, Angstrom in vacuum and at rest in the
   * barycentre or the star's frame. HDU 1 is the flux, HDU 2 its error. In an apStar HDU 3 is the
   * mask, and the lines are two ways of combining the visits and then the visits; the first line is
   * read. In an aspcapStar HDU 3 is the best model, and flux is divided by the continuum. SDSS data
   * models "apStar" and "aspcapStar".
   */
  public static final Profile APOGEE = new Profile("apogee-star@1", StarImages::apogee);

  /**
   * SPRAT of the Liverpool Telescope, level 2: the image of the detector, and in HDUs of their own
   * the extracted spectrum at four stages, SPEC_NONSS (with the sky), SPEC_SS (without), NORMFLUX
   * (response corrected, 1 from 5000 to 6000 Angstrom), FLUX (erg/s/cm2/Angstrom). The last of them
   * is read ("SPRAT data" of the telescope's site).
   */
  public static final Profile SPRAT = new Profile("sprat@1", StarImages::sprat);

  /** Last stage first. */
  private static final List<String> STAGES = List.of("FLUX", "NORMFLUX", "SPEC_SS", "SPEC_NONSS");

  /**
   * APOGEE_PIXMASK bits that leave no usable value: BADPIX, CRPIX, SATPIX, UNFIXABLE, BADDARK,
   * BADFLAT, BADERR, NOSKY (0 to 7), NOT_ENOUGH_PSF (14).
   */
  private static final int APOGEE_BAD = 0xff | 1 << 14;

  private static final String APOGEE_FLUX = "1E-17 erg/s/cm^2/Angstrom";

  private StarImages() {}

  private static Match apogee(Input input) {
    Hdu flux = input.at(1);
    if (!isApogee(input)) {
      return Match.no("HDU 1 to 3 are no images of one shape with CTYPE1 LOG-LINEAR");
    }
    Header primary = input.header();
    boolean named =
        Stream.of("TELESCOP", "SURVEY", "ORIGIN")
            .anyMatch(keyword -> primary.text(keyword).toLowerCase(Locale.ROOT).contains("apo"));
    return Match.yes(
        named ? PROVIDER : CONVENTION,
        "the HDUs of an APOGEE star",
        Map.of("CTYPE1 of HDU 1", "LOG-LINEAR"),
        () -> readApogee(input, Objects.requireNonNull(flux)));
  }

  static boolean isApogee(Input input) {
    Hdu flux = input.at(1);
    return isStar(flux) && isLike(input.at(2), flux) && isLike(input.at(3), flux);
  }

  private static boolean isStar(@Nullable Hdu hdu) {
    return hdu != null
        && Images.isImage(hdu)
        && hdu.axes().length <= 2
        && hdu.header().text("CTYPE1").strip().equalsIgnoreCase("LOG-LINEAR")
        && hdu.header().has("CRVAL1")
        && hdu.header().has("CDELT1");
  }

  private static boolean isLike(@Nullable Hdu hdu, @Nullable Hdu flux) {
    return hdu != null
        && flux != null
        && Images.isImage(hdu)
        && hdu.axes()[0] == flux.axes()[0]
        && ImageSet.lines(hdu) == ImageSet.lines(flux);
  }

  private static Reading readApogee(Input input, Hdu hdu) {
    Hdu third = input.hdus().get(3);
    boolean visits = third.bitpix() > 0;
    Header header = hdu.header();
    Wcs stated = Wcs.of(header, AxisKind.LOG10_WAVELENGTH);
    Wcs wcs = header.has("CRPIX1") ? stated : stated.fromFirstRow();
    Samples flux = Samples.ofLine(hdu, 0);
    Spectra spectrum =
        Spectra.in(hdu, 0)
            .axis(
                new Samples(wcs.log10(hdu.axes()[0]), "Angstrom", Origin.ofCards(hdu)),
                Mediums.vacuumOf("APOGEE"),
                wcs.source(AxisKind.LOG10_WAVELENGTH))
            .uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(input.hdus().get(2), 0));
    if (visits) {
      spectrum
          .flux(flux.unit().isBlank() ? flux.in(APOGEE_FLUX) : flux)
          .mask(Flags.ofLine(third, 0), APOGEE_BAD, "image HDU 3");
    } else {
      spectrum.flux(flux.in(""), FluxCalibration.NORMALIZED);
    }
    return apogeeReading(input, hdu, List.of(spectrum.build()));
  }

  private static Reading apogeeReading(Input input, Hdu hdu, List<Traced> spectra) {
    List<String> notes = new ArrayList<>();
    if (ImageSet.lines(hdu) > 1) {
      notes.add(
          "Line 1 of %s is read, the combined spectrum; the others combine otherwise or are single visits."
              .formatted(ImageSet.lines(hdu)));
    }
    return Reading.of(input, hdu, spectra, notes.toArray(String[]::new));
  }

  private static Match sprat(Input input) {
    boolean named =
        Cards.of(input.header()).text("INSTRUME").equals("SPRAT")
            || Images.named(input, "SPEC_NONSS") != null;
    Hdu last =
        STAGES.stream()
            .map(name -> stage(input, name))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return !named || last == null
        ? Match.no("no SPEC_NONSS, SPEC_SS, NORMFLUX or FLUX of SPRAT")
        : Match.yes(
            PROVIDER,
            "a stage of a SPRAT spectrum",
            Map.of("HDU", last.name()),
            () -> readSprat(input, last));
  }

  private static @Nullable Hdu stage(Input input, String name) {
    Hdu hdu = Images.named(input, name);
    return hdu != null && Images.isOneDimensional(hdu) ? hdu : null;
  }

  private static Reading readSprat(Input input, Hdu hdu) {
    Samples flux = Samples.ofLine(hdu, 0);
    Orders orders = new Orders(input);
    orders.add(
        Spectra.in(hdu, 0)
            .axis(
                WcsImages.axis(
                    hdu.header(), flux.values().length, Mediums.stated(Cards.of(input, hdu))))
            .flux(spratUnit(flux, hdu.name()), spratCalibration(hdu.name()))
            .build());
    List<String> notes = new ArrayList<>(WcsImages.axisNotes(hdu.header()));
    notes.add("%s is the last stage of the spectrum in the file.".formatted(hdu.name()));
    return Reading.of(input, hdu, orders.all(), notes.toArray(String[]::new));
  }

  private static Samples spratUnit(Samples flux, String stage) {
    if (!flux.unit().isBlank()) {
      return flux;
    }
    return switch (stage) {
      case "FLUX" -> flux.in("erg/s/cm2/Angstrom");
      case "NORMFLUX" -> flux;
      default -> flux.in("count");
    };
  }

  private static FluxCalibration spratCalibration(String stage) {
    return switch (stage) {
      case "FLUX" -> FluxCalibration.ABSOLUTE;
      case "NORMFLUX" -> FluxCalibration.RELATIVE;
      default -> FluxCalibration.UNCALIBRATED;
    };
  }
}
