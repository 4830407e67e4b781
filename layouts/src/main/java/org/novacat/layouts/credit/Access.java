package org.novacat.layouts.credit;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may see data: everybody, everybody from a day on, or nobody but those who brought them.
 *
 * @param until the first day, in UTC, on which everybody may see what is proprietary; else null
 */
public record Access(Kind kind, @Nullable LocalDate until) implements Serializable {
  /** Everybody may see it. */
  public static final Access PUBLIC = new Access(Kind.PUBLIC, null);

  /** It is never passed on. */
  public static final Access PRIVATE = new Access(Kind.PRIVATE, null);

  private static final Pattern PROPRIETARY =
      Pattern.compile("PROPRIETARY UNTIL (\\d{4}-\\d{2}-\\d{2})");

  /** The three kinds. */
  public enum Kind {
    PUBLIC,
    PROPRIETARY,
    PRIVATE
  }

  public Access {
    requireNonNull(kind, "kind is null");
    if ((kind == Kind.PROPRIETARY) != (until != null)) {
      throw new IllegalArgumentException(
          "Cannot use rights %s with the day %s: only what is proprietary has one"
              .formatted(kind, until));
    }
  }

  /** Everybody may see it from a day on. */
  public static Access proprietaryUntil(LocalDate day) {
    return new Access(Kind.PROPRIETARY, day);
  }

  /**
   * Reads what a person writes: {@code PUBLIC}, {@code PROPRIETARY until 2027-06-30} or {@code
   * PRIVATE}, in letters of any case.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static Access parse(String text) {
    String words = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher proprietary = PROPRIETARY.matcher(words);
    if (words.equals(Kind.PUBLIC.name())) {
      return PUBLIC;
    } else if (words.equals(Kind.PRIVATE.name())) {
      return PRIVATE;
    } else if (proprietary.matches()) {
      return proprietaryUntil(day(text, proprietary.group(1)));
    }
    throw refused(text);
  }

  /**
   * Reads what an item holds: "" is what nobody has restricted, and words that nobody can read keep
   * their data in.
   */
  public static Access stored(String text) {
    if (text.isBlank()) {
      return PUBLIC;
    }
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      return PRIVATE;
    }
  }

  private static LocalDate day(String text, String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw refused(text);
    }
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException(
        "Cannot use rights '%s': they are none of PUBLIC, PRIVATE, 'PROPRIETARY until YYYY-MM-DD' (write one of these)"
            .formatted(text));
  }

  /** Whether everybody may see it on a day, in UTC. */
  public boolean isPublicOn(LocalDate day) {
    LocalDate from = until;
    return kind == Kind.PUBLIC || (from != null && !day.isBefore(from));
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return until == null ? kind.name() : kind + " until " + until;
  }
}
