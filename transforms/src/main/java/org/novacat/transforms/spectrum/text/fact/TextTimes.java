package org.novacat.transforms.spectrum.text.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.StatedTime;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.text.Numbers;

/**
 * When a spectrum was taken, from all that is said of it. Two times that differ by more than they
 * leave open are none (decision 0005).
 */
public final class TextTimes {
  private static final double SECONDS = 86_400;

  /** Days that times differ by when they are written from each other. */
  private static final double ROUNDING = 2 / SECONDS;

  private enum Place {
    MIDDLE,
    STATED,
    START,
    END
  }

  private static final Map<TextFact, TextFact> CLOCKS =
      Map.of(
          TextFact.DATE_MID, TextFact.CLOCK_MID,
          TextFact.DATE_START, TextFact.CLOCK_START,
          TextFact.DATE, TextFact.CLOCK_START,
          TextFact.DATE_END, TextFact.CLOCK_END);

  private record Candidate(ObservationTime time, Place place) {}

  private final FileFacts facts;
  private final @Nullable Double exposure;
  private final TimeScale scale;
  private final List<Candidate> found = new ArrayList<>();

  private TextTimes(FileFacts facts, @Nullable Double exposure) {
    this.facts = facts;
    this.exposure = exposure;
    String said = facts.text(TextFact.TIME_SCALE);
    this.scale = said.isEmpty() ? TimeScale.UTC : TimeScale.named(said);
  }

  /**
   * The middle of the exposure, or what is known of it; null when nothing says it or two times
   * contradict each other.
   *
   * @param exposure seconds; null when unknown
   */
  public static @Nullable ObservationTime of(FileFacts facts, @Nullable Double exposure) {
    return new TextTimes(facts, exposure).time();
  }

  private @Nullable ObservationTime time() {
    collect(Place.MIDDLE, TextFact.MJD_MID, TextFact.JD_MID, TextFact.DATE_MID);
    collect(Place.STATED, TextFact.MJD, TextFact.JD, TextFact.HJD, TextFact.DATE);
    collect(Place.START, TextFact.MJD_START, TextFact.JD_START, TextFact.DATE_START);
    collect(Place.END, TextFact.MJD_END, TextFact.JD_END, TextFact.DATE_END);
    List<Candidate> usable = found.stream().filter(c -> c.place != Place.END).toList();
    if (usable.isEmpty()) {
      return null;
    }
    for (Candidate one : usable) {
      for (Candidate other : usable) {
        if (contradict(one, other)) {
          facts.note(note(one, other));
          return null;
        }
      }
    }
    return middle(usable.stream().reduce(usable.get(0), TextTimes::finer));
  }

  /** The one that is known better, the earlier in the list when both are as well known. */
  private static Candidate finer(Candidate one, Candidate other) {
    return precision(other) < precision(one) / 2 ? other : one;
  }

  private static double precision(Candidate one) {
    return precision(one.time);
  }

  private static double precision(ObservationTime time) {
    Double days = time.precisionDays();
    return days == null ? 1 / SECONDS : days;
  }

  private boolean contradict(Candidate one, Candidate other) {
    double open = Math.max(precision(one), precision(other));
    double exposed = exposure == null ? 0 : exposure / SECONDS;
    // One that does not say what it is the time of may be any of the exposure.
    double apart = one.place == other.place ? 0 : exposed;
    return Math.abs(one.time.mjd() - other.time.mjd()) > open + apart + ROUNDING;
  }

  private static String note(Candidate one, Candidate other) {
    return String.format(
        Locale.ROOT,
        "The time of the observation is said differently in two places, so it is not known: MJD"
            + " %.5f by %s, %.5f by %s.",
        one.time.mjd(),
        one.time.source(),
        other.time.mjd(),
        other.time.source());
  }

  /** Half an exposure behind a start. */
  private ObservationTime middle(Candidate best) {
    ObservationTime time = best.time;
    return switch (best.place) {
      case START ->
          exposure == null
              ? named(time, time.mjd(), time.source() + " (start)")
              : named(time, time.mjd() + exposure / SECONDS / 2, time.source() + " + exposure/2");
      case MIDDLE, STATED, END -> time;
    };
  }

  private ObservationTime named(ObservationTime time, double mjd, String source) {
    return new ObservationTime(mjd, time.scale(), source, time.precisionDays(), time.spanDays());
  }

  private void collect(Place place, TextFact... kinds) {
    for (TextFact kind : kinds) {
      for (FileFacts.Said said : facts.of(kind)) {
        Optional<ObservationTime> time = parse(kind, said);
        time.ifPresent(t -> found.add(new Candidate(named(t, t.mjd(), said.source()), place)));
        if (time.isEmpty()) {
          facts.note(
              "The time '%s' of %s is not understood, or says no count of days."
                  .formatted(said.value(), said.source()));
        }
      }
    }
  }

  private Optional<ObservationTime> parse(TextFact kind, FileFacts.Said said) {
    Optional<ObservationTime> date = StatedTime.parse(said.value().strip(), scale, count(kind));
    TextFact clock = CLOCKS.get(kind);
    String time = clock == null ? "" : clock(facts.text(clock));
    return date.map(day -> time.isEmpty() || !isDay(day) ? day : at(day, time));
  }

  /** Whether a time is known to the day only, or has midnight in the place of the time of day. */
  private static boolean isDay(ObservationTime time) {
    return precision(time) == 1 && time.mjd() == Math.rint(time.mjd());
  }

  /** The time of day on a day. */
  private ObservationTime at(ObservationTime day, String clock) {
    return StatedTime.parse("2000-01-01T" + clock, scale, "date")
        .map(
            time -> {
              double fraction = time.mjd() - Math.floor(time.mjd());
              double precision = fraction == 0 ? ROUNDING : precision(time);
              return new ObservationTime(
                  day.mjd() + fraction, day.scale(), day.source(), precision, null);
            })
        .orElse(day);
  }

  /** A time of day with colons; "" when a text is none. Numbers with a point are hours. */
  private static String clock(String text) {
    double hours = text.indexOf('.') >= 0 ? Numbers.parse(text) : Double.NaN;
    if (hours >= 0 && hours < 24) {
      long millis = Math.round(hours * 3_600_000);
      return String.format(
          Locale.ROOT,
          "%02d:%02d:%06.3f",
          millis / 3_600_000,
          millis / 60_000 % 60,
          millis % 60_000 / 1000.0);
    }
    return text.matches("\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d*)?)?") ? text : "";
  }

  /** What tells the count of a number. */
  private static String count(TextFact kind) {
    return switch (kind) {
      case MJD, MJD_MID, MJD_START, MJD_END -> "mjd";
      case JD, JD_MID, JD_START, JD_END -> "jd";
      case HJD -> "hjd";
      default -> "date";
    };
  }
}
