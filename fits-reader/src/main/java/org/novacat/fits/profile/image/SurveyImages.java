package org.novacat.fits.profile.image;

import static java.util.Objects.requireNonNull;
import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Image;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Flags;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.ObservationTimes;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.Wcs;
import org.novacat.fits.profile.table.SurveyTables;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.spectrum.Uncertainty;

/** The images of SDSS, LAMOST and DESI. */
public final class SurveyImages {
  /**
   * APOGEE apVisit: images of three lines, a detector each: flux (HDU 1), error (2), mask (3),
   * wavelength (4, Angstrom in vacuum, decreasing). Known by the BUNIT texts of the four. SDSS data
   * model, "apVisit".
   */
  public static final Profile APOGEE = new Profile("apogee-visit@1", SurveyImages::apogee);

  /**
   * SDSS up to data release 7, "spSpec": a primary image whose lines are the spectrum, the same
   * without its continuum, the error (1 sigma), the mask, and in late files a second mask; the axis
   * is 10^(COEFF0 + COEFF1 k), k from 0, in vacuum. Flux is in 10⁻¹⁷ erg/cm²/s/Å, where BUNIT
   * leaves the square out (SDSS data model, "1D Spectro Image").
   */
  public static final Profile SP_SPEC = new Profile("sdss-spspec@1", SurveyImages::spSpec);

  /**
   * LAMOST low resolution, data releases up to 7: a primary image of five lines, flux, inverse
   * variance, wavelength, and-mask, or-mask. Flux is relative, wavelengths are Angstrom in vacuum.
   * DATE-OBS is the middle of the observation in UTC; DATE-BEG and DATE-END are local time.
   */
  public static final Profile LAMOST = new Profile("lamost-lrs@1", SurveyImages::lamost);

  /**
   * DESI spectra and coadds: for each arm B, R, Z an image HDU of WAVELENGTH (one line), FLUX, IVAR
   * and MASK (a line for each target, as in FIBERMAP). Angstrom in vacuum; units in BUNIT, with
   * their powers of ten. DESI data model, "coadd-SURVEY-PROGRAM-HEALPIX". The order of a spectrum
   * is the row of its target.
   */
  public static final Profile DESI = new Profile("desi@1", SurveyImages::desi);

  /**
   * APOGEE_PIXMASK bits that leave no usable value: BADPIX, CRPIX, SATPIX, UNFIXABLE, BADDARK,
   * BADFLAT, BADERR, NOSKY (0 to 7), NOT_ENOUGH_PSF (14).
   */
  private static final int APOGEE_BAD = 0xff | 1 << 14;

  private static final List<String> APOGEE_BUNITS =
      List.of("Flux (", "Flux Error (", "Flag Mask", "Wavelength (Ang");

  private static final String SP_SPEC_UNIT = "1E-17 erg/cm^2/s/Ang";
  private static final String SP_SPEC_MISSPELT = "erg/cm/s/Ang";

  private static final List<String> DESI_ARMS = List.of("B", "R", "Z", "BRZ");

  private SurveyImages() {}

  private static Match apogee(Input input) {
    for (int i = 1; i <= APOGEE_BUNITS.size(); i++) {
      Hdu hdu = input.at(i);
      String begin = APOGEE_BUNITS.get(i - 1);
      if (hdu == null || !Images.isImage(hdu) || !hdu.header().text("BUNIT").startsWith(begin)) {
        return Match.no("BUNIT of HDU " + i + " does not begin with '" + begin + "'");
      }
    }
    return Match.yes(
        PROVIDER,
        "the HDUs of an apVisit",
        Map.of("TELESCOP", input.header().text("TELESCOP"), "BUNIT of HDU 4", "Wavelength (Ang)"),
        () -> readApogee(input));
  }

