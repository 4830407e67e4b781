package org.novacat.fits.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Tsv;

/** What the text of CTYPE1 says alone. */
final class AxisTypes {
  /** What may follow the word logarithm, besides a name of wavelength. */
  private static final Set<String> OF_WAVELENGTH =
      Set.of("", "LIN", "LINEAR", "LINE", "LI", "W", "WL", "WAV", "LAM", "L", "A", "ANG");

  private static final Set<String> SPECTRAL =
      Set.of("WAVE AWAV VRAD VOPT VELO FELO ZOPT BETA FREQ ENER WAVN".split(" "));

  /**
   * Algorithms by which an axis is no straight line in what it is named for (FITS Standard 4.0,
   * table 26).
   */
  private static final Pattern CURVED = Pattern.compile("GRI|GRA|TAB|LOG|[FWAV]2[FWAV]");

  private static final Pattern NO_NAME = Pattern.compile("[^A-Z0-9]");

  private static final Map<String, AxisKind> NAMES = new HashMap<>();
  private static final Map<String, AxisKind> STARTS = new LinkedHashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(AxisTypes.class, "axis-types.tsv").rows()) {
      AxisKind kind = AxisKind.valueOf(row.cell("kind"));
      row.words("names").forEach(name -> NAMES.put(name, kind));
      row.words("starts").forEach(start -> STARTS.put(start, kind));
    }
  }

  private AxisTypes() {}

  /** Whether it says nothing: empty, or LINEAR as IRAF has it for any axis. */
  static boolean isBare(String ctype) {
    return ctype.isEmpty() || ctype.equals("LINEAR");
  }

  /** The kind that a CTYPE1 in capitals names; UNKNOWN when it names none. */
  static AxisKind named(String ctype) {
    if (isCelestial(ctype)) {
      return AxisKind.CELESTIAL;
    }
    boolean coded = ctype.length() == 8 && ctype.charAt(4) == '-';
    if (coded && SPECTRAL.contains(ctype.substring(0, 4))) {
      return coded(listed(ctype.substring(0, 4)), ctype.substring(5));
    }
    String name = NO_NAME.matcher(ctype).replaceAll("");
    AxisKind listed = listed(name);
    return listed == AxisKind.UNKNOWN ? logarithm(name) : listed;
  }

  private static boolean isCelestial(String ctype) {
    return ctype.startsWith("RA--")
        || ctype.startsWith("DEC-")
        || ctype.startsWith("GLON")
        || ctype.startsWith("GLAT")
        || ctype.startsWith("ELON")
        || ctype.startsWith("ELAT");
  }

  /** Of the algorithms only -LOG can be followed; a code that is none of them says nothing. */
  private static AxisKind coded(AxisKind kind, String algorithm) {
    if (kind != AxisKind.WAVELENGTH) {
      return kind;
    }
    if (algorithm.equals("LOG")) {
      return AxisKind.PAPER_LOG_WAVELENGTH;
    }
    return CURVED.matcher(algorithm).matches() ? AxisKind.CURVED_WAVELENGTH : AxisKind.UNKNOWN;
  }

  private static AxisKind listed(String name) {
    AxisKind kind = NAMES.get(name);
    if (kind != null) {
      return kind;
    }
    return STARTS.entrySet().stream()
        .filter(start -> name.startsWith(start.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(AxisKind.UNKNOWN);
  }

  private static AxisKind logarithm(String name) {
    for (String word : new String[] {"LOG10", "LOGE", "LOG", "LG", "LN"}) {
      if (name.startsWith(word) && isOfWavelength(name.substring(word.length()))) {
        boolean natural = word.equals("LOGE") || word.equals("LN");
        return natural ? AxisKind.LN_WAVELENGTH : AxisKind.LOG10_WAVELENGTH;
      }
    }
    return AxisKind.UNKNOWN;
  }

  private static boolean isOfWavelength(String word) {
    return OF_WAVELENGTH.contains(word) || listed(word) == AxisKind.WAVELENGTH;
  }
}
