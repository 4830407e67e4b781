package org.novacat.persistence.item;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as they are stored: UTC, always three digits of milliseconds, so that texts sort by time.
 */
public final class Times {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** The stored text, e.g. {@code 2026-02-21T20:45:10.000Z}; parts below a millisecond are cut. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  /** What reading the stored text gives back. */
  public static Instant cut(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
