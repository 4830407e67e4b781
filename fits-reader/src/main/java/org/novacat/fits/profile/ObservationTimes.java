package org.novacat.fits.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.CardNumbers;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * When a spectrum was taken, from whichever cards there are, mid-exposure first: a card that states
 * it, then the mean of start and end, then start plus half the exposure, then the start alone.
 *
 * <p>A date before 1900 or after 2100 is nonsense of the writer (a real file has MJD-OBS =
 * 2965661.58) and the next source is tried. Dates of the form {@code dd/mm/yy} are of the 20th
 * century (FITS Standard 4.0, section 9.1.1, note on the old form).
 */
public final class ObservationTimes {
  private static final double JD_MINUS_MJD = 2400000.5;
  private static final double SECONDS_PER_DAY = 86400;
  private static final double MJD_1900 = 15020;
  private static final double MJD_2100 = 88069;

  private static final List<String> MIDDLE =
      List.of(
          "MJD-AVG", "MJD-MID", "MJD_MID", "AVE_MJD", "EXPMID", "TMID", "JD-MID", "JD_MID",
          "JDMID");
  private static final List<Span> SPANS =
      List.of(
          new Span("MJD-BEG", "MJD-END"),
          new Span("MJD-OBS", "MJD-END"),
          new Span("EXPSTART", "EXPEND"),
          new Span("TEXPSTRT", "TEXPEND"),
          new Span("TSTART", "TSTOP"),
          new Span("TAI-BEG", "TAI-END"));
  private static final List<String> START =
      List.of("MJD-BEG", "MJD-OBS", "EXPSTART", "TEXPSTRT", "TSTART", "JD-OBS", "TAI-BEG", "TAI");
  private static final List<String> EXPOSURE =
      List.of("EXPTIME", "EFFEXPTM", "TEXPTIME", "EXP_TIME", "EXPOSURE");
  private static final List<String> CLOCK =
      List.of("TIME-OBS", "TIME_OBS", "UTC-OBS", "UT", "UTSTART", "UTC", "UT-START");

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d*)?)?)Z?)?");
  private static final Pattern OLD = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d\\d)");
  private static final Pattern HMS =
      Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d(?:\\.\\d*)?))?");

  private final Cards cards;
  private final TimeScale scale;
  private final double halfExposureDays;
  private final String exposureCard;

  /** The cards that state start and end of an exposure as MJD. */
  private record Span(String start, String end) {}

  private ObservationTimes(Cards cards) {
    this.cards = cards;
    this.scale = named(cards.text("TIMESYS"));
    this.exposureCard = firstPositive(EXPOSURE);
    this.halfExposureDays =
        exposureCard.isEmpty() ? Double.NaN : cards.number(exposureCard) / 2 / SECONDS_PER_DAY;
  }

  /** The time that these cards give; null when none is usable. */
  public static @Nullable ObservationTime of(Cards cards) {
    ObservationTimes times = new ObservationTimes(cards);
    ObservationTime time = times.middle();
    time = time != null ? time : times.betweenStartAndEnd();
    time = time != null ? time : times.fromStart();
    time = time != null ? time : times.fromDate();
    return time != null ? time : times.fromDay();
  }

  /**
   * The time that one card states, as it stands: an ISO date, a Julian Date or a Modified one; null
   * when it is none.
   */
  public static @Nullable ObservationTime stated(Cards cards, String card, String source) {
    ObservationTimes times = new ObservationTimes(cards);
    double number = cards.number(card);
    double mjd = plausible(number > JD_MINUS_MJD ? number - JD_MINUS_MJD : number);
    Matcher iso = ISO.matcher(cards.text(card));
    if (Double.isNaN(mjd) && iso.matches() && iso.group(4) != null) {
      mjd = plausible(day(iso.group(1), iso.group(2), iso.group(3)) + dayFraction(iso.group(4)));
    }
    return Double.isNaN(mjd) ? null : time(mjd, source, times.scale);
  }

  /** A time that a table gives; null when it is nonsense. */
  public static @Nullable ObservationTime of(double mjd, TimeScale scale, String source) {
    return Double.isNaN(plausible(mjd)) ? null : time(mjd, source, scale);
  }

  /** The exposure time of these cards in seconds; null when there is none. */
  static @Nullable Double exposureSeconds(Cards cards) {
    String card = new ObservationTimes(cards).exposureCard;
    return card.isEmpty() ? null : cards.number(card);
  }

  private @Nullable ObservationTime middle() {
    for (String card : MIDDLE) {
      double mjd = mjd(card);
      if (!Double.isNaN(mjd)) {
        return time(mjd, card, scale(card));
      }
    }
    return null;
  }

  private @Nullable ObservationTime betweenStartAndEnd() {
    for (Span span : SPANS) {
      double start = mjd(span.start());
      double end = mjd(span.end());
      if (end >= start) {
        String source = "(%s + %s)/2".formatted(span.start(), span.end());
        return time((start + end) / 2, source, scale(span.start()));
      }
    }
    return null;
  }

  private @Nullable ObservationTime fromStart() {
    for (String card : START) {
      double mjd = mjd(card);
      if (!Double.isNaN(mjd)) {
        return started(mjd, card, scale(card));
      }
    }
    return null;
  }

  /** A card as MJD: TAI cards of SDSS count seconds of it, JD cards are Julian Dates. */
  private double mjd(String card) {
    double number = cards.number(card);
    if (card.startsWith("TAI")) {
      return plausible(number / SECONDS_PER_DAY);
    }
    return plausible(card.startsWith("JD") ? number - JD_MINUS_MJD : number);
  }

  private TimeScale scale(String card) {
    return card.startsWith("TAI") ? TimeScale.TAI : scale;
  }

  private @Nullable ObservationTime fromDate() {
    String text = cards.text("DATE-OBS", "DATE_OBS", "DATE-BEG", "TDATEOBS");
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      double day = day(iso.group(1), iso.group(2), iso.group(3));
      double clock = dayFraction(iso.group(4) == null ? "" : iso.group(4));
      return Double.isNaN(clock)
          ? withClockCard(day, "DATE-OBS")
          : started(day + clock, "DATE-OBS", scale);
    }
    Matcher old = OLD.matcher(text);
    return old.matches()
        ? withClockCard(day("19" + old.group(3), old.group(2), old.group(1)), "DATE-OBS dd/mm/yy")
        : null;
  }

  private @Nullable ObservationTime fromDay() {
    double mjd = mjd("MJD");
    return Double.isNaN(mjd) ? null : time(mjd, "MJD (day only)", scale);
  }

  private @Nullable ObservationTime withClockCard(double day, String source) {
    if (Double.isNaN(plausible(day))) {
      return null;
    }
    for (String card : CLOCK) {
      double clock = dayFraction(cards.text(card));
      if (!Double.isNaN(clock)) {
        return started(day + clock, source + " and " + card, scale);
      }
    }
    return time(day, source + " (day only)", scale);
  }

  private @Nullable ObservationTime started(double mjd, String source, TimeScale in) {
    if (Double.isNaN(plausible(mjd))) {
      return null;
    }
    return Double.isNaN(halfExposureDays)
        ? time(mjd, source + " (start)", in)
        : time(mjd + halfExposureDays, source + " + " + exposureCard + "/2", in);
  }

  private static ObservationTime time(double mjd, String source, TimeScale in) {
    return new ObservationTime(mjd, in, source);
  }

  private String firstPositive(List<String> keywords) {
    return keywords.stream()
        .filter(keyword -> cards.number(keyword) > 0 && cards.number(keyword) < 1e8)
        .findFirst()
        .orElse("");
  }

  private static double plausible(double mjd) {
    return mjd >= MJD_1900 && mjd <= MJD_2100 ? mjd : Double.NaN;
  }

  private static double day(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getLong(JulianFields.MODIFIED_JULIAN_DAY);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static double dayFraction(String clock) {
    Matcher hms = HMS.matcher(clock.strip());
    if (!hms.matches()) {
      return Double.NaN;
    }
    double seconds = hms.group(3) == null ? 0 : CardNumbers.parseDouble(hms.group(3));
    double all =
        Integer.parseInt(hms.group(1)) * 3600 + Integer.parseInt(hms.group(2)) * 60 + seconds;
    return all < SECONDS_PER_DAY ? all / SECONDS_PER_DAY : Double.NaN;
  }

  private static TimeScale named(String timesys) {
    return switch (timesys.toUpperCase(Locale.ROOT)) {
      case "", "UTC", "UT", "UT1", "GMT", "UTC(NIST)" -> TimeScale.UTC;
      case "TAI", "IAT" -> TimeScale.TAI;
      case "TT", "TDT", "ET" -> TimeScale.TT;
      case "TDB", "TCB" -> TimeScale.TDB;
      default -> TimeScale.UNKNOWN;
    };
  }
}
