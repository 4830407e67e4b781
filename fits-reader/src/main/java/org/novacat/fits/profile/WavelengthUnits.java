package org.novacat.fits.profile;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.fits.file.Header;

/** The unit of a wavelength axis, from wherever a header states it. */
public final class WavelengthUnits {
  private static final Pattern WAT_UNITS = Pattern.compile("\\bunits=(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern WAT_LABEL = Pattern.compile("\\blabel=(\\S+)");
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\]]+)\\]");

  private WavelengthUnits() {}

  /** A unit as it is spelt, and where it stands; the place is "" when it is an assumption. */
  public record Found(String unit, String place) {
    public boolean assumed() {
      return place.isEmpty();
    }
  }

  /**
   * The unit of the first axis: CUNIT1, else IRAF's {@code units=} in WAT1, else the text of CTYPE1
   * or of the WAT1 label, else Angstrom as an assumption.
   */
  public static Found ofAxis1(Header header) {
    String cunit = header.text("CUNIT1").strip();
    if (!cunit.isEmpty()) {
      return new Found(cunit, "CUNIT1");
    }
    String wat = ofWat(header);
    if (!wat.isEmpty()) {
      return new Found(wat, "WAT1_001");
    }
    String ctype = inText(header.text("CTYPE1"));
    return ctype.isEmpty() ? new Found("Angstrom", "") : new Found(ctype, "CTYPE1");
  }

  /** The unit that IRAF's WAT1 states, by {@code units=} or as its label; "" without one. */
  static String ofWat(Header header) {
    String wat = header.text("WAT1_001");
    Matcher units = WAT_UNITS.matcher(wat);
    if (units.find()) {
      return units.group(1) != null ? units.group(1) : units.group(2);
    }
    Matcher label = WAT_LABEL.matcher(wat);
    return label.find() && isLength(label.group(1)) ? label.group(1) : "";
  }

  /** The unit in a text such as {@code WAVELENGTH [Ang]} or {@code Angstrom}; "" without one. */
  private static String inText(String ctype) {
    Matcher brackets = BRACKETS.matcher(ctype);
    if (brackets.find() && isLength(brackets.group(1))) {
      return brackets.group(1);
    }
    return isLength(ctype) ? ctype.strip() : "";
  }

  /** Whether the text spells Angstrom. */
  public static boolean isAngstrom(String unit) {
    return switch (unit.strip().toLowerCase(Locale.ROOT)) {
      case "angstrom", "angstroms", "ang", "a", "0.1nm", "0.1 nm" -> true;
      default -> false;
    };
  }

  /** Whether the text spells a unit of length that wavelengths are given in. */
  public static boolean isLength(String unit) {
    if (isAngstrom(unit)) {
      return true;
    }
    return switch (unit.strip().toLowerCase(Locale.ROOT)) {
      case "nm", "nanometer", "nanometers", "nanometre", "nanometres" -> true;
      case "um", "micron", "microns", "micrometer", "micrometers", "micrometre", "\u00b5m" -> true;
      case "mm", "cm", "m" -> true;
      default -> false;
    };
  }
}
