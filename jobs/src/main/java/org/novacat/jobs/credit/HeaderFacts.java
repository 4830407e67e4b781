package org.novacat.jobs.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.jobs.report.Json;

/**
 * What the header of a file says of its credit.
 *
 * @param facts by keyword in capital letters and digits alone: {@code BSS_OBSV} is BSSOBSV
 */
record HeaderFacts(Map<String, String> facts) {
  private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}/\\S+");
  private static final Pattern BIBCODE = Pattern.compile("[12][0-9]{3}[A-Za-z&.]{5}\\S{9}[A-Z.]");

  /** What people and programs write where nobody is named. */
  private static final Set<String> NOBODY =
      Set.of("UNKNOWN", "N/A", "NA", "NONE", "NULL", "-", "--", "?", "OBSERVER", "NOT STATED");

  private static final int LONGEST_LICENCE = 200;

  static HeaderFacts of(Map<String, String> facts) {
    Map<String, String> plain = new TreeMap<>();
    new TreeMap<>(facts).forEach((name, text) -> plain.putIfAbsent(keyword(name), text.strip()));
    return new HeaderFacts(plain);
  }

  /** The facts in {@code metadata.json} of a spectrum: who observed, and cards kept as they are. */
  static Map<String, String> ofMetadata(byte[] metadata) {
    JsonNode observation = Json.parse(metadata).path("observation");
    Map<String, String> facts = new TreeMap<>();
    observation
        .path("raw_facts")
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
    String observer = observation.path("observer").asText();
    if (!observer.isBlank()) {
      facts.put("OBSERVER", observer);
    }
    return facts;
  }

  /** Observers, parted by ';'; who compiled the data when none is named. */
  List<String> observers() {
    return Stream.of("OBSERVER", "BSSOBSV", "AUTHOR")
        .map(this::text)
        .map(HeaderFacts::names)
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !NOBODY.contains(name.toUpperCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  String bibcode() {
    return matching(BIBCODE, "BIBCODE", "REFERENC", "REFERENCE");
  }

  String doi() {
    return matching(DOI, "DOI", "REFERENC", "REFERENCE");
  }

  /** A licence that is too long for an item is none that a card names. */
  String licence() {
    return Stream.of("LICENCE", "LICENSE")
        .map(this::text)
        .filter(text -> !text.isEmpty() && text.length() <= LONGEST_LICENCE)
        .findFirst()
        .orElse("");
  }

  private String matching(Pattern pattern, String... keywords) {
    return Arrays.stream(keywords)
        .map(
            keyword ->
                text(keyword).replaceFirst("^(?i)(https?://(dx\\.)?doi\\.org/|doi:\\s*)", ""))
        .filter(text -> pattern.matcher(text).matches())
        .findFirst()
        .orElse("");
  }

  /** What a card says; "" when it is not there. */
  String text(String keyword) {
    return facts.getOrDefault(keyword(keyword), "");
  }

  private static String keyword(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
