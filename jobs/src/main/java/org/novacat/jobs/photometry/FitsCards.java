package org.novacat.jobs.photometry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.novacat.fits.file.Header;
import org.novacat.transforms.photometry.read.column.FactWords;

/** What the cards of a FITS table say of its rows. */
final class FitsCards {
  /** Cards about units, systems, zero points, limits and kinds of values, whoever wrote them. */
  private static final Pattern ABOUT_VALUES =
      Pattern.compile(
          ".*MAG.*|.*ZP.*|ZERO.*|PHOT.*|.*FLUX.*|.*LIM.*|.*UNITS?|CALIB.*|.*FLAG.*|.*DERED.*"
              + "|.*CORR.*|OBSBAND|PASSBAND|BAND");

  /** Cards of the standard and of coordinates, which say something else. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "T[A-Z]{2,5}\\d+|TIMEUNIT|[XY]?CUNIT\\d*|[12]C(?:UNIT|TYPE).*|PHOT_?ID|.*COORD.*");

  private FitsCards() {}

  /**
   * Facts by their keys; what the cards of the table do not say, those of the primary HDU may.
   *
   * @param words what else is known of the table
   */
  static Map<String, String> facts(Header header, Header primary, FactWords words) {
    Map<String, String> facts = new LinkedHashMap<>();
    put(facts, "object", "OBJECT", header, primary);
    put(facts, "telescope", "TELESCOP", header, primary);
    put(facts, "instrument", "INSTRUME", header, primary);
    put(facts, "band", "FILTER", header, primary);
    facts.putAll(FitsTimes.facts(header, primary));
    Set<String> keywords = keywords(header);
    keywords.addAll(keywords(primary));
    keywords.forEach(
        keyword -> words.pair(keyword, header.text(keyword, primary.text(keyword)).strip()));
    words.facts().values().forEach(facts::putIfAbsent);
    return facts;
  }

  private static Set<String> keywords(Header header) {
    Set<String> keywords = new LinkedHashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String keyword = header.keyword(i);
      if (ABOUT_VALUES.matcher(keyword).matches() && !OTHERS.matcher(keyword).matches()) {
        keywords.add(keyword);
      }
    }
    return keywords;
  }

  private static void put(
      Map<String, String> facts, String key, String keyword, Header header, Header primary) {
    String value = header.text(keyword, primary.text(keyword)).strip();
    if (!value.isEmpty()) {
      facts.put(key, value);
    }
  }
}
