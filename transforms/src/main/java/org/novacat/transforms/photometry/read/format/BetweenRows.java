package org.novacat.transforms.photometry.read.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.nova.Constellation;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.RowWords;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * What a line between rows says of the rows below it: what they have in common, or their columns.
 */
final class BetweenRows {
  /** {@code V1674 Her}, {@code RS Oph}, {@code Nova Cyg 1975}, and nothing else. */
  private static final Pattern STAR =
      Pattern.compile(
          "(?:V\\d{3,5}|[A-Z]{1,2}) ?(?:%1$s)|(?:(?i:nova)|N) (?:%1$s) \\d{4}.{0,6}"
              .formatted(Constellation.pattern()));

  /** {@code NAME V1405 Cas}. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)^(?:name|object|target|star|nova(?= V\\d))\\s+(?=\\S)");

  /** {@code Filter B}, {@code Filter changed to B}, {@code B band}, {@code V-filter}. */
  private static final Pattern BAND =
      Pattern.compile(
          "(?i)(?:filter|passband|band)\\s+(?:(?:is|now|(?:changed|switched)(?: to)?)\\s+)*([^\\s,;]{1,12})"
              + "|([^\\s,;]{1,12}?)[ -]?(?:filter|band)\\W*");

  /** Signs and numbers around a title: {@code --- B ---}, {@code 2. B}, {@code B:}. */
  private static final Pattern AROUND =
      Pattern.compile("^(?:[-=*#~\\s]|\\d{1,2}[.)]\\s)+|[-=*#~:\\s]+$");

  private static final Pattern IN_BRACKETS = Pattern.compile("^[\\[({]([^\\[({]*)[\\])}]$");

  /** Words of a title that any rows could have: {@code photometry in}, {@code data}. */
  private static final Pattern OF_ANY =
      Pattern.compile(
          "(?i)^%1$s (?:in|of|for|with|from|through|using) (?:the )?|(?: %1$s)+$"
              .formatted(
                  "(?:data|photometry|observations?|measurements?|mag(?:nitude)?s?|light ?curves?"
                      + "|points|results|follows?|below)"));

  /** {@code , 60 s}, {@code (2021)}: what stands behind a name. */
  private static final Pattern BEHIND = Pattern.compile("\\s*[,;].*|\\s+\\(.*\\)$");

  /** Numbers of rows, which sentences have not. */
  private static final Pattern NUMBER = Pattern.compile("\\d[.,]\\d|\\d{4}");

  /** Characters of sentences that are kept. */
  private static final int MOST_TEXT = 20_000;

  /** Words that may be about times, systems or kinds of the rows below. */
  private static final Pattern SPEAKS =
      Pattern.compile(
          "(?i).*\\b(?:times?|zone|utc?|[a-z]{1,2}st|ce[st]t?|ab|vega|limits?|non-?detections?|undetected"
              + "|differential|instrumental|uncalibrated|calibrated|synthetic|model|dereddened"
              + "|interpolated|m?mags?|m?jy|tt|tdb|tai|gps|(?:helio|bary)centric|[hb]jd)\\b.*"
              + "|(?:now|from here|from now|hereafter|below|next|then|switched|changed)\\b.*");

  /** Characters of a title. */
  private static final int LONGEST = 40;

  private final Predicate<String> bands;

  BetweenRows(Predicate<String> bands) {
    this.bands = bands;
  }

  /** What a comment or a line says that is not among the facts yet; empty when nothing. */
  Map<String, String> said(String text, boolean comment, ColumnFacts facts) {
    String plain = text.strip();
    Map<String, String> said = new HashMap<>(FactWords.said(plain));
    if (said.isEmpty()) {
      bare(plain, comment, said);
      title(plain, comment, said);
    }
    String system = comment && said.isEmpty() ? MagnitudeSystems.inComment(plain) : null;
    if (system != null) {
      said.put(ColumnFacts.MAG_SYSTEM, system);
    } else if (said.isEmpty() && hasRoom(facts) && isSentence(plain, comment)) {
      sentence(plain, facts, said);
    }
    return said.equals(facts.sameKeys(said)) ? Map.of() : said;
  }

