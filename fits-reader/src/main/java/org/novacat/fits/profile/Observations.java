package org.novacat.fits.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.CardNumbers;
import org.novacat.layouts.spectrum.Observation;

/**
 * The facts of an observation from the usual cards. Positions: a number is degrees, a text with
 * colons or blanks is hours for the right ascension and degrees for the declination. The position
 * of the target is preferred to that of the telescope (SDSS: PLUG_RA and RA).
 */
public final class Observations {
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("([+-]?)(\\d{1,3})[: ]+(\\d{1,2})(?:[: ]+(\\d{1,2}(?:\\.\\d*)?)\\.?)?\\.?");

  private static final List<String> OBJECT =
      List.of("OBJECT OBJNAME TARGNAME TARGPROP OBJID SRCNAME TARGETID".split(" "));

  /** Kept raw: velocities and corrections are never applied, and the rest describes the data. */
  private static final List<String> EXTRAS =
      List.of(
          ("BSS_VHEL BSS_RQVH BSS_NORM BSS_TELL BSS_COSM BSS_INST BSS_SITE BSS_ITRP"
                  + " BSS_ESRP SPECSYS VHELIO HELIO_RV VHELVAC BARYCORR RADECSYS RADESYS EQUINOX"
                  + " SPEC_RES DISPELEM FILTER GRATING PROGRAM PROG_ID PROPOSID GEO_LAT GEO_LONG"
                  + " GEO_ELEV EXPTIME2 JD-HEL VERSION SWCREATE ORIGIN AIRMASS SNR")
              .split(" "));

  private Observations() {}

  /** What these cards say. */
  public static Observation of(Cards cards) {
    return new Observation(
        object(cards),
        rightAscension(cards),
        declination(cards),
        cards.text("TELESCOP"),
        cards.text("INSTRUME", "BSS_INST"),
        cards.text("OBSERVER", "BSS_OBSV"),
        ObservationTimes.exposureSeconds(cards),
        ObservationTimes.of(cards),
        extras(cards));
  }

  private static String object(Cards cards) {
    return OBJECT.stream()
        .map(cards::text)
        .filter(text -> !text.isEmpty() && !text.equalsIgnoreCase("UNKNOWN") && !text.equals("N/A"))
        .findFirst()
        .orElse("");
  }

  /** The number, or null for NaN. */
  public static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Map<String, String> extras(Cards cards) {
    Map<String, String> extras = new LinkedHashMap<>();
    for (String keyword : EXTRAS) {
      String text = cards.text(keyword);
      if (!text.isEmpty()) {
        extras.put(keyword, text);
      }
    }
    return extras;
  }

  private static @Nullable Double rightAscension(Cards cards) {
    String text = cards.text("PLUG_RA", "RA_TARG", "TARG_RA", "RA", "OBJCTRA");
    double degrees = CardNumbers.parseDouble(text);
    if (Double.isNaN(degrees)) {
      degrees = sexagesimal(text) * 15;
    }
    return degrees >= 0 && degrees <= 360 ? degrees : null;
  }

  private static @Nullable Double declination(Cards cards) {
    String text = cards.text("PLUG_DEC", "DEC_TARG", "TARG_DEC", "DEC", "OBJCTDEC");
    double degrees = CardNumbers.parseDouble(text);
    if (Double.isNaN(degrees)) {
      degrees = sexagesimal(text);
    }
    return Math.abs(degrees) <= 90 ? degrees : null;
  }

  /** Units, minutes and seconds as units; NaN when the text is not of that form. */
  static double sexagesimal(String text) {
    Matcher m = SEXAGESIMAL.matcher(text.strip());
    if (!m.matches()) {
      return Double.NaN;
    }
    double seconds = m.group(4) == null ? 0 : CardNumbers.parseDouble(m.group(4));
    double value =
        Integer.parseInt(m.group(2)) + Integer.parseInt(m.group(3)) / 60.0 + seconds / 3600;
    return m.group(1).equals("-") ? -value : value;
  }
}
