package org.novacat.fits.profile;

import java.util.Locale;
import java.util.regex.Pattern;
import org.novacat.fits.file.Header;

/**
 * What runs along the first axis of an image, by CTYPE1 and the cards that go with it (FITS
 * Standard 4.0, table 25; IRAF's WAT cards; spellings found in real files).
 */
public enum AxisKind {
  /** Wavelength, in equal steps. */
  WAVELENGTH,
  /** Wavelength, the axis holds its decimal logarithm. */
  LOG10_WAVELENGTH,
  /** Wavelength by the natural logarithm of FITS paper III (WAVE-LOG). */
  LN_WAVELENGTH,
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
          "(?i)\\berg.*(?:/ ?(?:A|Ang|Angstroms?)|\\b(?:A|Ang|Angstroms?) ?(?:\\^|\\*\\*)? ?\\(?-1)\\b");

  /** The kind of the first axis of this header. */
  public static AxisKind of(Header header) {
    String ctype = header.text("CTYPE1").strip().toUpperCase(Locale.ROOT);
    return switch (ctype.length() > 4 && ctype.charAt(4) == '-' ? ctype.substring(0, 4) : ctype) {
      case "VRAD", "VOPT", "VELO", "FELO", "ZOPT", "BETA", "VELOCITY" -> VELOCITY;
      case "FREQ", "FREQUENCY" -> FREQUENCY;
      case "ENER", "ENERGY" -> ENERGY;
      case "WAVN" -> WAVENUMBER;
      case "RA--", "DEC-", "GLON", "GLAT", "ELON", "ELAT", "RA", "DEC" -> CELESTIAL;
      case "PIXEL", "FIBER" -> PIXEL;
      case "MULTISPE" -> MULTISPEC;
      case "WAVE", "AWAV" -> standardWavelength(ctype, header);
      default -> wavelength(ctype, header);
    };
  }

  /** WAVE and AWAV with the algorithm code of FITS paper III; only -LOG can be followed. */
  private static AxisKind standardWavelength(String ctype, Header header) {
    return switch (ctype.substring(4)) {
      case "" -> isLogarithmic(header) ? LOG10_WAVELENGTH : WAVELENGTH;
      case "-LOG" -> LN_WAVELENGTH;
      default -> UNKNOWN;
    };
  }

  private static AxisKind wavelength(String ctype, Header header) {
    if (ctype.equals("LOGLIN") || ctype.equals("LOG") || ctype.startsWith("LOGLAM")) {
      return LOG10_WAVELENGTH;
    }
    boolean named =
        ctype.startsWith("WAVELENGTH") || ctype.startsWith("ANGSTROM") || ctype.equals("LAMBDA");
    boolean bare = ctype.isEmpty() || ctype.equals("LINEAR");
    if (!named && !(bare && saysWavelength(header))) {
      return ctype.startsWith("RA--") || ctype.startsWith("DEC-") ? CELESTIAL : UNKNOWN;
    }
    return isLogarithmic(header) ? LOG10_WAVELENGTH : WAVELENGTH;
  }

  /** Whether another card than CTYPE1 says that the axis is a wavelength. */
  private static boolean saysWavelength(Header header) {
    String dispersion = header.text("DC-FLAG");
    return dispersion.equals("0")
        || dispersion.equals("1")
        || WavelengthUnits.isLength(header.text("CUNIT1"))
        || WavelengthUnits.isLength(WavelengthUnits.ofWat(header))
        || PER_ANGSTROM.matcher(header.text("BUNIT")).find();
  }

  /** IRAF's DC-FLAG, or the SDSS coefficients of a logarithmic axis. */
  private static boolean isLogarithmic(Header header) {
    return header.text("DC-FLAG").equals("1") || (header.has("COEFF0") && header.has("COEFF1"));
  }
}
