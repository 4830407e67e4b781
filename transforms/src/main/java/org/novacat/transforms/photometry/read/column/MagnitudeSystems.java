package org.novacat.transforms.photometry.read.column;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of magnitude systems as files spell them. */
public final class MagnitudeSystems {
  public static final String AB = "AB";

  /** Differential magnitudes, and those of a detector; of no use beside those of others. */
  public static final String INSTRUMENTAL = "INSTRUMENTAL";

  private static final Map<String, String> BY_PLAIN_NAME =
      Map.ofEntries(
          Map.entry("vega", "Vega"),
          Map.entry("vegamag", "Vega"),
          Map.entry("magvega", "Vega"),
          Map.entry("vegasystem", "Vega"),
          Map.entry("johnson", "Vega"),
          Map.entry("johnsoncousins", "Vega"),
          Map.entry("bessell", "Vega"),
          Map.entry("landolt", "Vega"),
          Map.entry("2mass", "Vega"),
          Map.entry("ab", AB),
          Map.entry("abmag", AB),
          Map.entry("magab", AB),
          Map.entry("absystem", AB),
          Map.entry("sdss", AB),
          Map.entry("sloan", AB),
          Map.entry("ps1", AB),
          Map.entry("panstarrs", AB),
          Map.entry("st", "ST"),
          Map.entry("stmag", "ST"),
          Map.entry("magst", "ST"),
          Map.entry("instrumental", INSTRUMENTAL),
          Map.entry("inst", INSTRUMENTAL),
          Map.entry("differential", INSTRUMENTAL));

  /** {@code ABmag}, {@code mag (Vega)}, {@code V_AB}: the system in a header or a unit. */
  private static final Pattern IN_LABEL =
      Pattern.compile(
          "(?i)(?<![a-z])(?:mag(?:nitudes?)?[ _-]?)?(AB|VEGA|ST(?=[ _-]?mag))"
              + "(?:[ _-]?(?:mag(?:s|nitudes?)?|system))?(?![a-z])");

  /** {@code differential (V-C)}, and not {@code transformed from instrumental}. */
  private static final Pattern OWN =
      Pattern.compile("(?i)^(?:\\w+ )?(?:instrumental|differential)(?![a-z])");

  /** A comment that is about the system of all magnitudes, and about nothing else. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?i)\\W*(?:all |the )*(?:(?:mag(?:nitude)?s?|photometry|system)"
              + "(?: is| are)?(?: given| calibrated| reported)? ?(?:in|on|to|=|:)?(?: the)? ?)?"
              + "(AB|Vega)(?:[ -]?mag(?:nitude)?s?)?(?: (?:photometric |magnitude )?system)?\\W*");

  private MagnitudeSystems() {}

  /** The system that a text names; null when it names none. */
  public static @Nullable String of(String text) {
    return BY_PLAIN_NAME.get(UploadColumn.plain(text));
  }

  /** The system that a fact of a file is about, however many words it takes; null when none. */
  public static @Nullable String stated(String text) {
    String whole = of(text);
    if (whole != null) {
      return whole;
    }
    return OWN.matcher(text).find() ? INSTRUMENTAL : inLabel(text);
  }

  /** The system that a header, a unit or a description has in it; null when none, or several. */
  public static @Nullable String inLabel(String label) {
    Set<String> named = new LinkedHashSet<>();
    Matcher system = IN_LABEL.matcher(label);
    while (system.find()) {
      named.add(said(system.group(1)));
    }
    return named.size() == 1 ? named.iterator().next() : null;
  }

  /** The system of which a comment says that all magnitudes are; null when it does not. */
  public static @Nullable String inComment(String line) {
    Matcher comment = COMMENT.matcher(line);
    return comment.matches() ? said(comment.group(1)) : null;
  }

  /** A header without the system in it: {@code V} of {@code V_AB}, {@code V (Vega)}. */
  public static String without(String label) {
    Matcher system = IN_LABEL.matcher(label);
    return system.find() && system.start() > 0
        ? label.substring(0, system.start()).replaceFirst("[ _(\\[-]+$", "")
        : label;
  }

  private static String said(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "VEGA" -> "Vega";
      case "ST" -> "ST";
      default -> AB;
    };
  }
}
