package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name made fit for a key: {@code Load_Orders_2024} becomes {@code load-orders-2024}.
 *
 * @param text of {@code [a-z0-9-]}, not empty, no hyphen at its ends
 */
public record Slug(String text) implements Comparable<Slug> {
  private static final Pattern LEGAL = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");
  private static final Pattern SPACES = Pattern.compile("[\\s_]");
  private static final Pattern DROPPED = Pattern.compile("[^a-z0-9-]");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

  public Slug {
    requireNonNull(text, "text is null");
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot use slug '%s': a slug is a-z, 0-9 and '-', without '-' at its ends"
              .formatted(text));
    }
  }

  /**
   * The slug of a name, by the four rules of the medallion layout in their order: lower case; each
   * space or underscore a hyphen; all else but letters, digits and hyphens dropped; no hyphen at
   * the ends. Letters are those of ASCII. Hyphens in a row stay: the rules say nothing of them.
   *
   * @throws IllegalArgumentException when nothing is left of the name
   */
  public static Slug ofName(String name) {
    String hyphenated = SPACES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    String kept = DROPPED.matcher(hyphenated).replaceAll("");
    String slug = OUTER_HYPHENS.matcher(kept).replaceAll("");
    if (slug.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make a slug of '%s': nothing is left (use letters a-z or digits)"
              .formatted(name));
    }
    return new Slug(slug);
  }

  @Override
  public int compareTo(Slug other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
