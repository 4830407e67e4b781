package org.novacat.fits.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Numbers;
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
final class Times {
  private static final double JD_MINUS_MJD = 2400000.5;
  private static final double SECONDS_PER_DAY = 86400;
  private static final double MJD_1900 = 15020;
  private static final double MJD_2100 = 88069;

  private static final List<String> MIDDLE_MJD =
      List.of("MJD-AVG", "MJD-MID", "MJD_MID", "AVE_MJD", "EXPMID", "TMID");
  private static final List<String> MIDDLE_JD = List.of("JD-MID", "JD_MID", "JDMID");
  private static final List<Span> SPANS =
      List.of(
          new Span("MJD-BEG", "MJD-END"),
          new Span("MJD-OBS", "MJD-END"),
          new Span("EXPSTART", "EXPEND"),
          new Span("TSTART", "TSTOP"));
  private static final List<String> EXPOSURE =
      List.of("EXPTIME", "EXPOSURE", "TEXPTIME", "EXP_TIME", "EFFEXPTM", "TOTEXP");
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

  private Times(Cards cards) {
    this.cards = cards;
    this.scale = scale(cards.text("TIMESYS"));
    this.exposureCard = firstPositive(EXPOSURE);
    this.halfExposureDays =
        exposureCard.isEmpty() ? Double.NaN : cards.number(exposureCard) / 2 / SECONDS_PER_DAY;
  }

  /** The time that these cards give; null when none is usable. */
  static @Nullable ObservationTime of(Cards cards) {
    Times times = new Times(cards);
    ObservationTime time = times.middle();
    time = time != null ? time : times.betweenStartAndEnd();
    time = time != null ? time : times.fromStart();
    return time != null ? time : times.fromDate();
  }

  /**
   * The time that one card states, as it stands: an ISO date, a Julian Date or a Modified one; null
   * when it is none.
   */
  static @Nullable ObservationTime stated(Cards cards, String card, String source) {
    Times times = new Times(cards);
    double number = cards.number(card);
    double mjd = plausible(number > JD_MINUS_MJD ? number - JD_MINUS_MJD : number);
    Matcher iso = ISO.matcher(cards.text(card));
    if (Double.isNaN(mjd) && iso.matches() && iso.group(4) != null) {
      mjd = plausible(day(iso.group(1), iso.group(2), iso.group(3)) + dayFraction(iso.group(4)));
    }
    return Double.isNaN(mjd) ? null : times.time(mjd, source);
  }

  /** The exposure time of these cards in seconds; null when there is none. */
  static @Nullable Double exposureSeconds(Cards cards) {
    String card = new Times(cards).exposureCard;
    return card.isEmpty() ? null : cards.number(card);
  }

  private @Nullable ObservationTime middle() {
    for (String card : MIDDLE_MJD) {
      double mjd = plausible(cards.number(card));
      if (!Double.isNaN(mjd)) {
        return time(mjd, card);
      }
    }
    for (String card : MIDDLE_JD) {
      double mjd = plausible(cards.number(card) - JD_MINUS_MJD);
      if (!Double.isNaN(mjd)) {
        return time(mjd, card);
      }
    }
    return null;
  }

  private @Nullable ObservationTime betweenStartAndEnd() {
    for (Span span : SPANS) {
      double start = plausible(cards.number(span.start()));
      double end = plausible(cards.number(span.end()));
      if (end >= start) {
        return time((start + end) / 2, "(%s + %s)/2".formatted(span.start(), span.end()));
      }
    }
    double start = plausible(cards.number("TAI-BEG") / SECONDS_PER_DAY);
    double end = plausible(cards.number("TAI-END") / SECONDS_PER_DAY);
    return end >= start
        ? new ObservationTime((start + end) / 2, TimeScale.TAI, "(TAI-BEG + TAI-END)/2")
        : null;
  }

  private @Nullable ObservationTime fromStart() {
    for (Span span : SPANS) {
      double mjd = plausible(cards.number(span.start()));
      if (!Double.isNaN(mjd)) {
        return started(mjd, span.start());
      }
    }
    double jd = plausible(cards.number("JD-OBS") - JD_MINUS_MJD);
    return Double.isNaN(jd) ? null : started(jd, "JD-OBS");
  }

  private @Nullable ObservationTime fromDate() {
    String text = cards.text("DATE-OBS", "DATE_OBS", "DATE-BEG", "TDATEOBS");
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      double day = day(iso.group(1), iso.group(2), iso.group(3));
      double clock = dayFraction(iso.group(4) == null ? "" : iso.group(4));
      return Double.isNaN(clock)
          ? withClockCard(day, "DATE-OBS")
          : started(day + clock, "DATE-OBS");
    }
    Matcher old = OLD.matcher(text);
    return old.matches()
        ? withClockCard(day("19" + old.group(3), old.group(2), old.group(1)), "DATE-OBS dd/mm/yy")
        : null;
  }

  private @Nullable ObservationTime withClockCard(double day, String source) {
    if (Double.isNaN(plausible(day))) {
      return null;
    }
    for (String card : CLOCK) {
      double clock = dayFraction(cards.text(card));
      if (!Double.isNaN(clock)) {
        return started(day + clock, source + " and " + card);
      }
    }
    return time(day, source + " (day only)");
  }

  private @Nullable ObservationTime started(double mjd, String source) {
    if (Double.isNaN(plausible(mjd))) {
      return null;
    }
    return Double.isNaN(halfExposureDays)
        ? time(mjd, source + " (start)")
        : time(mjd + halfExposureDays, source + " + " + exposureCard + "/2");
  }

  private ObservationTime time(double mjd, String source) {
    return new ObservationTime(mjd, scale, source);
  }

  private String firstPositive(List<String> keywords) {
    for (String keyword : keywords) {
      double value = cards.number(keyword);
      if (value > 0 && value < 1e8) {
        return keyword;
      }
    }
    return "";
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
    double seconds = hms.group(3) == null ? 0 : Numbers.parseDouble(hms.group(3));
    double all =
        Integer.parseInt(hms.group(1)) * 3600 + Integer.parseInt(hms.group(2)) * 60 + seconds;
    return all < SECONDS_PER_DAY ? all / SECONDS_PER_DAY : Double.NaN;
  }

  private static TimeScale scale(String timesys) {
    return switch (timesys.toUpperCase(Locale.ROOT)) {
      case "", "UTC", "UT", "UT1", "GMT", "UTC(NIST)" -> TimeScale.UTC;
      case "TAI", "IAT" -> TimeScale.TAI;
      case "TT", "TDT", "ET" -> TimeScale.TT;
      case "TDB", "TCB" -> TimeScale.TDB;
      default -> TimeScale.UNKNOWN;
    };
  }
}
