package org.novacat.transforms.photometry.read.column;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.text.Memo;

/** How times count, from what a header, a unit or a sidecar calls them. */
public final class TimeFrames {
  /** {@code HJD-2450000}, {@code BJD - 2457000}, {@code JD (2450000+)}, {@code JD+2450000}. */
  private static final Pattern LESS = Pattern.compile("[-–−]\\s*(\\d{4,7}(?:\\.\\d+)?)");

  private static final Pattern AND =
      Pattern.compile("(?:\\+\\s*(\\d{5,7}(?:\\.\\d+)?)|(\\d{5,7}(?:\\.\\d+)?)\\s*\\+)");

  /** {@code JD - 2,450,000}. */
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");

  private static final Pattern JD = Pattern.compile("(?:^|[^a-z])jd|jd(?:$|[^a-z])|julian");

  /** JD less 2400000. */
  private static final Pattern REDUCED = Pattern.compile("(?:^|[^a-z])rjd(?:$|[^a-z])");

  private static final Pattern BARY = Pattern.compile("bary|bmjd|mbjd");
  private static final Pattern HELIO = Pattern.compile("helio|hmjd|mhjd|jd_?hel(?:$|[^a-z])");

  /** Words of the scales, of which the first that a text has counts. */
  private static final List<Map.Entry<Pattern, SourceScale>> SCALES =
      List.of(
          Map.entry(word("utc?|gmt|tu"), SourceScale.UTC),
          Map.entry(word("tai"), SourceScale.TAI),
          Map.entry(word("tt"), SourceScale.TT),
          Map.entry(word("tcg"), SourceScale.TCG),
          Map.entry(word("gps"), SourceScale.GPS),
          Map.entry(word("tdt"), SourceScale.TT));

  private static final Pattern SCALED = Pattern.compile("jd_?(?:utc?|tt|tai|tdb)(?:$|[^a-z])");

  private static final Memo<TimeFrame> NAMED = new Memo<>(TimeFrames::find);

  private TimeFrames() {}

  /** The frame that a label names; null when it names none. */
  public static @Nullable TimeFrame named(String label) {
    return NAMED.of(label);
  }

  private static @Nullable TimeFrame find(String label) {
    String text = THOUSANDS.matcher(label.toLowerCase(Locale.ROOT).strip()).replaceAll("");
    TimeFrame elapsed = ElapsedTime.named(text, label);
    EpochSystem system = system(text);
    if (text.contains("excel")) {
      return ElapsedTime.since(
          TimeFrame.EXCEL_ZERO, 1, "'%s' counts days since 1899-12-30".formatted(label));
    }
    if (elapsed != null && (system == null || !elapsed.lacksZero())) {
      return elapsed;
    }
    if (system == null) {
      return null;
    }
    if (system == EpochSystem.BTJD || system == EpochSystem.BKJD) {
      return system == EpochSystem.BTJD ? TimeFrame.BTJD : TimeFrame.BKJD;
    }
    TimeFrame frame = placed(of(system, "named '%s'".formatted(label)), text);
    frame = scaled(frame, statedScale(text), Confidence.STATED);
    double offset = REDUCED.matcher(text).find() ? 2_400_000 : offset(text);
    return offset == 0 ? frame : frame.from(frame.zero() + offset, frame.reason());
  }

  /** A Modified Julian Date has no name of its own for those of the sun and the barycentre. */
  private static TimeFrame placed(TimeFrame frame, String text) {
    if (frame.system() != EpochSystem.MJD) {
      boolean here = text.contains("geocentric") || text.contains("topocentric");
      return here ? frame.reference(TimeReference.GEO) : frame;
    }
    if (BARY.matcher(text).find()) {
      return frame.source(SourceScale.TDB, Confidence.INFERRED).reference(TimeReference.BARY);
    }
    return HELIO.matcher(text).find()
        ? frame.source(SourceScale.UTC, Confidence.INFERRED).reference(TimeReference.HELIO)
        : frame;
  }

