package org.novacat.fits.profile;

import java.util.Locale;
import java.util.regex.Pattern;
import org.novacat.fits.file.Header;
import org.novacat.layouts.axis.WavelengthUnit.Scale;

/**
 * What runs along the first axis of an image, by CTYPE1 and the cards that go with it (FITS
 * Standard 4.0, table 25; IRAF's WAT cards; spellings found in real files).
 */
public enum AxisKind {
  /** Wavelength, in equal steps. */
  WAVELENGTH,
  /** Wavelength, the axis holds its decimal logarithm. */
  LOG10_WAVELENGTH,
  /** Wavelength, the axis holds its natural logarithm. */
  LN_WAVELENGTH,
  /** Wavelength by the logarithmic algorithm of FITS paper III (WAVE-LOG). */
  PAPER_LOG_WAVELENGTH,
  /** Wavelength by an algorithm that is not followed here: a grism, a table, another quantity. */
  CURVED_WAVELENGTH,
  /** IRAF multispec: each line has its own dispersion. */
  MULTISPEC,
  VELOCITY,
  FREQUENCY,
  ENERGY,
  WAVENUMBER,
  CELESTIAL,
  PIXEL,
  /** Nothing that is known says what it is. */
  UNKNOWN;

  /**
   * A flux in erg for each Angstrom, as MIDAS and pipelines after it state it beside a CTYPE1 of
   * LINEAR: what it is spread over is a wavelength.
   */
  private static final Pattern PER_ANGSTROM =
      Pattern.compile(
          "(?i)\\berg.*(?:/ ?(?:AA?|Ang|Angstroms?)\\b"
              + "|\\b(?:AA?|Ang|Angstroms?) ?(?:\\^|\\*\\*)? ?[({]?-1\\b)");

  /** Characters: a card holds 68, and what is longer is prose. */
  private static final int LONGEST_UNIT = 100;

  /** Above this a number is no logarithm of a wavelength in any unit. */
  static final double GREATEST_LOGARITHM = 12;

  /** Whether the axis is one of wavelengths that the header computes. */
  public boolean isComputed() {
    return this == WAVELENGTH || isLogarithmic();
  }

  /** Whether its numbers have to be raised. */
  public boolean isLogarithmic() {
    return this == LOG10_WAVELENGTH || this == LN_WAVELENGTH || this == PAPER_LOG_WAVELENGTH;
  }

  /** The kind of the first axis of this header. */
  public static AxisKind of(Header header) {
    String ctype = ctype(header);
    if (AxisTypes.isBare(ctype)) {
      return saysWavelength(header) ? scaled(header) : UNKNOWN;
    }
    AxisKind named = AxisTypes.named(ctype);
    return switch (named) {
      case WAVELENGTH -> scaled(header);
      case UNKNOWN -> isWavelength(header) ? scaled(header) : UNKNOWN;
      case PAPER_LOG_WAVELENGTH -> isIrafLogarithm(header) ? LOG10_WAVELENGTH : named;
      default -> named;
    };
  }

  /** Whether CTYPE1 is no known word for wavelength, and the unit alone says that it is one. */
  public static boolean isByUnitAlone(Header header) {
    String ctype = ctype(header);
    return !AxisTypes.isBare(ctype) && AxisTypes.named(ctype) == UNKNOWN && of(header).isComputed();
  }

  private static String ctype(Header header) {
    return header.text("CTYPE1").strip().toUpperCase(Locale.ROOT);
  }

  private static boolean isIrafLogarithm(Header header) {
    return header.text("DC-FLAG").equals("1") && isSmall(header.number("CRVAL1"));
  }

  /** The kind of an axis of wavelengths, by the cards that tell logarithms. */
  private static AxisKind scaled(Header header) {
    Scale scale = WavelengthUnits.scale(header);
    if (scale == Scale.LN) {
      return LN_WAVELENGTH;
    }
    return scale == Scale.LOG10 || isLogarithmic(header) ? LOG10_WAVELENGTH : WAVELENGTH;
  }

  /** Whether another card than CTYPE1 says that the axis is a wavelength. */
  private static boolean saysWavelength(Header header) {
    String dispersion = header.text("DC-FLAG");
    return dispersion.equals("0")
        || dispersion.equals("1")
        || (!dispersion.equals("-1") && isWavelength(header))
        || isFluxPerAngstrom(header);
  }

  /** Whether CUNIT1 or WAT1 gives a unit of wavelength. */
  private static boolean isWavelength(Header header) {
    return WavelengthUnits.isLength(header.text("CUNIT1"))
        || WavelengthUnits.isLength(WavelengthUnits.ofWat(header));
  }

  /** Whether the flux is stated for each Angstrom. */
  static boolean isFluxPerAngstrom(Header header) {
    String unit = header.text("BUNIT");
    return unit.length() <= LONGEST_UNIT && PER_ANGSTROM.matcher(unit).find();
  }

  /**
   * IRAF's DC-FLAG, or the SDSS coefficients of a logarithmic axis, unless CRVAL1 says that they
   * are those of an axis that was made linear later.
   */
  private static boolean isLogarithmic(Header header) {
    String dispersion = header.text("DC-FLAG");
    boolean coefficients = header.has("COEFF0") && header.has("COEFF1");
    return dispersion.equals("1")
        || (coefficients && !dispersion.equals("0") && isSmall(header.number("CRVAL1", 0)));
  }

  private static boolean isSmall(double value) {
    return Math.abs(value) < GREATEST_LOGARITHM;
  }
}
