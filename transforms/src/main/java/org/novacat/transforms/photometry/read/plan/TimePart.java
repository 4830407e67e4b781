package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private static final Set<String> SPANS = new HashSet<>();
  private static final Set<String> MOMENTS = new HashSet<>();

  private static final Map<String, TimePart> MINUTES_OR_MONTH = Map.of("mm", MINUTES);

  private static final Pattern WORD =
      Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lo}+");

  static {
    for (Tsv.Row row : Tsv.resource(TimePart.class, "time-parts.tsv").rows()) {
      switch (row.cell("part")) {
        case "span" -> SPANS.addAll(row.words("words"));
        case "moment" -> MOMENTS.addAll(row.words("words"));
        default -> row.words("words").forEach(word -> WORDS.putIfAbsent(word, named(row)));
      }
    }
  }

  private static TimePart named(Tsv.Row row) {
    return valueOf(row.cell("part").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Whether a column may have the month or the minutes, which are called alike. */
  static boolean isMinutes(UploadColumn column) {
    return of(column) == MINUTES || MINUTES_OR_MONTH.containsKey(column.plain());
  }

  /** The part that a column has by its name, its unit or its zone. */
  static TimePart of(UploadColumn column) {
    TimePart whole = WORDS.getOrDefault(column.plain(), NONE);
    List<String> words = words(column.name());
    boolean span = words.stream().anyMatch(SPANS::contains);
    boolean moment = words.stream().anyMatch(MOMENTS::contains);
    List<TimePart> parts = new ArrayList<>(List.of(whole, span ? CLOCK : NONE));
    words.forEach(word -> parts.add(WORDS.getOrDefault(word, NONE)));
    if (!whole.isOfDay() && (parts.contains(NEVER) || (span && !moment))) {
      return NEVER;
    }
    TimePart byUnit = byUnit(column.unit());
    boolean timed = parts.stream().anyMatch(part -> part != NONE) || zoned(column);
    return timed && byUnit != NONE ? byUnit : of(column, whole, parts);
  }

  private static TimePart of(UploadColumn column, TimePart whole, List<TimePart> parts) {
    return whole != NONE
        ? whole
        : parts.stream()
            .filter(part -> part != NONE)
            .min((one, other) -> Boolean.compare(one == CLOCK, other == CLOCK))
            .orElse(zoned(column) ? CLOCK : NONE);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (Matcher word = WORD.matcher(name); word.find(); ) {
      words.add(word.group().toLowerCase(Locale.ROOT));
    }
    return words;
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
