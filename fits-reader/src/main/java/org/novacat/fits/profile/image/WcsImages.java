package org.novacat.fits.profile.image;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.GENERIC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Calibrations;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.SpectralAxis;

/**
 * One-dimensional images whose axis the header computes: IRAF and ESO linear, the logarithmic ones
 * (DC-FLAG = 1, LOGLIN, WAVE-LOG), and those of amateurs.
 */
public final class WcsImages {
  /** A linear axis. One profile for each kind, so that a result says which formula it came by. */
  public static final Profile LINEAR =
      new Profile("wcs-linear@3", input -> match(input, List.of(AxisKind.WAVELENGTH)));

  /** A logarithmic axis. */
  public static final Profile LOGARITHMIC =
      new Profile(
          "wcs-log-linear@2",
          input ->
              match(
                  input,
                  List.of(
                      AxisKind.LOG10_WAVELENGTH,
                      AxisKind.LN_WAVELENGTH,
                      AxisKind.PAPER_LOG_WAVELENGTH)));

  /**
   * The format of the BeSS database and of the amateur programs that write for it (ISIS, specINTI,
   * BASS Project, Demetra, VSpec): a one-dimensional primary image, linear, CTYPE1 = Wavelength,
   * cards that begin with BSS_. Flux is relative, or divided by the continuum where BSS_NORM says
   * so.
   */
  public static final Profile BESS = new Profile("bess@2", WcsImages::bess);

  private WcsImages() {}

  private static Match match(Input input, List<AxisKind> kinds) {
    Hdu hdu = Images.onlySpectrum(input);
    if (hdu == null) {
      return Match.no("no one-dimensional image, or several");
    }
    AxisKind kind = AxisKind.of(hdu.header());
    if (!kinds.contains(kind)) {
      return Match.no("the axis is " + kind);
    }
    return Match.yes(GENERIC, "the axis is " + kind, inputs(hdu), () -> read(input, hdu));
  }

  private static Map<String, String> inputs(Hdu hdu) {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("HDU", String.valueOf(hdu.index()));
    inputs.putAll(
        hdu.header().texts("NAXIS", "CTYPE1", "CUNIT1", "DC-FLAG", "WAT1_001", "COEFF0", "ORIGIN"));
    inputs.values().removeIf(String::isEmpty);
    return inputs;
  }

  private static Reading read(Input input, Hdu hdu) {
    Cards cards = Cards.of(input, hdu);
    Samples flux = Samples.ofLine(hdu, 0);
    FluxCalibration calibration = Calibrations.ofUnit(flux.unit().strip());
    return reading(input, hdu, flux, Mediums.stated(cards), calibration);
  }

  private static Reading reading(
      Input input, Hdu hdu, Samples flux, Mediums medium, FluxCalibration calibration) {
    HeaderAxis axis = HeaderAxis.of(hdu.header());
    List<String> notes = notes(input, axis);
    Spectra spectrum =
        Spectra.in(hdu, 0).axis(axis.of(flux.values().length, medium)).flux(flux, calibration);
    ImageSpectra.addBeside(input, hdu, spectrum, notes);
    return Reading.of(Observations.of(Cards.of(input, hdu)), List.of(spectrum.build()), notes);
  }

  private static Match bess(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    if (!Images.isOneDimensional(hdu)) {
      return Match.no("the primary HDU is no one-dimensional image");
    }
    if (!header.hasPrefix("BSS_")) {
      return Match.no("no BSS_ card");
    }
    Mediums medium = Mediums.stated(Cards.of(header)).or(Mediums.AIR_BY_CUSTOM);
    return Match.yes(
        CONVENTION,
        "BSS_ cards of the BeSS format",
        Map.of(
            "sign", "BSS_*",
            "CTYPE1", header.text("CTYPE1"),
            "VERSION", Cards.of(header).text("SWCREATE", "VERSION")),
        () -> reading(input, hdu, Samples.ofLine(hdu, 0), medium, bessCalibration(header)));
  }

  private static FluxCalibration bessCalibration(Header header) {
    if (Calibrations.ofUnit(header.text("BUNIT")) == FluxCalibration.ABSOLUTE) {
      return FluxCalibration.ABSOLUTE;
    }
    String norm = header.text("BSS_NORM").strip().toLowerCase(Locale.ROOT);
    boolean divided = !norm.isEmpty() && !norm.equals("none") && !norm.equals("no");
    return divided ? FluxCalibration.NORMALIZED : FluxCalibration.RELATIVE;
  }

  /** The axis that this header computes for {@code n} pixels. */
  static SpectralAxis axis(Header header, int n, Mediums medium) {
    return HeaderAxis.of(header).of(n, medium);
  }

  static List<String> notes(Input input, Hdu hdu) {
    return notes(input, HeaderAxis.of(hdu.header()));
  }

  private static List<String> notes(Input input, HeaderAxis axis) {
    List<String> notes = new ArrayList<>(input.file().notes());
    notes.addAll(axis.notes());
    return notes;
  }

  /** What was assumed of the axis that this header computes, and what was passed over. */
  static List<String> axisNotes(Header header) {
    return HeaderAxis.of(header).notes();
  }
}