  private static Reading readApogee(Input input) {
    List<Hdu> hdus = input.hdus();
    Orders chips = new Orders(input);
    for (int chip = 0; chip < Image.of(hdus.get(1)).lines(); chip++) {
      chips.add(
          Spectra.in(hdus.get(1), chip)
              .axis(
                  Samples.ofLine(hdus.get(4), chip).in("Angstrom"),
                  Mediums.vacuumOf("APOGEE"),
                  "image HDU 4")
              .flux(Samples.ofLine(hdus.get(1), chip))
              .uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(hdus.get(2), chip))
              .mask(Flags.ofLine(hdus.get(3), chip), APOGEE_BAD, "image HDU 3")
              .build());
    }
    return Reading.of(input, input.file().primary(), chips.all());
  }

  private static Match spSpec(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    boolean lines =
        header.text("ARRAY1").startsWith("SPECTRUM")
            && header.text("ARRAY3").startsWith("ERROR")
            && header.text("ARRAY4").startsWith("MASK");
    if (!lines || !header.has("COEFF0") || !header.has("COEFF1")) {
      return Match.no("no ARRAY1, 3 and 4 of spectrum, error and mask with COEFF0 and COEFF1");
    }
    if (!hasLines(hdu, 4)) {
      return Match.no("the primary HDU is no image of four lines");
    }
    return Match.yes(
        header.text("TELESCOP").startsWith("SDSS") ? PROVIDER : CONVENTION,
        "the lines of an SDSS spSpec",
        header.texts("ARRAY1", "TELESCOP"),
        () -> readSpSpec(input, hdu));
  }

  private static boolean hasLines(Hdu hdu, int least) {
    return Images.isImage(hdu) && hdu.axes().length == 2 && hdu.axes()[1] >= least;
  }

  private static Reading readSpSpec(Input input, Hdu hdu) {
    Header header = hdu.header();
    List<String> notes = new ArrayList<>(input.file().notes());
    String unit = spSpecUnit(header, notes);
    Wcs wcs = coefficients(header, notes);
    Traced spectrum =
        Spectra.in(hdu, 0)
            .axis(
                new Samples(wcs.log10(hdu.axes()[0]), "Angstrom", Origin.ofCards(hdu)),
                Mediums.vacuumOf("SDSS"),
                "10**(COEFF0+COEFF1*k), k from 0")
            .flux(Samples.ofLine(hdu, 0).in(unit), FluxCalibration.ABSOLUTE)
            .uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(hdu, 2).in(unit))
            .mask(Flags.ofLine(hdu, 3), SurveyTables.SDSS_BAD, "line 4 of the image, mask")
            .build();
    // RA and DEC are where the telescope points, RAOBJ and DECOBJ where the object is.
    Observation observation =
        Observations.of(Cards.of(header))
            .at(
                Observations.orNull(header.number("RAOBJ")),
                Observations.orNull(header.number("DECOBJ")),
                SkyFrame.J2000);
    return Reading.of(observation, List.of(spectrum), notes);
  }

  /** COEFF0 and COEFF1; the cards of IRAF beside them must say the same. */
  private static Wcs coefficients(Header header, List<String> notes) {
    double start = header.number("COEFF0");
    double step = header.number("COEFF1");
    if (header.number("CRVAL1", start) != start || header.number("CD1_1", step) != step) {
      notes.add(
          "CRVAL1 = %s and CD1_1 = %s are not COEFF0 = %s and COEFF1 = %s, which the data model has."
              .formatted(header.text("CRVAL1"), header.text("CD1_1"), start, step));
    }
    return Wcs.from(start, step, "COEFF1");
  }

  private static String spSpecUnit(Header header, List<String> notes) {
    String bunit = header.text("BUNIT").strip();
    if (!bunit.isEmpty() && !bunit.contains(SP_SPEC_MISSPELT)) {
      return bunit;
    }
    notes.add("BUNIT is '%s'; the data model says %s.".formatted(bunit, SP_SPEC_UNIT));
    return SP_SPEC_UNIT;
  }

  private static Match lamost(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    if (!header.text("ORIGIN").contains("LAMOST")) {
      return Match.no("ORIGIN is not LAMOST");
    }
    if (!hasLines(hdu, 4)) {
      return Match.no("the primary HDU is no image of five lines");
    }
    return Match.yes(
        PROVIDER,
        "a LAMOST spectrum",
        header.texts("ORIGIN", "DATA_V", "EXTEN0"),
        () -> readLamost(input, hdu));
  }

  private static Reading readLamost(Input input, Hdu hdu) {
    Cards cards = Cards.of(hdu.header());
    Traced spectrum =
        Spectra.in(hdu, 0)
            .axis(
                Samples.ofLine(hdu, 2).in("Angstrom"),
                Mediums.stated(cards).or(Mediums.vacuumOf("LAMOST")),
                "line 3 of the image")
            .flux(Samples.ofLine(hdu, 0), FluxCalibration.RELATIVE)
            .uncertainty(Uncertainty.Kind.IVAR, Samples.ofLine(hdu, 1).in(""))
            .mask(Flags.ofLine(hdu, 3), -1, "line 4 of the image, and-mask")
            .build();
    return Reading.of(Observations.ofLamost(cards), List.of(spectrum), input.file().notes());
  }

  private static Match desi(Input input) {
    List<String> arms = DESI_ARMS.stream().filter(arm -> isArm(input, arm)).toList();
    if (arms.isEmpty() || input.named("FIBERMAP") == null) {
      return Match.no("no FIBERMAP with images of wavelength, flux and ivar by arm");
    }
    return Match.yes(
        PROVIDER,
        "the HDUs of DESI",
        Map.of("arms", String.join(",", arms)),
        () -> readDesi(input, arms));
  }

  private static boolean isArm(Input input, String arm) {
    return Stream.of("_WAVELENGTH", "_FLUX", "_IVAR")
        .allMatch(what -> Images.named(input, arm + what) != null);
  }

  private static Reading readDesi(Input input, List<String> arms) {
    Orders spectra = new Orders(input);
    int targets = 0;
    for (String arm : arms) {
      targets = Image.of(requireNonNull(Images.named(input, arm + "_FLUX"))).lines();
      for (int row = 0; row < targets; row++) {
        spectra.add(ofArm(input, arm, row));
      }
    }
    List<String> notes = new ArrayList<>(input.file().notes());
    if (targets > 1) {
      notes.add("The file holds %s targets; the order is the row of FIBERMAP.".formatted(targets));
    }
    return Reading.of(desiObservation(input), spectra.all(), notes);
  }

  private static Traced ofArm(Input input, String arm, int row) {
    Hdu wavelength = requireNonNull(Images.named(input, arm + "_WAVELENGTH"));
    Hdu flux = requireNonNull(Images.named(input, arm + "_FLUX"));
    Hdu ivar = requireNonNull(Images.named(input, arm + "_IVAR"));
    Spectra spectrum =
        Spectra.in(flux, row)
            .axis(
                Samples.ofLine(wavelength, 0).in(wavelength.header().text("BUNIT", "Angstrom")),
                Mediums.vacuumOf("DESI"),
                "image HDU " + wavelength.name())
            .flux(Samples.ofLine(flux, row))
            .uncertainty(Uncertainty.Kind.IVAR, Samples.ofLine(ivar, row));
    Hdu mask = Images.named(input, arm + "_MASK");
    if (mask != null && Image.of(mask).lines() > row) {
      spectrum.mask(Flags.ofLine(mask, row), -1, "image HDU " + mask.name());
    }
    return spectrum.build();
  }

  /** The headers say nothing; times are those of the exposures, positions those of the targets. */
  private static Observation desiObservation(Input input) {
    Observation plain = Observations.of(Cards.of(input.header()));
    FoundTable exposures = input.table(input.named("EXP_FIBERMAP"));
    if (exposures != null && plain.time() == null) {
      plain = plain.taken(meanTime(exposures.table()));
    }
    FoundTable targets = input.table(input.named("FIBERMAP"));
    if (targets == null
        || targets.table().rows() != 1
        || !targets.hasAll("TARGET_RA", "TARGET_DEC")) {
      return plain;
    }
    return plain.at(
        targets.table().numbers(targets.column("TARGET_RA"))[0],
        targets.table().numbers(targets.column("TARGET_DEC"))[0],
        SkyFrame.of("ICRS", ""));
  }

  private static @Nullable ObservationTime meanTime(Table exposures) {
    Column mjd = exposures.find("MJD");
    if (mjd == null || !mjd.isScalar()) {
      return null;
    }
    DoubleSummaryStatistics all = Arrays.stream(exposures.numbers(mjd)).summaryStatistics();
    ObservationTime mean =
        ObservationTimes.of(all.getAverage(), TimeScale.UTC, "mean MJD of EXP_FIBERMAP");
    return mean == null ? null : mean.over(all.getMax() - all.getMin());
  }
}
