package org.novacat.transforms.spectrum.text.fact;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.text.Excerpt;
import org.novacat.layouts.unit.FluxDensity;
import org.novacat.transforms.spectrum.text.column.LengthUnits;

/**
 * All that is said of a spectrum in names with values, by what they mean. Things that are said
 * differently in two places are null with a note, never the first that was found.
 */
public final class FileFacts {
  private static final Pattern UNITS = Pattern.compile("\\bunits=\"?([^\"\\s]+)");
  private static final Pattern WITH_DEC =
      Pattern.compile("(?i)(.*?)[\\s,;]+dec(?:lination)?\\.?\\s*[:=]?\\s*(.*)");

  private static final int LONGEST_EXTRA = 200;
  private static final int MOST_EXTRAS = 100;

  private final Map<TextFact, List<Said>> said = new EnumMap<>(TextFact.class);
  private final Map<String, String> extras = new LinkedHashMap<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** What is said of a fact, and where. */
  public record Said(String value, String source) {}

  /** Takes a name and its value as the file has them. */
  public void add(String key, String value, String where) {
    String shown = Excerpt.of(where + key + " = " + value, LONGEST_EXTRA);
    FactKeys.Known known = known(key, value);
    if (value.isBlank() || isPlaceholder(value)) {
      pieces.add(Piece.irrelevant("header", shown, "it has no value"));
    } else if (known == null) {
      pieces.add(Piece.unaccounted("header", shown, "nobody knows what it says"));
      keep(key, value);
    } else if (known.fact() == TextFact.IRRELEVANT) {
      pieces.add(Piece.irrelevant("header", shown, known.what()));
    } else if (known.fact() == TextFact.MEDIUM && Mediums.of(value) == null) {
      pieces.add(
          key.equalsIgnoreCase("CTYPE1")
              ? Piece.irrelevant("header", shown, "it says no medium")
              : Piece.unaccounted("header", shown, "it says no medium that is known"));
      keep(key, value);
    } else {
      String what = known.what().isEmpty() ? words(known.fact()) : known.what();
      pieces.add(Piece.used("header", shown, what));
      put(known.fact(), key, value);
    }
  }

  /** Takes a name and its value that say nothing of the samples. */
  public void leave(String key, String value, String where, String why) {
    pieces.add(
        Piece.irrelevant("header", Excerpt.of(where + key + " = " + value, LONGEST_EXTRA), why));
  }

  /** Takes what is stated beside the file. */
  public void state(TextFact fact, String value, String from) {
    said.computeIfAbsent(fact, none -> new ArrayList<>()).add(new Said(value.strip(), from));
  }

  private void put(TextFact fact, String key, String value) {
    if (fact == TextFact.WAT) {
      Matcher units = UNITS.matcher(value);
      if (units.find()) {
        state(TextFact.WAVELENGTH_UNIT, units.group(1), key);
      }
    } else if (fact == TextFact.RA && WITH_DEC.matcher(value).matches()) {
      Matcher both = WITH_DEC.matcher(value);
      if (both.matches()) {
        state(TextFact.RA, both.group(1), key);
        state(TextFact.DEC, both.group(2), key);
      }
    } else if (fact == TextFact.UNITS) {
      for (String unit : value.split("\\s*[,;|]\\s*")) {
        state(TextFact.UNITS, unit, key);
      }
    } else if (fact == TextFact.EXTRA) {
      keep(key, value);
    } else {
      state(fact, value, key);
    }
  }

  private void keep(String key, String value) {
    if (extras.size() < MOST_EXTRAS) {
      extras.putIfAbsent(Excerpt.of(key, 60), Excerpt.of(value, LONGEST_EXTRA));
    }
  }

  /** A name of an axis whose value is a unit or a medium says that. */
  private static FactKeys.@Nullable Known known(String key, String value) {
    FactKeys.Known known = FactKeys.of(ColumnWords.plain(key));
    boolean mayBeUnit =
        known == null || known.fact() == TextFact.MEDIUM || known.fact() == TextFact.UNITS;
    if (!mayBeUnit) {
      return known;
    }
    ColumnRole role = ColumnWords.of(key).role();
    boolean open = role == null ? known != null : role == ColumnRole.WAVELENGTH;
    if (open && WavelengthUnit.of(value).isLength()) {
      return new FactKeys.Known(TextFact.WAVELENGTH_UNIT, "");
    }
    boolean flux = role == ColumnRole.FLUX || (known != null && known.fact() == TextFact.UNITS);
    if (flux && LengthUnits.unit(value).flatMap(FluxDensity::from).isPresent()) {
      return new FactKeys.Known(TextFact.FLUX_UNIT, "");
    }
    boolean medium = role == ColumnRole.WAVELENGTH && Mediums.of(value) != null;
    return medium ? new FactKeys.Known(TextFact.MEDIUM, "") : known;
  }

  private static boolean isPlaceholder(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "na", "n/a", "nan", "none", "null", "unknown", "-", "--", "?", "undefined" -> true;
      default -> false;
    };
  }

  private static String words(TextFact fact) {
    return fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Everything that is said of a fact, each text once. */
  public List<Said> of(TextFact fact) {
    Map<String, Said> once = new LinkedHashMap<>();
    for (Said one : said.getOrDefault(fact, List.of())) {
      once.putIfAbsent(one.value().toLowerCase(Locale.ROOT), one);
    }
    return List.copyOf(once.values());
  }

  /** The text of a fact; "" when it is not said, or said differently in two places. */
  public String text(TextFact fact) {
    List<Said> all = of(fact);
    String longest = "";
    for (Said one : all) {
      longest = one.value().length() > longest.length() ? one.value() : longest;
    }
    String whole = ColumnWords.plain(longest);
    boolean agree = all.stream().allMatch(one -> whole.contains(ColumnWords.plain(one.value())));
    if (!agree) {
      contradict(words(fact), all);
      all.forEach(one -> keep(words(fact) + " by " + one.source(), one.value()));
    }
    return agree ? longest : "";
  }

  /** Notes that places contradict each other. */
  void contradict(String what, List<Said> all) {
    List<String> each = all.stream().map(one -> one.source() + " '" + one.value() + "'").toList();
    notes.add(
        "What is said of the %s differs, so it is not known: %s."
            .formatted(what, String.join(", ", each)));
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  /** What became of each name with its value. */
  public List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  /** What contradicts itself, a sentence each. */
  public List<String> notes() {
    return notes.stream().distinct().toList();
  }

  /** Facts that are kept raw and never applied. */
  public Map<String, String> extras() {
    return Map.copyOf(extras);
  }
}
