package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a filter text means among the others of its file, where alone it could mean several bands: a
 * bare number, the G of Gaia, the L of infrared astronomers, which is luminance to amateurs and
 * another filter to each survey, and the u, b and v of Swift.
 */
final class BandSiblings {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})?");

  private static final Pattern RADIO =
      Pattern.compile("(?i).*[MG]Hz|(?-i:L|S|C|X|Ku|K|Ka|Q)(?: ?-?band)?|\\d+(?:\\.\\d+)? ?[cm]m");

  private static final Pattern INFRARED =
      Pattern.compile("\\[.*\\]|(?:WISE|IRAC|Spitzer).*|[WI][1-4]|J|H|Ks|.*(?:um|µm|micron)");

  /** The centres of IRAC's bands, in micrometres, as they are called. */
  private static final Map<String, String> IRAC =
      Map.of("3.6", "[3.6]", "4.5", "[4.5]", "5.8", "[5.8]", "8.0", "[8.0]", "8", "[8.0]");

  private static final Set<String> GAIA = Set.of("BP", "RP", "G_BP", "G_RP", "GBP", "GRP", "Gbp");

  private static final Set<String> NEAR_INFRARED = Set.of("J", "H", "K", "Ks", "K'");

  private static final Set<String> THERMAL = Set.of("M", "M'", "Mp", "Lp", "L'");

  /** Ultraviolet filters that only Swift has. */
  private static final Pattern UVOT = Pattern.compile("(?i)(?:uvot[ _-]?)?uv[wm][12]|u[wm][12]");

  private static final Set<String> OF_UVOT = Set.of("u", "b", "v", "w1", "m2", "w2");

  /** Letters that each survey uses for filters of its own; where rows name theirs, that counts. */
  static final Set<String> OF_SURVEYS = Set.of("L", "u", "b", "v", "w1", "m2", "w2");

  private BandSiblings() {}

  /**
   * What to read for texts of a file.
   *
   * @param texts the texts of its bands
   * @param fluxes whether it has fluxes, which alone are measured at frequencies
   */
  static Map<String, String> readings(Set<String> texts, boolean fluxes) {
    List<String> bare = texts.stream().filter(text -> NUMBER.matcher(text).matches()).toList();
    boolean radio = fluxes && texts.stream().anyMatch(text -> RADIO.matcher(text).matches());
    boolean infrared = texts.stream().anyMatch(text -> INFRARED.matcher(text).matches());
    Map<String, String> readings = new TreeMap<>();
    if (radio && !infrared) {
      bare.forEach(text -> readings.put(text, text + " GHz"));
    } else if (!radio && (infrared || !fluxes) && IRAC.keySet().containsAll(bare)) {
      bare.forEach(text -> readings.put(text, IRAC.getOrDefault(text, text)));
    }
    if (texts.contains("G") && texts.stream().anyMatch(GAIA::contains)) {
      readings.put("G", "Gaia G");
    }
    if (texts.contains("L") && areInfrared(texts)) {
      readings.put("L", "L'");
    }
    if (texts.stream().anyMatch(text -> UVOT.matcher(text).matches())) {
      texts.stream()
          .filter(OF_UVOT::contains)
          .forEach(text -> readings.put(text, "UVOT " + uvot(text)));
    }
    return readings;
  }

  private static String uvot(String letter) {
    String large = letter.toUpperCase(Locale.ROOT);
    return large.length() == 1 ? large : "UV" + large;
  }

  /** Whether one observer went through the infrared, and a survey of one band is not all. */
  private static boolean areInfrared(Set<String> texts) {
    long near = texts.stream().filter(NEAR_INFRARED::contains).count();
    return near > 1 || (near == 1 && texts.stream().anyMatch(THERMAL::contains));
  }
}
