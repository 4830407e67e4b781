package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.text.Tsv;

/**
 * What columns and HDUs of spectra are called, by the table {@code spectrum-words.tsv}; case,
 * blanks and signs between the letters do not count.
 */
public final class Words {
  private static final Map<String, Word> WORDS = words();

  /** Names of columns and HDUs that were asked about before. */
  private static final Memo<Word> WHOLE =
      new Memo<>(name -> WORDS.getOrDefault(key(withoutUnit(name)), Word.NONE));

  private static final Memo<Name> NAMES = new Memo<>(Words::parse);

  private Words() {}

  /** What a part of a spectrum is. */
  public enum Role {
    AXIS,
    /** The decimal logarithm of the wavelength. */
    LOG_AXIS,
    FLUX,
    SIGMA,
    /** One standard deviation where it has the unit of the flux; else it may be anything. */
    NOISE,
    IVAR,
    VARIANCE,
    /** What is not 0 is bad. */
    MASK,
    /** What is 0 is bad. */
    GOOD,
    /** A mask; its name does not tell whether 1 is good or bad. */
    EITHER,
    /** Something beside a spectrum that is no part of it, as a model or the sky. */
    OTHER
  }

  /**
   * A word.
   *
   * @param rank of several candidates for one role the lowest is taken
   */
  public record Word(Role role, int rank) {
    /** What is no word of a spectrum. */
    public static final Word NONE = new Word(Role.OTHER, Integer.MAX_VALUE);

    public boolean isKnown() {
      return rank < Integer.MAX_VALUE;
    }

    /** Whether it is a word of this role. */
    public boolean is(Role wanted) {
      return isKnown() && role == wanted;
    }
  }

  /**
   * A name taken apart: what it says of a spectrum's part, and what of which spectrum, as in {@code
   * FLUX_B} and {@code IVAR_B}.
   *
   * @param tag what is left of the name, in capitals
   */
  public record Name(Word word, String tag) {
    public boolean is(Role role) {
      return word.is(role);
    }
  }

  /** The word that a whole name is; {@link Word#NONE} when it is none. */
  public static Word of(String name) {
    return requireNonNull(WHOLE.of(name));
  }

  /**
   * The word in a name, which may stand alone or between the rest by signs. Of two words the one
   * that is no flux counts: {@code FLUX_ERR} is an error.
   */
  public static Name in(String name) {
    return requireNonNull(NAMES.of(name));
  }

  private static Name parse(String name) {
    Word whole = of(name);
    if (whole.isKnown()) {
      return new Name(whole, "");
    }
    Word found = Word.NONE;
    List<String> rest = new ArrayList<>();
    for (String token : tokens(withoutUnit(name))) {
      Word word = WORDS.getOrDefault(token, Word.NONE);
      if (!word.isKnown()) {
        rest.add(token);
      } else if (!found.isKnown() || found.role() == Role.FLUX) {
        found = word;
      }
    }
    return new Name(found, String.join(" ", rest));
  }

  /** A name without the brackets that end it: {@code Wavelength (A)}. */
  private static String withoutUnit(String name) {
    int at = bracket(name);
    return at > 0 ? name.substring(0, at) : name;
  }

  /** What stands in the brackets that end a name; "" without them. */
  static String inBrackets(String name) {
    int at = bracket(name);
    String plain = name.strip();
    return at > 0 ? plain.substring(at + 1, plain.length() - 1).strip() : "";
  }

  private static int bracket(String name) {
    String plain = name.strip();
    boolean round = plain.endsWith(")");
    return round || plain.endsWith("]") ? plain.indexOf(round ? '(' : '[') : -1;
  }

  /** Capitals and digits of a name alone. */
  public static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z') {
        key.append((char) (c - 'a' + 'A'));
      } else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /** What stands between signs and blanks, in capitals. */
  public static List<String> tokens(String name) {
    return List.of(name.strip().toUpperCase(Locale.ROOT).split("[^A-Z0-9]+"));
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new LinkedHashMap<>();
    for (Tsv.Row row : Tsv.resource(Words.class, "spectrum-words.tsv").rows()) {
      words.put(
          row.cell("word"),
          new Word(Role.valueOf(row.cell("role")), Integer.parseInt(row.cell("rank"))));
    }
    return words;
  }
}
