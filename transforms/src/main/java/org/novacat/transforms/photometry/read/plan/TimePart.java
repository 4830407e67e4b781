package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.ElapsedTime;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/** The part of a time that the header of a column speaks of (resource {@code time-parts.tsv}). */
enum TimePart {
  YEAR,
  MONTH,
  DAY,
  DAY_OF_YEAR,
  HOURS,
  MINUTES,
  SECONDS,
  FRACTION,
  /** A time of day, whatever it is written as. */
  CLOCK,
  ZONE,
  /** None, though its cells may look like one. */
  NEVER,
  /** The header says nothing of it. */
  NONE;

  private static final Map<String, TimePart> WORDS = new HashMap<>();

  private static final Map<String, TimePart> MINUTES_OR_MONTH = Map.of("mm", MINUTES);

  private static final Pattern WORD =
      Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lo}+");

  static {
    for (Tsv.Row row : Tsv.resource(TimePart.class, "time-parts.tsv").rows()) {
      TimePart part = valueOf(row.cell("part").toUpperCase(Locale.ROOT).replace('-', '_'));
      row.words("words").forEach(word -> WORDS.putIfAbsent(word, part));
    }
  }

  /** Whether a column may have the month or the minutes, which are called alike. */
  static boolean isMinutes(UploadColumn column) {
    return of(column) == MINUTES || MINUTES_OR_MONTH.containsKey(column.plain());
  }

  /** The part that a column has by its name, its unit or its zone. */
  static TimePart of(UploadColumn column) {
    TimePart whole = WORDS.getOrDefault(column.plain(), NONE);
    List<TimePart> parts = new ArrayList<>(List.of(whole));
    for (Matcher word = WORD.matcher(column.name()); word.find(); ) {
      parts.add(WORDS.getOrDefault(word.group().toLowerCase(Locale.ROOT), NONE));
    }
    if (parts.contains(NEVER)) {
      return NEVER;
    }
    TimePart byUnit = byUnit(column.unit());
    boolean timed = parts.stream().anyMatch(part -> part != NONE) || zoned(column);
    if (timed && byUnit != NONE) {
      return byUnit;
    }
    return whole != NONE
        ? whole
        : parts.stream()
            .filter(part -> part != NONE)
            .min((one, other) -> Boolean.compare(one == CLOCK, other == CLOCK))
            .orElse(zoned(column) ? CLOCK : NONE);
  }

  private static TimePart byUnit(String unit) {
    double days = ElapsedTime.unit(unit);
    return days == 1.0 / 24
        ? HOURS
        : days == 1.0 / 1440 ? MINUTES : days == 1.0 / 86_400 ? SECONDS : NONE;
  }

  /** Whether nothing but a zone is named, as in a column called JST. */
  private static boolean zoned(UploadColumn column) {
    return TimeZones.of(column.name()) != null;
  }

  /** Whether it is a time of day or a part of one. */
  boolean isOfDay() {
    return switch (this) {
      case HOURS, MINUTES, SECONDS, FRACTION, CLOCK -> true;
      case YEAR, MONTH, DAY, DAY_OF_YEAR, ZONE, NEVER, NONE -> false;
    };
  }
}
