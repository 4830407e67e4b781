package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A release of the public site. Releases sort by the day in UTC at which they were made, and name
 * what they hold: {@code 20260221-4e9b0e88}.
 */
public record ReleaseId(String text) implements Comparable<ReleaseId>, Serializable {
  private static final Pattern LEGAL = Pattern.compile("[0-9]{8}-[0-9a-f]{8}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int CONTENT_DIGITS = 8;

  public ReleaseId {
    requireNonNull(text, "text is null");
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot use release id '%s': a release id is like '20260221-4e9b0e88'".formatted(text));
    }
  }

  /** The release of that day that has this content; the same for the same two. */
  public static ReleaseId mint(Instant made, ContentHash content) {
    return new ReleaseId(DAY.format(made) + "-" + content.hex().substring(0, CONTENT_DIGITS));
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when {@code text} is no release id
   */
  public static ReleaseId parse(String text) {
    return new ReleaseId(text);
  }

  @Override
  public int compareTo(ReleaseId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
