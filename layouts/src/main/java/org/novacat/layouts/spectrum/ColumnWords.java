package org.novacat.layouts.spectrum;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;

/**
 * What names of columns mean, by the words that writers use (resource {@code column-words.tsv}):
 * letters and figures count, in either case, signs between them do not.
 */
public final class ColumnWords {
  /** Characters of a name; what is longer is prose. */
  private static final int LONGEST = 200;

  private static final Map<String, ColumnRole> ROLES = new HashMap<>();
  private static final Map<String, String> QUALIFIERS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(ColumnWords.class, "column-words.tsv").rows()) {
      for (String word : row.words("words")) {
        if (row.cell("role").equals("qualifier")) {
          QUALIFIERS.put(word, row.cell("what"));
        } else {
          ROLES.put(word, ColumnRole.valueOf(row.cell("role")));
        }
      }
    }
  }

  private ColumnWords() {}

  /**
   * What a name means.
   *
   * @param role null when no word of it is known
   * @param qualifiers what other words of it say, e.g. {@code air}, {@code normalized}, {@code arm}
   */
  public record Meaning(@Nullable ColumnRole role, Set<String> qualifiers) {
    public Meaning {
      qualifiers = Set.copyOf(qualifiers);
    }

    /** Whether one of its words says this. */
    public boolean says(String qualifier) {
      return qualifiers.contains(qualifier);
    }
  }

  /** What a name without its unit means. */
  public static Meaning of(String name) {
    if (name.length() > LONGEST) {
      return new Meaning(null, Set.of());
    }
    String plain = plain(name);
    ColumnRole whole = ROLES.get(plain);
    if (whole != null) {
      return new Meaning(whole, runTogether(whole, plain));
    }
    Set<String> qualifiers = new LinkedHashSet<>();
    StringBuilder rest = new StringBuilder();
    for (String word : words(name)) {
      String qualifier = QUALIFIERS.get(word);
      if (qualifier == null) {
        rest.append(word);
      } else {
        qualifiers.add(qualifier);
      }
    }
    return numbered(rest.toString(), qualifiers);
  }

  /** A word with a number behind it, {@code flux2}, is one of several of its kind. */
  private static Meaning numbered(String word, Set<String> qualifiers) {
    ColumnRole role = ROLES.get(word);
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    ColumnRole bare = role == null ? ROLES.get(word.substring(0, end)) : null;
    if (bare != ColumnRole.FLUX && bare != ColumnRole.WAVELENGTH && bare != ColumnRole.SIGMA) {
      return new Meaning(role, qualifiers);
    }
    Set<String> more = new LinkedHashSet<>(qualifiers);
    more.add(word.substring(end));
    return new Meaning(bare, more);
  }

  /** What the words of a name without signs say beside its role. */
  private static Set<String> runTogether(ColumnRole role, String plain) {
    if (role == ColumnRole.FLUX) {
      return plain.contains("norm")
          ? Set.of("normalized")
          : plain.startsWith("rel") ? Set.of("relative") : Set.of();
    }
    return role == ColumnRole.WAVELENGTH && plain.startsWith("rest") ? Set.of("rest") : Set.of();
  }

  /** The name in small letters and figures only. */
  public static String plain(String name) {
    return String.join("", words(name));
  }

  /** Runs of letters and figures, parted where a small letter is before a capital one. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean hump = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1));
      if (!Character.isLetterOrDigit(c) || hump) {
        add(word, words);
      }
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      }
    }
    add(word, words);
    return words;
  }

  private static void add(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
      word.setLength(0);
    }
  }
}
