package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A release of the public site. Releases sort by the second at which they were begun, and name the
 * run that wrote them: {@code 20260221T204510Z-4e9b0e88}.
 */
public record ReleaseId(String text) implements Comparable<ReleaseId> {
  private static final Pattern LEGAL = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int RUN_DIGITS = 8;

  public ReleaseId {
    requireNonNull(text, "text is null");
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot use release id '%s': a release id is like '20260221T204510Z-4e9b0e88'"
              .formatted(text));
    }
  }

  /** The release that {@code run} began at {@code begun}; the same for the same two. */
  public static ReleaseId mint(Instant begun, JobRunId run) {
    return new ReleaseId(SECOND.format(begun) + "-" + run.toString().substring(0, RUN_DIGITS));
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
