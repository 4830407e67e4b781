package org.novacat.layouts.key;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a field of a key template may hold. Each type has one spelling for one value, so that what
 * is parsed formats to the same key again.
 */
public enum FieldType {
  /** A UUID, 36 characters, lower case. */
  UUID(
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
      "[0-9a-f-]", "a UUID in lower case"),

  /** Words of {@code [a-z0-9]} parted by hyphens, see {@link org.novacat.layouts.id.Slug}. */
  SLUG(
      "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?",
      "[a-z0-9-]",
      "a slug: a-z, 0-9 and '-', no '-' at its ends"),

  /** UTC, ISO-8601, whole seconds: {@code 2026-02-21T20:45:10Z}. */
  TIMESTAMP(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
      "[0-9TZ:-]", "a UTC time in whole seconds such as 2026-02-21T20:45:10Z") {
    @Override
    Optional<String> problem(String text) {
      try {
        boolean canonical = Instant.parse(text).toString().equals(text);
        return canonical ? Optional.empty() : Optional.of("no such time of day");
      } catch (DateTimeException e) {
        return Optional.of("no such date");
      }
    }
  },

  /** A release of the public site, see {@link org.novacat.layouts.id.ReleaseId}. */
  RELEASE("[0-9]{8}-[0-9a-f]{8}", "[0-9a-f-]", "a release id such as 20260221-4e9b0e88"),

  /** Numbers parted by dots, as of a schema or a profile: {@code 1} or {@code 1.0.0}. */
  VERSION("[0-9]+(?:\\.[0-9]+)*", "[0-9.]", "a version: numbers parted by dots"),

  /** A name of ours, such as a workflow's or a profile's. */
  TEXT(
      "[A-Za-z0-9][A-Za-z0-9._-]*",
      "[A-Za-z0-9._-]",
      "a name of letters, digits, '.', '_' and '-' that begins with a letter or digit"),

  /** How a text file of a spectrum ends, see {@link FileEnding}. */
  ENDING(
      FileEnding.TEXT_GRAMMAR,
      "[a-z.]",
      "one of %s, also with .gz".formatted(String.join(", ", FileEnding.TEXTS))),

  /** A user's file name, one segment, normalised to NFC and otherwise kept. */
  FILENAME("[^/]+", "[^/]", "a file name without '/'"),

  /** A user's relative path, one or more segments, normalised to NFC and otherwise kept. */
  PATH(".+", ".", "a relative path");

  private final String grammar;
  private final Pattern whole;
  private final Pattern alphabet;
  private final String description;

  FieldType(String grammar, String alphabet, String description) {
    this.grammar = grammar;
    this.whole = Pattern.compile(grammar, Pattern.DOTALL);
    this.alphabet = Pattern.compile(alphabet, Pattern.DOTALL);
    this.description = description;
  }

  /** The type with this name in a template's text, in lower case. */
  static Optional<FieldType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.templateName().equals(name)).findFirst();
  }

  /** The name by which templates call this type. */
  public String templateName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this type takes, to complete the sentence "it must be …". */
  public String description() {
    return description;
  }

  /** A regular expression without capturing groups. */
  String grammar() {
    return grammar;
  }

  boolean mayContain(char c) {
    return alphabet.matcher(String.valueOf(c)).matches();
  }

  /** The one spelling under which a value is kept. */
  private String normalise(String text) {
    return isOfUsers() ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
  }

  private boolean isOfUsers() {
    return this == FILENAME || this == PATH;
  }

  /** What the grammar alone cannot see. */
  Optional<String> problem(String text) {
    return isOfUsers() ? KeyRules.problem(text) : Optional.empty();
  }

  /** Whether a key may hold {@code text} here, as it stands. */
  boolean accepts(String text) {
    return whole.matcher(text).matches() && problem(text).isEmpty() && normalise(text).equals(text);
  }

  /**
   * The text that stands in a key for {@code value}.
   *
   * @throws IllegalArgumentException when this type does not take it
   */
  String spelled(String field, String value) {
    String text = normalise(value);
    if (!whole.matcher(text).matches()) {
      throw refused(field, value, "it must be " + description);
    }
    problem(text)
        .ifPresent(
            problem -> {
              throw refused(field, value, problem);
            });
    return text;
  }

  private static IllegalArgumentException refused(String field, String value, String why) {
    return new IllegalArgumentException(
        "Cannot put %s into a key as %s: %s".formatted(KeyRules.quote(value), field, why));
  }
}
