package org.novacat.transforms.photometry.read.column;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Excerpt;

/** Finds what a file says of itself in its comments and meta blocks. */
public final class FactWords {
  private static final Pattern PAIR =
      Pattern.compile("\\W*([A-Za-z][A-Za-z _-]{1,24}?)\\s*[:=]\\s*(.+?)[\\s}]*");

  /** {@code Object: V1405 Cas, Filter: V}: where another pair begins in a line. */
  private static final Pattern NEXT =
      Pattern.compile(
          "(?i)(?<=[^\\s,;|])[\\s,;|]+(?=(?:object|target|star|nova|band|filter|passband|observer"
              + "|obscode|telescope|instrument|timesys|magsys)\\s*[:=]\\s*\\S)");

  /** {@code all times UT}, {@code times are in UTC}. */
  private static final Pattern UTC = Pattern.compile("(?i)\\btimes?\\b.*\\bUTC?\\b.*");

  private static final Pattern BIBCODE = Pattern.compile("(\\d{4}[A-Za-z&.]{5}[\\w.]{9}[A-Z.])");
  private static final Pattern DOI = Pattern.compile("(10\\.\\d{4,9}/\\S+)");

  /** What facts are called, in plain letters. */
  private static final Map<String, Set<String>> KEYS =
      Map.of(
          ColumnFacts.OBJECT,
              Set.of("object", "target", "star", "nova", "objet", "objekt", "objeto", "oggetto"),
          ColumnFacts.BAND,
              Set.of(
                  ("band filter passband filteridentifier filtername filterid filtre filtro bande"
                          + " banda")
                      .split(" ")),
          ColumnFacts.TIME_SCALE, Set.of("timesys", "timesystem", "timescale"),
          ColumnFacts.MAG_SYSTEM,
              Set.of(
                  ("magsys magsystem magnitudesystem photsys photsystem photometricsystem zpsys"
                          + " zeropointsystem magnitudes")
                      .split(" ")),
          ColumnFacts.ZERO_POINT, Set.of("zp", "zeropoint", "magzp", "magzero", "zeropt", "photzp"),
          ColumnFacts.TELESCOPE, Set.of("telescope", "telescop"),
          ColumnFacts.INSTRUMENT, Set.of("instrument", "instrume"),
          ColumnFacts.OBSERVER, Set.of("observer", "obscode"));

  /** What says that magnitudes are instrumental, or in a system, and mostly how they were made. */
  private static final Set<String> KINDS =
      Set.of("magtype", "magnitudetype", "magkind", "magnitudekind", "phottype", "photometrytype");

  /** What is one for all rows, so that a second word on it contradicts the first. */
  private static final Set<String> ONCE =
      Set.of(
          ColumnFacts.OBJECT,
          ColumnFacts.BAND,
          ColumnFacts.TIME_SCALE,
          ColumnFacts.MAG_SYSTEM,
          ColumnFacts.ZERO_POINT);

  /** What lists much. */
  private static final Set<String> LONG =
      Set.of(ColumnFacts.TEXT, ColumnFacts.UNREAD, ColumnFacts.AGAIN);

  /** Characters of a comment that say something; some patterns take the square of it. */
  private static final int LONGEST_LINE = 2000;

  private static final int MOST_TEXT = 20_000;

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder unread = new StringBuilder();
  private final StringBuilder again = new StringBuilder();

  /** Takes a line, with or without the sign of a comment before it. */
  public FactWords line(String given) {
    return pairs(given, false).words(given);
  }

  /**
   * Takes what a line says as a name and its value.
   *
   * @param instead whether it counts more than what was said before
   */
  public FactWords pairs(String given, boolean instead) {
    FactWords said = of(given);
    said.facts.forEach(instead ? this::change : this::fact);
    said.unread.toString().lines().forEach(this::addUnread);
    return this;
  }

  /** The pairs of a line alone. */
  private static FactWords of(String given) {
    String line = Excerpt.of(given, LONGEST_LINE);
    String[] parts = NEXT.split(line);
    FactWords first = new FactWords().one(parts[0]);
    if (parts.length == 1 || first.facts.isEmpty()) {
      return parts.length == 1 ? first : new FactWords().one(line);
    }
    Arrays.stream(parts).skip(1).forEach(first::one);
    return first;
  }

  private FactWords one(String given) {
    Matcher pair = PAIR.matcher(given);
    return pair.matches() ? pair(pair.group(1), pair.group(2)) : this;
  }

