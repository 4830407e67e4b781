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
          "(?:V\\d{3,5}|[A-Z]{1,2}) ?(?:%1$s)|(?i:nova) (?:%1$s) \\d{4}.{0,6}"
              .formatted(Constellation.pattern()));

  /** {@code NAME V1405 Cas}. */
  private static final Pattern NAMED =
      Pattern.compile("(?i)^(?:name|object|target|star)\\s+(?=\\S)");

  /** {@code Filter B}, {@code B band}, {@code V-filter}. */
  private static final Pattern BAND =
      Pattern.compile(
          "(?i)(?:filter|passband|band)\\s+([^\\s,;]{1,12})|([^\\s,;]{1,12}?)[ -]?(?:filter|band)\\W*");

  /** Words that may be about times, systems or kinds of the rows below. */
  private static final Pattern SPEAKS =
      Pattern.compile(
          "(?i).*\\b(?:times?|zone|utc?|[a-z]{1,2}st|ce[st]t?|ab|vega|limits?|non-?detections?|undetected"
              + "|differential|instrumental|uncalibrated|calibrated|synthetic|model|dereddened"
              + "|interpolated|m?mags?|m?jy)\\b.*"
              + "|(?:now|from here|from now|hereafter|below|next|then|switched|changed)\\b.*");

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
    }
    String system = comment && said.isEmpty() ? MagnitudeSystems.inComment(plain) : null;
    if (system != null) {
      said.put(ColumnFacts.MAG_SYSTEM, system);
    } else if (said.isEmpty() && comment && speaks(plain) && !knows(facts, plain)) {
      said.put(ColumnFacts.TEXT, facts.get(ColumnFacts.TEXT) + "\n" + plain);
    }
    return said.equals(facts.sameKeys(said)) ? Map.of() : said;
  }

  /** What a comment says that is the name of a star or a band and nothing else. */
  Map<String, String> alone(String comment) {
    Map<String, String> said = new HashMap<>();
    if (FactWords.said(comment).isEmpty()) {
      bare(comment.strip(), true, said);
    }
    return said;
  }

  private static boolean speaks(String comment) {
    return SPEAKS.matcher(comment).matches() || RowWords.in(comment).isPresent();
  }

  private static boolean knows(ColumnFacts facts, String line) {
    return facts.get(ColumnFacts.TEXT).lines().anyMatch(line::equals);
  }

  private void bare(String text, boolean comment, Map<String, String> said) {
    if (text.length() > 40) {
      return;
    }
    Matcher band = BAND.matcher(text);
    String named = comment && bands.test(text) ? text : "";
    if (band.matches()) {
      String given = band.group(1) == null ? band.group(2) : band.group(1);
      named = bands.test(given) ? given : "";
    }
    if (!named.isEmpty()) {
      said.put(ColumnFacts.BAND, named);
    } else if (STAR.matcher(NAMED.matcher(text).replaceFirst("")).matches()) {
      said.put(ColumnFacts.OBJECT, NAMED.matcher(text).replaceFirst(""));
    }
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
