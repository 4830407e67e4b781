package org.novacat.layouts.observation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.time.ClockText;

/**
 * How long an exposure was: {@code 1200}, {@code '6 x 100 s'}, {@code '20 min'}, {@code 00:20:00},
 * with the unit of the comment ({@code [min]}), seconds without one (FITS Standard 4.0, sections
 * 4.3 and 9.7).
 *
 * @param card the card; "" when none states it
 * @param seconds s; null when none states it
 * @param elapsedSeconds from begin to end with all pauses, s; null when none states it
 * @param notes texts that could not be read
 */
record Exposure(
    String card, @Nullable Double seconds, @Nullable Double elapsedSeconds, List<String> notes) {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double LONGEST = 1e8;
  private static final List<String> CARDS =
      List.of(
          "XPOSURE EXPTIME EFFEXPTM TEXPTIME EXP_TIME EXP-TIME EXPOSURE TOTEXPT TOTEXP EXPTOT ITIME INTTIME"
              .split(" "));
  private static final List<String> ELAPSED = List.of("TELAPSE", "ELAPTIME", "ELAPSED");

  private static final Pattern TEXT =
      Pattern.compile(
          "(?:(\\d+) ?[x*] ?)?([+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][+-]?\\d{1,2})?) ?([a-z]*)\\.?");
  private static final Pattern BRACKETS =
      Pattern.compile(
          "[\\[(] ?([a-z]+)\\.? ?[\\])]|\\bin ([a-z]+)\\b|\\b(minutes|hours|milliseconds)\\b");
  private static final Pattern COUNTS = Pattern.compile("\\bnumber\\b|\\bcount\\b");

  /** Of comments that were read before, as all files of a telescope have the same. */
  private static final Memo<String> UNITS = new Memo<>(Exposure::unitIn);

  Exposure {
    notes = List.copyOf(notes);
  }

  /** Half of it, days; NaN when it is not known. */
  double halfDays() {
    return seconds == null ? Double.NaN : seconds / 2 / SECONDS_PER_DAY;
  }

  /** It, or with its pauses where that is stated, days; NaN when neither is known. */
  double longestDays() {
    double exposed = seconds == null ? Double.NaN : seconds;
    double elapsed = elapsedSeconds == null ? exposed : elapsedSeconds;
    return (exposed > elapsed ? exposed : elapsed) / SECONDS_PER_DAY;
  }

  static Exposure of(CardSource cards) {
    List<String> notes = new ArrayList<>();
    StatedCard found = first(cards, CARDS, notes);
    StatedCard elapsed = first(cards, ELAPSED, new ArrayList<>());
    return new Exposure(
        found == null ? "" : found.keyword(),
        found == null ? null : (Double) seconds(found),
        elapsed == null ? null : (Double) seconds(elapsed),
        notes);
  }

  private static @Nullable StatedCard first(
      CardSource cards, List<String> keywords, List<String> notes) {
    for (String keyword : keywords) {
      List<StatedCard> all = cards.all(keyword);
      // A card that says two things says nothing; the reader names it.
      for (StatedCard card : all.size() == 1 ? all : List.<StatedCard>of()) {
        double seconds = card.remarks(COUNTS) ? 0 : seconds(card);
        if (seconds > 0 && seconds < LONGEST) {
          return card;
        }
        if (Double.isNaN(seconds) && !Claims.saysNothing(card.value())) {
          notes.add("%s is no exposure time that can be read and is not used.".formatted(card));
        }
      }
    }
    return null;
  }

  /** Seconds; NaN when the value is none. */
  static double seconds(StatedCard card) {
    String text = card.value().strip().toLowerCase(Locale.ROOT);
    Matcher m = TEXT.matcher(text);
    if (!m.matches()) {
      return ClockText.parse(text).map(clock -> clock.days() * SECONDS_PER_DAY).orElse(Double.NaN);
    }
    double each = Double.parseDouble(m.group(2).replace('d', 'e'));
    double times = m.group(1) == null ? 1 : Double.parseDouble(m.group(1));
    return times * each * unit(m.group(3).isEmpty() ? unitOfComment(card) : m.group(3));
  }

  private static String unitOfComment(StatedCard card) {
    return card.comment().isEmpty() ? "s" : requireNonNull(UNITS.of(card.comment()));
  }

  private static String unitIn(String comment) {
    Matcher m = BRACKETS.matcher(comment.toLowerCase(Locale.ROOT));
    while (m.find()) {
      String unit =
          Stream.of(m.group(1), m.group(2), m.group(3))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse("");
      if (!Double.isNaN(unit(unit))) {
        return unit;
      }
    }
    return "s";
  }

  /** Seconds of a unit of time; NaN when it is none. */
  static double unit(String unit) {
    return switch (unit) {
      case "s", "sec", "secs", "second", "seconds" -> 1;
      case "ms", "msec", "milliseconds" -> 1e-3;
      case "min", "mins", "minute", "minutes" -> 60;
      case "h", "hr", "hrs", "hour", "hours" -> 3600;
      case "d", "day", "days" -> SECONDS_PER_DAY;
      default -> Double.NaN;
    };
  }
}
