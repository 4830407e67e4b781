package org.novacat.transforms.photometry.read.column;

import static java.util.Objects.requireNonNullElse;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.text.Tsv;

/**
 * A column that says which values are limits.
 *
 * @param column from 0
 * @param sense what its name says
 * @param emptyIsNo whether an empty cell means no, because nothing else in the column does
 * @param shared whether it stands beside several values of a row and does not say of which it is
 */
public record LimitFlag(int column, Sense sense, boolean emptyIsNo, boolean shared) {
  /** What a yes in a column means, by the name of the column. */
  public enum Sense {
    /** A limit. */
    LIMIT,
    /** A lower limit of brightness. */
    LOWER,
    /** A detection, so that a no is a limit. */
    DETECTION,
    /** Nothing: signs and words speak for themselves, and those that do not are nobody's. */
    SIGN,
    /** Nothing, but some of its cells speak of limits; those that nobody knows leave a doubt. */
    WORDS,
    /** Nothing, as the name speaks of other things; a cell that speaks of limits counts. */
    OTHER
  }

  private static final Map<Sense, List<String>> WORDS = new TreeMap<>();
  private static final Map<Sense, List<String>> PARTS = new TreeMap<>();
  private static final Map<Sense, List<String>> WEAK = new TreeMap<>();

  private static final Memo<Sense> SENSES = new Memo<>(LimitFlag::find);

  private static final Set<String> DECORATIONS =
      Set.of("is", "has", "was", "flag", "flg", "f", "code", "status", "type", "bool", "yn");

  private static final Set<String> QUANTITIES =
      Set.of("mag", "mags", "magnitude", "flux", "value", "rate", "obs", "phot");

  private static final Pattern LEVEL = Pattern.compile("(?i)\\d(?:\\.\\d)?[ _-]*(?:sigma|sig|σ)");

  private static final Pattern PARTS_OF_NAME =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  static {
    for (Tsv.Row row : Tsv.resource(LimitFlag.class, "limit-names.tsv").rows()) {
      Sense sense = Sense.valueOf(row.cell("sense"));
      WORDS.put(sense, row.words("words"));
      PARTS.put(sense, row.words("parts"));
      WEAK.put(sense, row.words("weak"));
    }
  }

  /** Whether each of its cells says of a value whether it is a limit. */
  public boolean isForLimits() {
    return sense != Sense.WORDS && sense != Sense.OTHER;
  }

  /** What a name says of limits; OTHER when it says nothing. */
  public static Sense senseOf(String name) {
    return requireNonNullElse(SENSES.of(name), Sense.OTHER);
  }

  private static Sense find(String name) {
    String plain = FlagMeaning.plain(name);
    for (Sense sense : List.of(Sense.LOWER, Sense.LIMIT, Sense.DETECTION, Sense.SIGN)) {
      if (PARTS.getOrDefault(sense, List.of()).stream().anyMatch(plain::contains)) {
        return sense;
      }
    }
    return of(WORDS, core(name));
  }

  /** What a name says of limits where all cells of its column say yes or no; OTHER when nothing. */
  public static Sense weakSenseOf(String name) {
    return of(WEAK, core(name));
  }

  private static Sense of(Map<Sense, List<String>> words, String core) {
    return words.entrySet().stream()
        .filter(sense -> sense.getValue().contains(core))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Sense.OTHER);
  }

  /** A name without what it is a flag of and that it is a flag. */
  private static String core(String name) {
    List<String> parts =
        Arrays.stream(PARTS_OF_NAME.split(LEVEL.matcher(name).replaceAll(" ")))
            .map(FlagMeaning::plain)
            .toList();
    String core =
        String.join("", parts.stream().filter(part -> !QUANTITIES.contains(part)).toList());
    String bare =
        String.join(
            "",
            parts.stream()
                .filter(part -> !QUANTITIES.contains(part) && !DECORATIONS.contains(part))
                .toList());
    return bare.isEmpty() ? core : bare;
  }

  /** What a cell makes of the value beside it: a limit, a detection, a doubt, or nothing known. */
  public FlagMeaning read(FlagMeaning said) {
    return switch (said) {
      case YES -> yes();
      case NO -> no();
      case EMPTY -> emptyIsNo ? FlagMeaning.EMPTY : FlagMeaning.UNKNOWN;
      default -> said;
    };
  }

  private FlagMeaning yes() {
    return switch (sense) {
      case LIMIT -> FlagMeaning.LIMIT;
      case LOWER -> FlagMeaning.LOWER_LIMIT;
      case DETECTION -> FlagMeaning.DETECTION;
      case SIGN, WORDS, OTHER -> FlagMeaning.UNKNOWN;
    };
  }

  private FlagMeaning no() {
    return switch (sense) {
      case LIMIT -> FlagMeaning.DETECTION;
      case LOWER -> FlagMeaning.EMPTY;
      case DETECTION -> FlagMeaning.LIMIT;
      case SIGN, WORDS, OTHER -> FlagMeaning.UNKNOWN;
    };
  }
}