  /** What a comment says that is the name of a star or a band and nothing else. */
  Map<String, String> alone(String comment) {
    Map<String, String> said = new HashMap<>();
    if (FactWords.said(comment).isEmpty()) {
      bare(comment.strip(), true, said);
      if (said.isEmpty()) {
        band(title(comment), isOne(comment), said);
      }
    }
    return said;
  }

  /** A file of so many sentences says enough for its rows to be doubted. */
  private static boolean hasRoom(ColumnFacts facts) {
    return facts.get(ColumnFacts.TEXT).length() < MOST_TEXT;
  }

  /** Whether a line speaks of the rows below; one of text alone has no numbers as rows have. */
  private static boolean isSentence(String line, boolean comment) {
    return comment
        ? SPEAKS.matcher(line).matches() || RowWords.in(line).isPresent()
        : line.indexOf(' ') > 0 && !NUMBER.matcher(line).find() && RowWords.in(line).isPresent();
  }

  private static void sentence(String line, ColumnFacts facts, Map<String, String> said) {
    String before = facts.get(ColumnFacts.TEXT);
    if (before.lines().noneMatch(line::equals)) {
      said.put(ColumnFacts.TEXT, before + "\n" + line);
    }
  }

  private void bare(String text, boolean comment, Map<String, String> said) {
    if (text.length() > LONGEST) {
      return;
    }
    band(text, comment, said);
    String star = NAMED.matcher(text).replaceFirst("");
    if (said.isEmpty() && STAR.matcher(star).matches()) {
      said.put(ColumnFacts.OBJECT, star);
    }
  }

  private void band(String text, boolean comment, Map<String, String> said) {
    Matcher band = BAND.matcher(text);
    String named = comment && bands.test(text) ? text : "";
    if (band.matches()) {
      String given = band.group(1) == null ? band.group(2) : band.group(1);
      named = bands.test(given) ? given : "";
    }
    if (!named.isEmpty()) {
      said.put(ColumnFacts.BAND, named);
    }
  }

  /** What a title of some rows says; a line of text alone is one in signs or of a few letters. */
  private void title(String line, boolean comment, Map<String, String> said) {
    boolean alone = !line.isEmpty() && (line.length() <= 3 || !isLetter(line.charAt(0)));
    if (said.isEmpty()) {
      bare(title(line), isOne(line) && (comment || alone), said);
    }
  }

  private static boolean isLetter(char sign) {
    return Character.isLetterOrDigit(sign);
  }

  /** Whether a title names one thing. */
  private static boolean isOne(String title) {
    return title.indexOf(',') < 0 && title.indexOf(';') < 0;
  }

  /** A title without signs around it, words of any rows in it and what stands behind it. */
  private static String title(String line) {
    if (line.length() > LONGEST) {
      return line;
    }
    String plain = AROUND.matcher(line).replaceAll("");
    plain = IN_BRACKETS.matcher(plain).replaceFirst("$1").strip();
    plain = BEHIND.matcher(plain).replaceFirst("");
    return OF_ANY.matcher(plain).replaceAll("").strip();
  }

  /**
   * Whether cells are names of columns: most are known ones, a time or nothing else among them; in
   * a comment, which may be a sentence, all are.
   */
  boolean isHeader(List<UploadColumn> names, boolean comment, List<UploadColumn> before) {
    boolean words =
        names.size() > 1
            && !names.get(0).name().isEmpty()
            && HeaderLine.isWords(names.stream().map(UploadColumn::name).toList());
    if (!words) {
      return false;
    }
    long known = names.stream().filter(name -> isKnown(name, before)).count();
    boolean time = Synonyms.nameATime(names);
    return known == names.size() || (!comment && time && 2 * known >= names.size());
  }

  private boolean isKnown(UploadColumn name, List<UploadColumn> before) {
    String plain = name.plain();
    return Synonyms.roleOf(plain) != Role.NONE
        || Synonyms.ERRORS.contains(plain)
        || name.name().startsWith("e_")
        || bands.test(name.name())
        || TimeFrames.named(name.label()) != null
        || before.stream().anyMatch(column -> column.plain().equals(plain) && !plain.isEmpty());
  }
}
