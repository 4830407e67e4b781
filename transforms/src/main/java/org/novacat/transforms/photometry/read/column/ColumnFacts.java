package org.novacat.transforms.photometry.read.column;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says of itself outside its rows: comments, meta blocks, header cards.
 *
 * @param values by key, see the constants; nothing is "" here
 */
public record ColumnFacts(Map<String, String> values) {
  public static final String OBJECT = "object";
  public static final String BAND = "band";
  public static final String TIME_SCALE = "time-scale";

  /** The place of the times: GEO, HELIO or BARY, in the words of the source. */
  public static final String TIME_REFERENCE = "time-reference";

  /** The Julian Date from which the times count. */
  public static final String TIME_ZERO = "time-zero";

  /** The name of the count, as an {@code EpochSystem}. */
  public static final String TIME_SYSTEM = "time-system";

  /** What the times count, when their column does not say: {@code s}, {@code d}. */
  public static final String TIME_UNIT = "time-unit";

  public static final String MAG_SYSTEM = "magnitude-system";

  /** Magnitude of one unit of the flux, with its system where the file says it. */
  public static final String ZERO_POINT = "zero-point";

  public static final String TELESCOPE = "telescope";
  public static final String INSTRUMENT = "instrument";
  public static final String OBSERVER = "observer";
  public static final String BIBCODE = "bibcode";
  public static final String DOI = "doi";
  public static final String CATALOG = "catalog";

  /** Titles and comments in one text. */
  public static final String TEXT = "text";

  /** What else it says as names and values, each on a line, with {@code =} between the two. */
  public static final String UNREAD = "unread";

  /**
   * What it says of one thing differently in two places, each on a line: the key, what was said
   * first and what was said then, with tabs between them.
   */
  public static final String AGAIN = "again";

  public static final ColumnFacts NONE = new ColumnFacts(Map.of());

  public ColumnFacts {
    values = Map.copyOf(values);
  }

  /** "" when the file does not say. */
  public String get(String key) {
    return values.getOrDefault(key, "");
  }

  /** What these say of the keys of others. */
  public Map<String, String> sameKeys(Map<String, String> others) {
    Map<String, String> same = new LinkedHashMap<>(values);
    same.keySet().retainAll(others.keySet());
    return same;
  }

  /** With what {@code said} says instead. */
  public ColumnFacts changed(Map<String, String> said) {
    return new ColumnFacts(said).and(this);
  }

  /** What the file says of one of its columns, else of all of them; "" when it does not say. */
  public String of(String column, String key) {
    String said = get(ofColumn(column, key));
    return said.isEmpty() ? get(key) : said;
  }

  /** The key of what a file says of one of its columns. */
  public static String ofColumn(String column, String key) {
    return key + " of " + column;
  }

  /** With what {@code more} says and these do not. */
  public ColumnFacts and(ColumnFacts more) {
    Map<String, String> all = new LinkedHashMap<>(more.values);
    all.putAll(values);
    return new ColumnFacts(all);
  }
}
