package org.novacat.fits.profile;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Header;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.text.Memo;

/**
 * The medium of a wavelength axis and how it is known.
 *
 * @param why the card or the data model behind it, for people; where two contradict each other both
 *     of them, and the medium is unknown; "" when nothing says anything
 */
public record Mediums(Medium medium, MediumSource source, String why) {
  public static final Mediums UNKNOWN = new Mediums(Medium.UNKNOWN, MediumSource.UNKNOWN, "");

  /** Amateur spectra are calibrated on lamp lines in air; no header says so. */
  public static final Mediums AIR_BY_CUSTOM =
      new Mediums(Medium.AIR, MediumSource.CUSTOM, "custom of amateur spectroscopy");

  /** Cards in which writers spell the medium. */
  private static final List<String> CARDS =
      List.of("AIRORVAC AIRVAC AIR_VAC VACORAIR VACAIR WAVETYPE WAVEMED WAVMED".split(" "));

  /** Cards of the axis whose comments say the medium now and then. */
  private static final List<String> COMMENTED = List.of("CTYPE1", "CUNIT1", "CRVAL1", "CDELT1");

  private static final Memo<Medium> COMMENTS = new Memo<>(Mediums::inComment);

  /** The published data model of {@code pipeline} gives vacuum wavelengths. */
  public static Mediums vacuumOf(String pipeline) {
    return new Mediums(Medium.VACUUM, MediumSource.DATA_MODEL, pipeline + " data model");
  }

  /**
   * What the cards state: VACUUM, AIRORVAC and its like, CTYPE1 = AWAV (air) and WAVE (vacuum; FITS
   * Standard 4.0, table 25), and the words air and vacuum in a unit, a label or a comment of the
   * axis. Where two of them contradict each other, nothing is known.
   */
  public static Mediums stated(Cards cards) {
    Mediums all = ofVacuum(cards.text("VACUUM"));
    for (String card : CARDS) {
      String text = cards.text(card);
      all = text.isEmpty() ? all : all.and(ofWord(text, card));
    }
    all = all.and(ofCtype(cards.text("CTYPE1")));
    for (Header header : cards.headers()) {
      for (String text : WavelengthUnits.texts(header)) {
        all = all.and(ofUnit(text));
      }
      for (String card : COMMENTED) {
        all = all.and(ofComment(header.comment(card), card));
      }
    }
    return all;
  }

  /** These, or {@code otherwise} where nothing is said. */
  public Mediums or(Mediums otherwise) {
    return equals(UNKNOWN) ? otherwise : this;
  }

  /** These and others; unknown where they contradict each other. */
  public Mediums and(Mediums other) {
    if (other.equals(UNKNOWN)
        || isContradiction()
        || (!equals(UNKNOWN) && medium == other.medium)) {
      return this;
    }
    return equals(UNKNOWN) || other.isContradiction()
        ? other
        : new Mediums(Medium.UNKNOWN, MediumSource.UNKNOWN, why + " and " + other.why);
  }

  /** Whether nothing is known because two pieces of the file contradict each other. */
  public boolean isContradiction() {
    return medium == Medium.UNKNOWN && !why.isEmpty();
  }

  /** A sentence on a contradiction; empty when there is none. */
  public List<String> notes() {
    return isContradiction()
        ? List.of(
            "%s contradict each other on the medium, which is taken as unknown.".formatted(why))
        : List.of();
  }

  /** What the words in the text of a unit or a label say. */
  public static Mediums ofUnit(String unit) {
    Medium named = WavelengthUnit.of(unit).medium();
    return named == Medium.UNKNOWN ? UNKNOWN : header(named, "'%s'".formatted(unit));
  }

  private static Mediums ofComment(String comment, String card) {
    Medium said = comment.isEmpty() ? null : COMMENTS.of(comment);
    return said == null ? UNKNOWN : header(said, "%s / %s".formatted(card, comment));
  }

  /** The one medium that a comment names, as a word; null when it names none or both. */
  private static @Nullable Medium inComment(String comment) {
    List<String> words = Words.tokens(comment);
    boolean air = words.contains("AIR");
    boolean vacuum = words.contains("VACUUM") || words.contains("VAC");
    return air == vacuum ? null : air ? Medium.AIR : Medium.VACUUM;
  }

  private static Mediums ofVacuum(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "T", "TRUE", "YES", "1" -> header(Medium.VACUUM, "VACUUM = " + text);
      case "F", "FALSE", "NO", "0" -> header(Medium.AIR, "VACUUM = " + text);
      default -> UNKNOWN;
    };
  }

  private static Mediums ofWord(String text, String card) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "vac", "vacuum", "v" -> header(Medium.VACUUM, card + " = " + text);
      case "air", "a" -> header(Medium.AIR, card + " = " + text);
      default -> UNKNOWN;
    };
  }

  private static Mediums ofCtype(String ctype) {
    String code = ctype.toUpperCase(Locale.ROOT);
    String why = "CTYPE1 = " + ctype;
    if (code.equals("AWAV") || code.equals("AWAV-LOG")) {
      return header(Medium.AIR, why);
    }
    if (ctype.equals("WAVE") || ctype.equals("WAVE-LOG")) {
      return header(Medium.VACUUM, why);
    }
    return ofUnit(ctype).or(ofName(code, why));
  }

  /** AIRWAVE, VACWAVE and the like. */
  private static Mediums ofName(String code, String why) {
    if (code.startsWith("AIRWAVE") || code.startsWith("WAVEAIR")) {
      return header(Medium.AIR, why);
    }
    return code.startsWith("VACWAVE") || code.startsWith("WAVEVAC")
        ? header(Medium.VACUUM, why)
        : UNKNOWN;
  }

  private static Mediums header(Medium medium, String why) {
    return new Mediums(medium, MediumSource.HEADER, why);
  }
}
