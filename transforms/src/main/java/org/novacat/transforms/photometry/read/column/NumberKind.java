package org.novacat.transforms.photometry.read.column;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Tsv;

/**
 * What the header of a column of numbers says of their kind (resource {@code number-kinds.tsv}).
 */
public enum NumberKind {
  /** The logarithm of a flux. */
  LOGARITHMIC,
  /** A differential or instrumental magnitude, which compares with none of others. */
  INSTRUMENTAL,
  /** Flux in units of a detector or of another flux. */
  RELATIVE,
  /** Of a model or a host, or corrected for what lies between. */
  DERIVED,
  PLAIN;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** Units of logarithms; that of the number itself stands in brackets (VizieR's catalogues). */
  private static final Pattern LOGARITHM =
      Pattern.compile("(?i)dex\\b.*|(?:log|lg|log10)\\b.*|\\[.*[a-z].*\\]");

  private static final List<Tsv.Row> RULES =
      Tsv.resource(NumberKind.class, "number-kinds.tsv").rows();

  private static final Map<NumberKind, Pattern> DESCRIBED = new EnumMap<>(NumberKind.class);

  static {
    for (Tsv.Row rule : RULES) {
      if (!rule.cell("described").isEmpty()) {
        DESCRIBED.put(kind(rule), Pattern.compile("(?i)" + rule.cell("described")));
      }
    }
  }

  /** The kind of the numbers of a column. */
  public static NumberKind of(UploadColumn column) {
    if (isLogarithm(column.unit())) {
      return LOGARITHMIC;
    }
    Set<String> words = words(column.name() + " " + column.unit());
    for (Tsv.Row rule : RULES) {
      boolean named = rule.words("names").contains(column.plain());
      if (named || rule.words("words").stream().anyMatch(words::contains)) {
        return kind(rule);
      }
    }
    return described(column.description());
  }

  private static NumberKind kind(Tsv.Row rule) {
    return valueOf(rule.cell("kind").toUpperCase(Locale.ROOT));
  }

  private static NumberKind described(String description) {
    return DESCRIBED.entrySet().stream()
        .filter(kind -> kind.getValue().matcher(description).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(PLAIN);
  }

  /** Whether a unit is that of logarithms. */
  public static boolean isLogarithm(String unit) {
    return LOGARITHM.matcher(unit).matches();
  }

  /** Whether the whole plain name of a column is one of a kind. */
  public static boolean isName(NumberKind kind, String plain) {
    return RULES.stream()
        .filter(rule -> rule.cell("kind").equalsIgnoreCase(kind.name()))
        .anyMatch(rule -> rule.words("names").contains(plain));
  }

  private static Set<String> words(String text) {
    return Arrays.stream(BETWEEN.split(text))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