  /** The frame of a system, with the scale and place that go without saying. */
  public static TimeFrame of(EpochSystem system, String reason) {
    return switch (system) {
      case BTJD -> TimeFrame.BTJD.because(reason);
      case BKJD -> TimeFrame.BKJD.because(reason);
      case DAYS_SINCE -> TimeFrame.daysSince(reason);
      case OTHER -> TimeFrame.UNSTATED;
      case ISOT, CALDATE ->
          TimeFrame.unplaced(system, reason).source(SourceScale.UTC, Confidence.INFERRED);
      default -> julian(system, reason);
    };
  }

  /** Barycentric dates go with TDB, heliocentric ones with UTC, unless their name says another. */
  private static TimeFrame julian(EpochSystem system, String reason) {
    String name = system.name();
    TimeFrame frame =
        TimeFrame.unplaced(system, reason).zero(name.startsWith("MJD") ? 0 : TimeFrame.JD_ZERO);
    if (name.startsWith("BJD")) {
      frame = frame.reference(TimeReference.BARY).source(SourceScale.TDB, Confidence.INFERRED);
    } else if (name.startsWith("HJD")) {
      frame = frame.reference(TimeReference.HELIO).source(SourceScale.UTC, Confidence.INFERRED);
    }
    SourceScale stated = SourceScale.named(name.substring(name.indexOf('_') + 1));
    return stated == null ? frame : frame.source(stated, Confidence.STATED);
  }

  /** With a scale that the source states, which enters the name of the system. */
  public static TimeFrame scaled(TimeFrame frame, @Nullable SourceScale stated, Confidence how) {
    if (stated == null || stated == SourceScale.UNKNOWN) {
      return frame;
    }
    String name = frame.system().name() + "_" + stated.scale();
    TimeFrame scaled = frame.source(stated, how);
    for (EpochSystem system : EpochSystem.values()) {
      if (system.name().equals(name)) {
        return scaled.system(system);
      }
    }
    return scaled;
  }

  /** The scale that a text names; null when it names none. */
  public static @Nullable SourceScale statedScale(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("tdb") || lower.contains("tcb")) {
      return lower.contains("tdb") ? SourceScale.TDB : SourceScale.TCB;
    }
    for (Map.Entry<Pattern, SourceScale> scale : SCALES) {
      if (scale.getKey().matcher(lower).find()) {
        return scale.getValue();
      }
    }
    return null;
  }

  /** Whether anybody understands what a file says of its time scale: a scale, a count, a zone. */
  public static boolean isUnderstood(String scale) {
    return statedScale(scale) != null
        || SourceScale.named(scale) != null
        || named(scale) != null
        || TimeZones.inScale(scale) != null;
  }

  /** By itself, or behind the name of a count, as in {@code midpointMjdTai}. */
  private static Pattern word(String word) {
    return Pattern.compile("(?:^|[^a-z]|jd)(?:" + word + ")(?:$|[^a-z])");
  }

  private static @Nullable EpochSystem system(String text) {
    if (text.contains("btjd")) {
      return EpochSystem.BTJD;
    }
    if (text.contains("bkjd")) {
      return EpochSystem.BKJD;
    }
    boolean julian = JD.matcher(text).find() || text.contains("jd");
    if (text.contains("mjd")
        || text.contains("mbjd")
        || text.contains("mhjd")
        || (text.contains("modified") && text.contains("julian"))) {
      return EpochSystem.MJD;
    }
    if (text.contains("hjd") || (julian && HELIO.matcher(text).find())) {
      return EpochSystem.HJD;
    }
    if (text.contains("bjd") || (julian && BARY.matcher(text).find())) {
      return EpochSystem.BJD;
    }
    boolean scaled = SCALED.matcher(text).find();
    return JD.matcher(text).find() || REDUCED.matcher(text).find() || scaled
        ? EpochSystem.JD
        : null;
  }

  private static double offset(String text) {
    Matcher less = LESS.matcher(text);
    if (less.find()) {
      return Double.parseDouble(less.group(1));
    }
    Matcher and = AND.matcher(text);
    if (!and.find()) {
      return 0;
    }
    String first = and.group(1);
    return Double.parseDouble(first == null ? and.group(2) : first);
  }
}
