package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a filter text means among the others of its file, where alone it could mean several bands: a
 * bare number, and the G of Gaia.
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
    return readings;
  }
}
