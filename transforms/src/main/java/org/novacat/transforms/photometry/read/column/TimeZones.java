package org.novacat.transforms.photometry.read.column;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.text.Tsv;

/** Time zones as texts name them (resource {@code zones.tsv}), or as hours from UT. */
public final class TimeZones {
  /** {@code UTC+9}, {@code UT -03:30}, {@code GMT+0900}, {@code UT + 9h}. */
  private static final Pattern FROM_UT =
      Pattern.compile(
          "(?i)(?<![a-z])(?:UTC?|GMT|TU)\\s*([-+−–])\\s*(\\d{1,2})(?::?(\\d{2}))?(?![\\d.])\\s*h?");

  /** {@code +09:00}, {@code +0900}, {@code -3h}, alone or in brackets. */
  private static final Pattern HOURS =
      Pattern.compile("([-+−–])(\\d{1,2})(?::?(\\d{2}))?\\s*(?:h|hours?|hr)?");

  /** Behind a time of day. */
  private static final Pattern SUFFIX =
      Pattern.compile(
          "(.*?(?::\\d{2}(?:[.,]\\d*)?|[AaPp]\\.?[Mm]\\.?|\\d))\\s*([-+−]\\d{2}(?::?\\d{2})?|"
              + "\\(?(?:UTC?|GMT)\\s*[-+−]\\s*\\d{1,2}(?::?\\d{2})?\\)?|\\(?\\p{Lu}{1,5}\\)?)");

  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]\\s*" + HOURS + "\\s*[)\\]]");

  private static final Pattern OF_TIMES =
      Pattern.compile(
          "(?iU)\\b(?:times?|dates?|time ?zone|zone|tz|clocks?|uhrzeit|zeit|zeiten|zeitzone|heures?"
              + "|horas?|or[ae]|tijd|tid|czas|время)\\b|[時时]");

  private static final Pattern REGION =
      Pattern.compile("\\b(?:Africa|America|Asia|Australia|Europe|Pacific)/[A-Z][A-Za-z_]+");

  private static final Pattern LOCAL =
      Pattern.compile(
          "(?iU)\\blocal (?:mean |standard |civil )?times?|\\btimes? (?:is|are|in) local"
              + "|\\b(?:time|clock)s?\\s*[:=]\\s*local\\b|\\b(?:orts|lokal)zeit(?:en)?\\b|\\blokale[rn]? zeit"
              + "|\\bheures? (?:locale|légale|legale)s?|\\bhoras? (?:local|locales|legal|oficial)\\b"
              + "|\\bor[ae] (?:locale|legale|solare)|\\blok(?:ale tijd|al tid|altid)|\\bczas lokalny"
              + "|местное время|地方时|[当現]地[时時]|本地时");

  /** {@code DATE-LOC}; alone, {@code LOC} is a place. */
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?i)(?<![a-z])(?:(?:date|time)(?:[-_ ]?obs)?[-_ ]?loc|loc[-_ ]?(?:date|time))(?![a-z])");

  /** {@code UTC offset: +9}, {@code timezone = 9}, {@code TZ: -03:30}. */
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?i)\\b(?:UTC?|GMT|time[ _-]?zone|tz)(?:[ _-]?(?:offset|difference))?\\s*[:=]\\s*"
              + "([-+−–]?)(\\d{1,2})(?::?(\\d{2}))?\\s*(?:h|hours?)?\\W*$");

  /** A moment, such as that at which a file was made, and nothing about its rows. */
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}.{0,3}\\d{1,2}:\\d{2}");

  private static final Pattern CALLED =
      Pattern.compile("\\p{Lu}\\p{L}+ (?:Standard|Summer|Daylight|Winter) Time\\b");

  private static final Pattern WORD = Pattern.compile("(?<!\\p{L})\\p{L}{1,10}(?!\\p{L})");

  /** Between the words of {@code LocalTime}. */
  private static final Pattern CASES = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

  private static final Map<String, Zone> NAMES = new LinkedHashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(TimeZones.class, "zones.tsv").rows()) {
      String east = row.cell("east");
      NAMES.put(
          row.cell("name"),
          new Zone(
              row.cell("name"),
              east.isEmpty() ? null : Double.parseDouble(east) / 24,
              row.cell("could")));
    }
  }

  private TimeZones() {}

  /**
   * A zone.
   *
   * @param text as it is written
   * @param east how far its clocks are before UT, days; null when the name stands for several
   * @param could which they are; "" otherwise
   */
  public record Zone(String text, @Nullable Double east, String could) {
    /** Hours and minutes before UT, {@code +09:00}; "" when it stands for several. */
    public String offset() {
      if (east == null) {
        return "";
      }
      long minutes = Math.round(Math.abs(east) * 24 * 60);
      return String.format(
          Locale.ROOT, "%s%02d:%02d", east < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }

    /** Whether it is UT. */
    public boolean isUt() {
      return east != null && east == 0;
    }
  }

  /**
   * A text and the zone behind it.
   *
   * @param rest the text without it
   * @param zone null when it names none
   */
  public record Cut(String rest, @Nullable Zone zone) {}

  /** A text that is nothing but a zone; null when it is none. */
  public static @Nullable Zone of(String text) {
    String plain = text.strip().replaceAll("^[(\\[]|[)\\]]$", "");
    Matcher hours = HOURS.matcher(plain);
    Matcher from = FROM_UT.matcher(plain);
    return hours.matches()
        ? fromUt(hours)
        : from.matches() ? fromUt(from) : NAMES.get(plain.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Zone fromUt(Matcher hours) {
    int minutes = hours.group(3) == null ? 0 : Integer.parseInt(hours.group(3));
    double east = (Integer.parseInt(hours.group(2)) + minutes / 60.0) / 24;
    boolean west = !hours.group(1).isEmpty() && !hours.group(1).equals("+");
    return minutes > 59 || east > 14.0 / 24
        ? null
        : new Zone(hours.group().strip(), west ? -east : east, "");
  }

  /** The zone that a header names, in letters of any case; null when it names none. */
  public static @Nullable Zone inHeader(String text) {
    Zone phrase = phrase(text);
    return phrase == null ? in(CASES.matcher(text).replaceAll(" "), 1) : phrase;
  }

  /** The zone that stands where a file names its time scale; null when it is UT, or a scale. */
  public static @Nullable Zone inScale(String text) {
    SourceScale scale = TimeFrames.statedScale(text);
    Zone zone = scale == null || scale == SourceScale.UTC ? inHeader(text) : null;
    return zone == null || zone.isUt() ? null : zone;
  }

  /** The zone that is named in several words. */
  private static @Nullable Zone phrase(String text) {
    if (ABBREVIATED.matcher(text).find()) {
      return NAMES.get("LOCAL");
    }
    String words = text.toUpperCase(Locale.ROOT);
    for (Zone zone : NAMES.values()) {
      if (zone.text().indexOf(' ') > 0 && words.contains(zone.text())) {
        return zone;
      }
    }
    Matcher called = CALLED.matcher(text);
    return called.find() ? new Zone(called.group(), null, "nobody knows this name") : null;
  }

  /** The zone that a sentence about times names, in capitals; null when it names none. */
  public static @Nullable Zone inSentence(String text) {
    if (MOMENT.matcher(text).find()) {
      return null;
    }
    Matcher offset = OFFSET.matcher(text);
    if (offset.find()) {
      return fromUt(offset);
    }
    Zone phrase = phrase(text);
    boolean here = LOCAL.matcher(text).find();
    boolean ofTimes = here || OF_TIMES.matcher(text).find();
    return phrase != null || !ofTimes ? phrase : ofTimes(text, here);
  }

  /**
   * The zone of a sentence about times of day.
   *
   * @param here whether it calls them local
   */
  private static @Nullable Zone ofTimes(String text, boolean here) {
    Matcher region = REGION.matcher(text);
    if (region.find()) {
      return new Zone(region.group(), null, "a region, whose clocks may change in summer");
    }
    Zone zone = in(text.replaceAll("\\p{L}*\\p{Ll}\\p{L}*", " "), 2);
    return zone == null && here ? NAMES.get("LOCAL") : zone;
  }

  private static @Nullable Zone in(String text, int shortest) {
    Matcher from = FROM_UT.matcher(text);
    if (from.find()) {
      return fromUt(from);
    }
    Matcher sign = IN_BRACKETS.matcher(text);
    if (sign.find()) {
      return fromUt(sign);
    }
    return byName(text, shortest);
  }

  private static @Nullable Zone byName(String text, int shortest) {
    Zone found = null;
    for (Matcher word = WORD.matcher(text); word.find(); ) {
      Zone zone =
          word.group().length() < shortest
              ? null
              : NAMES.get(word.group().toUpperCase(Locale.ROOT));
      // A text that speaks of UT as well was brought to it, or says how far from it.
      found = zone != null && (found == null || zone.isUt()) ? zone : found;
    }
    return found;
  }

  /** Cuts the zone off a date with a time of day. */
  static Cut cut(String text) {
    int last = text.length() - 1;
    boolean plain = last < 0 || (text.charAt(last) >= '0' && text.charAt(last) <= '9');
    boolean signed = text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf(':');
    if (plain && !(signed && text.indexOf(':') >= 0)) {
      return new Cut(text, null);
    }
    Matcher suffix = SUFFIX.matcher(text);
    Zone zone = suffix.matches() ? of(suffix.group(2)) : null;
    return zone == null ? new Cut(text, null) : new Cut(suffix.group(1).strip(), zone);
  }
}
