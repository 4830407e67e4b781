package org.novacat.persistence.nova;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.nova.Constellation;

/** Abbreviates the genitives of constellations in the names of novae. */
final class Constellations {
  private static final Map<String, String> ABBREVIATIONS = abbreviations();

  /** A genitive behind something else; the longer first: Trianguli Australis is not Trianguli. */
  private static final Pattern GENITIVE =
      Pattern.compile(
          "(?<= )("
              + String.join(
                  "|",
                  ABBREVIATIONS.keySet().stream()
                      .sorted((one, two) -> two.length() - one.length())
                      .toList())
              + ")(?= |$)");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

  private Constellations() {}

  /** A name in upper case with abbreviations instead of genitives. */
  static String abbreviate(String upper) {
    String plain = Normalizer.normalize(upper, Normalizer.Form.NFD);
    Matcher genitive = GENITIVE.matcher(ACCENTS.matcher(plain).replaceAll(""));
    return genitive.find()
        ? genitive.replaceFirst(found -> ABBREVIATIONS.get(found.group()))
        : upper;
  }

  /** All genitives, in upper case. */
  static Set<String> genitives() {
    return ABBREVIATIONS.keySet();
  }

  private static Map<String, String> abbreviations() {
    Map<String, String> abbreviations = new HashMap<>();
    for (Constellation one : Constellation.all()) {
      abbreviations.put(
          one.genitive().toUpperCase(Locale.ROOT), one.abbreviation().toUpperCase(Locale.ROOT));
    }
    return abbreviations;
  }
}
