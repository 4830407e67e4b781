package org.novacat.transforms.photometry.band;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.text.Tsv;

/**
 * Who publishes measurements under filter names of their own (resource {@code providers.tsv}), and
 * which band each of their names is.
 */
final class Providers {
  private final Map<String, Pattern> keywords = new LinkedHashMap<>();
  private final Map<String, Map<String, Band>> aliases = new HashMap<>();

  /** Providers by what they are called in filter texts, in small letters and figures. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private Providers() {}

  /**
   * The providers of some data.
   *
   * @throws IllegalArgumentException when a name is said to be a band that the registry lacks
   */
  static Providers of(Tsv data, BandRegistry registry) {
    Providers providers = new Providers();
    for (Tsv.Row row : data.rows()) {
      providers.add(row, registry);
    }
    return providers;
  }

  private void add(Tsv.Row row, BandRegistry registry) {
    String provider = row.cell("provider");
    String words = row.cell("keywords").replace("|", ")|(?:");
    if (!words.isEmpty()) {
      keywords.put(
          provider,
          Pattern.compile(
              "(?<![a-z0-9])(?:(?:" + words + "))(?![a-z0-9])", Pattern.CASE_INSENSITIVE));
    }
    row.words("names").forEach(name -> names.put(name, provider));
    Map<String, Band> own = new HashMap<>();
    for (String pair : row.words("alias=band")) {
      String[] sides = pair.split("=", 2);
      own.put(sides[0], registry.find(sides[1]).orElseThrow(() -> unknown(provider, pair)));
    }
    aliases.put(provider, own);
  }

  private static IllegalArgumentException unknown(String provider, String pair) {
    return new IllegalArgumentException(
        "Cannot read providers: '%s' of '%s' is no band of the registry".formatted(pair, provider));
  }

  /** The providers that a text names, in the order of the data; empty when none. */
  Set<String> named(String text) {
    Set<String> named = new LinkedHashSet<>();
    if (!text.isEmpty()) {
      keywords.forEach(
          (provider, words) -> {
            if (words.matcher(text).find()) {
              named.add(provider);
            }
          });
    }
    return named;
  }

  /** The bands that some providers mean by a name, each once. */
  Set<Band> meant(Set<String> providers, String normal) {
    Set<Band> meant = new LinkedHashSet<>();
    for (String provider : providers) {
      Band band = aliases.getOrDefault(provider, Map.of()).get(normal);
      if (band != null) {
        meant.add(band);
      }
    }
    return meant;
  }

  /** The bands that anyone means by a name. */
  List<Band> meantByAnyone(String normal) {
    return new ArrayList<>(meant(keywords.keySet(), normal));
  }

  /** What providers are called in filter texts. */
  Set<String> names() {
    return names.keySet();
  }

  /**
   * The band that who is called so means by a name; its case matters only where it makes two.
   *
   * @param name in small letters and figures
   */
  Optional<Band> ofOwner(String name, String letter) {
    Map<String, Band> own = aliases.getOrDefault(names.getOrDefault(name, ""), Map.of());
    Band exact = own.get(letter);
    Set<Band> alike = new LinkedHashSet<>();
    own.forEach((alias, band) -> addIf(alias.equalsIgnoreCase(letter), alike, band));
    return exact != null || alike.size() != 1
        ? Optional.ofNullable(exact)
        : Optional.of(alike.iterator().next());
  }

  private static void addIf(boolean wanted, Set<Band> bands, Band band) {
    if (wanted) {
      bands.add(band);
    }
  }
}