  /** What a line says as a name and its value, by the keys of facts; empty when nothing. */
  public static Map<String, String> said(String given) {
    return of(given).facts;
  }

  /** Takes what the words of a line say of the file as a whole. */
  public FactWords words(String given) {
    String line = Excerpt.of(given, LONGEST_LINE);
    String system = MagnitudeSystems.inComment(line);
    fact(ColumnFacts.MAG_SYSTEM, system == null ? "" : system);
    if (UTC.matcher(line).find()) {
      facts.putIfAbsent(ColumnFacts.TIME_SCALE, "UTC");
    }
    if (text.length() < MOST_TEXT) {
      text.append(line.strip()).append('\n');
    }
    return references(given);
  }

  /** Takes what pairs of a line say that are no facts, only to account for them. */
  public FactWords unread(String given) {
    of(given).unread.toString().lines().forEach(this::addUnread);
    return this;
  }

  /** Takes the publications that a line names, which are those of the whole file. */
  public FactWords references(String given) {
    String line = Excerpt.of(given, LONGEST_LINE);
    Matcher bibcode = BIBCODE.matcher(line);
    if (bibcode.find()) {
      facts.putIfAbsent(ColumnFacts.BIBCODE, bibcode.group(1));
    }
    Matcher doi = DOI.matcher(line);
    if (doi.find()) {
      facts.putIfAbsent(ColumnFacts.DOI, doi.group(1));
    }
    return this;
  }

  /** Takes a name and its value. */
  public FactWords pair(String name, String value) {
    String called = UploadColumn.plain(name);
    String plain = value.strip().replaceAll("^[\"']|[\"']$", "");
    if (KINDS.contains(called) && MagnitudeSystems.stated(plain) != null) {
      return fact(ColumnFacts.MAG_SYSTEM, plain);
    }
    if (!called.isEmpty() && KEYS.values().stream().noneMatch(names -> names.contains(called))) {
      addUnread(name.strip() + " = " + Excerpt.of(plain, 200));
    }
    KEYS.forEach((key, names) -> fact(key, names.contains(called) ? plain : ""));
    return this;
  }

  private void addUnread(String pair) {
    if (unread.length() < MOST_TEXT && !pair.contains("\n")) {
      unread.append(pair).append('\n');
    }
  }

  /** Takes a fact that is known to be one. */
  public FactWords fact(String key, String value) {
    if (!value.isBlank()) {
      again(key, value.strip());
      boolean all = isList(key);
      int longest = all ? MOST_TEXT : LONGEST_LINE;
      facts.putIfAbsent(key, Excerpt.of(value.strip(), longest));
    }
    return this;
  }

  private void again(String key, String value) {
    String before = facts.getOrDefault(key, value);
    boolean other = ONCE.contains(key) && !isSame(key, before, value);
    if (other && again.length() < MOST_TEXT) {
      again.append("%s\t%s\t%s\n".formatted(key, oneLine(before), oneLine(value)));
    }
  }

  private static String oneLine(String value) {
    return Excerpt.of(value.replaceAll("\\s+", " "), 200);
  }

  /** Whether two texts say the same of a fact: one scale, one system, or the words of one. */
  public static boolean isSame(String key, String one, String other) {
    return switch (key) {
      case ColumnFacts.TIME_SCALE ->
          one.equals(other)
              || Objects.equals(TimeFrames.statedScale(one), TimeFrames.statedScale(other));
      case ColumnFacts.MAG_SYSTEM ->
          one.equals(other)
              || Objects.equals(MagnitudeSystems.stated(one), MagnitudeSystems.stated(other));
      default -> hasWords(one, other) || hasWords(other, one);
    };
  }

  /** {@code Johnson V} says what {@code V} says, and {@code v} is another band. */
  private static boolean hasWords(String text, String words) {
    return List.of(text.split("[^\\p{L}\\d']+"))
        .containsAll(List.of(words.split("[^\\p{L}\\d']+")));
  }

  private void change(String key, String value) {
    again(key, value.strip());
    facts.remove(key);
    fact(key, value);
  }

  /** Whether a key is that of a list of what a file says, and no fact. */
  public static boolean isList(String key) {
    return LONG.contains(key);
  }

  public ColumnFacts facts() {
    fact(ColumnFacts.TEXT, text.toString());
    fact(ColumnFacts.UNREAD, unread.toString());
    fact(ColumnFacts.AGAIN, again.toString());
    return new ColumnFacts(facts);
  }
}
