package org.novacat.layouts.position;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Memo;

/**
 * The frame of a position, as its file states it.
 *
 * @param kind which system of coordinates
 * @param equinox year of the equinox: Julian for FK5, Besselian for FK4; NaN for the others
 * @param stated what the file says of it, such as {@code EQUINOX 1950.0}; "" when it says nothing
 */
public record SkyFrame(Kind kind, double equinox, String stated) implements Serializable {
  /** Kinds of coordinates. */
  public enum Kind {
    ICRS,
    FK5,
    FK4,
    /** Apparent place of the date of the observation, {@code GAPPT}. */
    APPARENT,
    /** Longitude and latitude of the Galaxy (IAU 1958). */
    GALACTIC,
    /** The file contradicts itself or names a frame that is not known. */
    UNCLEAR
  }

  /** What holds of a file that says nothing (FITS Standard 4.0, section 8.3). */
  public static final SkyFrame UNSTATED = new SkyFrame(Kind.ICRS, Double.NaN, "");

  /** Equator and equinox of J2000, as FK5 has them. */
  public static final SkyFrame J2000 = new SkyFrame(Kind.FK5, 2000, "J2000");

  /** The equinox where FK4 ends and FK5 begins, where a file has none but an equinox. */
  private static final double FIRST_OF_FK5 = 1984;

  private static final Pattern EQUINOX =
      Pattern.compile("([JB]?) ?\\+?(\\d+(?:\\.\\d*)?(?:[ED]\\+?\\d+)?)");

  /** Of words that were read before, system and equinox on two lines. */
  private static final Memo<SkyFrame> KNOWN = new Memo<>(SkyFrame::read);

  public SkyFrame {
    requireNonNull(kind, "kind is null");
    requireNonNull(stated, "stated is null");
  }

  /**
   * The frame that two words mean (FITS Standard 4.0, section 8.3): without a system an equinox
   * before 1984 means FK4 and a later one FK5; without an equinox FK4 means 1950 and FK5 2000;
   * without both it is ICRS. What no two standards agree on is unclear: ICRS or FK5 with B1950, FK4
   * with J2000, words that nobody knows.
   *
   * @param radesys ICRS, FK5, FK4, FK4-NO-E, GAPPT in any case; "" when absent
   * @param equinox a year with J or B before it or without; "" when absent
   */
  public static SkyFrame of(String radesys, String equinox) {
    return requireNonNull(KNOWN.of(radesys + '\n' + equinox));
  }

  private static SkyFrame read(String both) {
    int end = both.lastIndexOf('\n');
    return read(both.substring(0, end), both.substring(end + 1));
  }

  private static SkyFrame read(String radesys, String equinox) {
    String system = radesys.strip().toUpperCase(Locale.ROOT);
    String year = equinox.strip().toUpperCase(Locale.ROOT);
    String stated = stated(system, year);
    if (system.startsWith("GAPPT") || isOfDate(year)) {
      return new SkyFrame(Kind.APPARENT, Double.NaN, stated);
    }
    Matcher m = EQUINOX.matcher(year);
    boolean found = !isNone(year) && m.matches();
    double number = found ? Double.parseDouble(m.group(2).replace('D', 'E')) : Double.NaN;
    boolean nonsense = found ? number < 1700 || number > 2200 : !isNone(year);
    return nonsense
        ? new SkyFrame(Kind.UNCLEAR, Double.NaN, stated)
        : of(system, found ? m.group(1) : "", number, stated);
  }

  private static SkyFrame of(String system, String letter, double year, String stated) {
    boolean besselian = letter.equals("B") || (letter.isEmpty() && year < FIRST_OF_FK5);
    return switch (system) {
      case "" ->
          Double.isNaN(year)
              ? UNSTATED
              : new SkyFrame(besselian ? Kind.FK4 : Kind.FK5, year, stated);
      case "ICRS", "ICRF" -> agrees(Kind.ICRS, Double.isNaN(year) || year == 2000, stated);
      case "FK5" ->
          letter.equals("B")
              ? agrees(Kind.FK5, false, stated)
              : new SkyFrame(Kind.FK5, Double.isNaN(year) ? 2000 : year, stated);
      case "FK4", "FK4-NO-E" ->
          letter.equals("J") || year >= FIRST_OF_FK5
              ? agrees(Kind.FK4, false, stated)
              : new SkyFrame(Kind.FK4, Double.isNaN(year) ? 1950 : year, stated);
      case "GALACTIC", "GAL" -> agrees(Kind.GALACTIC, true, stated);
      default -> agrees(Kind.UNCLEAR, true, stated);
    };
  }

  private static SkyFrame agrees(Kind kind, boolean agrees, String stated) {
    return new SkyFrame(agrees ? kind : Kind.UNCLEAR, Double.NaN, stated);
  }

  private static boolean isOfDate(String equinox) {
    return equinox.equals("APPARENT") || equinox.equals("CURRENT") || equinox.equals("OF DATE");
  }

  /** Zero stands for none. */
  private static boolean isNone(String equinox) {
    return equinox.isEmpty() || equinox.matches("0*\\.?0*");
  }

  private static String stated(String system, String equinox) {
    String year = isNone(equinox) ? "" : "equinox " + equinox;
    return (system + " " + year).strip();
  }

  /** Whether positions can be compared with others. */
  public boolean isClear() {
    return kind != Kind.UNCLEAR;
  }
}
