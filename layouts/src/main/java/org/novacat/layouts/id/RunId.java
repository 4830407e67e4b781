package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The short name of a run in keys of the medallion layout: {@code cfee487b}, or {@code
 * 20251006-a3b4c5d6} where no orchestrator named the run.
 *
 * @param text 6 to 8 of {@code [a-z0-9]}, after a date and a hyphen or alone; six because the
 *     seed's own example of a metric output has {@code abc123}
 */
public record RunId(String text) implements Comparable<RunId> {
  private static final Pattern LEGAL = Pattern.compile("(?:[0-9]{8}-)?[a-z0-9]{6,8}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 8;

  public RunId {
    requireNonNull(text, "text is null");
    if (!LEGAL.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot use run id '%s': a run id is like 'cfee487b' or '20251006-a3b4c5d6'"
              .formatted(text));
    }
  }

  /** The first eight characters of an orchestrator's run UUID. */
  public static RunId ofRun(UUID run) {
    return new RunId(run.toString().substring(0, LENGTH));
  }

  /** The day in UTC, a hyphen and eight random characters, for a run that nobody named. */
  public static RunId mint(Instant now, RandomGenerator random) {
    StringBuilder text = new StringBuilder(DAY.format(now)).append('-');
    for (int i = 0; i < LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RunId(text.toString());
  }

  @Override
  public int compareTo(RunId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
