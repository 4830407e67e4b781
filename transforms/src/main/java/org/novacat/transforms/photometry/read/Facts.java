package org.novacat.transforms.photometry.read;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file says of itself outside its rows: comments, meta blocks, header cards.
 *
 * @param values by key, see the constants; nothing is "" here
 */
record Facts(Map<String, String> values) {
  static final String OBJECT = "object";
  static final String BAND = "band";
  static final String TIME_SCALE = "time-scale";

  /** The place of the times: GEO, HELIO or BARY, in the words of the source. */
  static final String TIME_REFERENCE = "time-reference";

  /** The Julian Date from which the times count. */
  static final String TIME_ZERO = "time-zero";

  static final String MAG_SYSTEM = "magnitude-system";
  static final String TELESCOPE = "telescope";
  static final String INSTRUMENT = "instrument";
  static final String OBSERVER = "observer";
  static final String BIBCODE = "bibcode";
  static final String DOI = "doi";
  static final String CATALOG = "catalog";

  /** Titles and comments in one text. */
  static final String TEXT = "text";

  static final Facts NONE = new Facts(Map.of());

  Facts {
    values = Map.copyOf(values);
  }

  /** "" when the file does not say. */
  String get(String key) {
    return values.getOrDefault(key, "");
  }

  /** With what {@code more} says and these do not. */
  Facts and(Facts more) {
    Map<String, String> all = new LinkedHashMap<>(more.values);
    all.putAll(values);
    return new Facts(all);
  }
}
