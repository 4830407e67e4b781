package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;

/** How times count, from what a header, a unit or a sidecar calls them. */
public final class TimeFrames {
  /** {@code HJD-2450000}, {@code BJD - 2457000}, {@code JD (2450000+)}, {@code JD+2450000}. */
  private static final Pattern LESS = Pattern.compile("[-–−]\\s*(\\d{4,7}(?:\\.\\d+)?)");

  private static final Pattern AND =
      Pattern.compile("(?:\\+\\s*(\\d{5,7}(?:\\.\\d+)?)|(\\d{5,7}(?:\\.\\d+)?)\\s*\\+)");

  private static final Pattern JD = Pattern.compile("(?:^|[^a-z])jd|jd(?:$|[^a-z])|julian");
  private static final Pattern DAYS =
      Pattern.compile("days?(?:\\W.*|_.*|since.*|after.*)?|t\\s*-\\s*t_?0.*|phase\\b.*");

  private TimeFrames() {}

  /** The frame that a label names; null when it names none. */
  public static @Nullable TimeFrame named(String label) {
    String text = label.toLowerCase(Locale.ROOT).strip();
    EpochSystem system = system(text);
    if (system == null) {
      return DAYS.matcher(text).matches()
          ? TimeFrame.daysSince("'%s' counts days".formatted(label))
          : null;
    }
    if (system == EpochSystem.BTJD || system == EpochSystem.BKJD) {
      return system == EpochSystem.BTJD ? TimeFrame.BTJD : TimeFrame.BKJD;
    }
    TimeFrame frame = scaled(of(system, "named '%s'".formatted(label)), statedScale(text));
    double offset = offset(text);
    return offset == 0 ? frame : frame.from(frame.zero() + offset, frame.reason());
  }

  /** The frame of a system, with the scale and place that go without saying. */
  public static TimeFrame of(EpochSystem system, String reason) {
    String name = system.name();
    boolean bary = name.startsWith("BJD");
    boolean helio = name.startsWith("HJD");
    TimeReference place =
        bary ? TimeReference.BARY : helio ? TimeReference.HELIO : TimeReference.UNKNOWN;
    TimeScale usual = bary ? TimeScale.TDB : helio ? TimeScale.UTC : TimeScale.UNKNOWN;
    double zero = name.startsWith("MJD") ? 0 : TimeFrame.JD_ZERO;
    TimeScale stated =
        name.endsWith("_UTC")
            ? TimeScale.UTC
            : name.endsWith("_TDB") ? TimeScale.TDB : name.endsWith("_TT") ? TimeScale.TT : usual;
    return switch (system) {
      case BTJD -> TimeFrame.BTJD.because(reason);
      case BKJD -> TimeFrame.BKJD.because(reason);
      case DAYS_SINCE -> TimeFrame.daysSince(reason);
      case OTHER -> TimeFrame.UNSTATED;
      case ISOT, CALDATE ->
          new TimeFrame(system, TimeScale.UTC, TimeReference.UNKNOWN, Double.NaN, false, reason);
      default -> new TimeFrame(system, stated, place, zero, false, reason);
    };
  }

  /** With a scale that the source states, which enters the name of the system. */
  public static TimeFrame scaled(TimeFrame frame, @Nullable TimeScale stated) {
    if (stated == null || stated == TimeScale.UNKNOWN) {
      return frame;
    }
    String name = frame.system().name() + "_" + stated;
    for (EpochSystem system : EpochSystem.values()) {
      if (system.name().equals(name)) {
        return new TimeFrame(
            system, stated, frame.reference(), frame.zero(), frame.offset(), frame.reason());
      }
    }
    return frame.scale(stated);
  }

  /** The scale that a text names; null when it names none. */
  public static @Nullable TimeScale statedScale(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("tdb")) {
      return TimeScale.TDB;
    }
    if (word("utc?", lower)) {
      return TimeScale.UTC;
    }
    return word("tai", lower) ? TimeScale.TAI : word("tt", lower) ? TimeScale.TT : null;
  }

  private static boolean word(String word, String text) {
    return Pattern.compile("(?:^|[^a-z])" + word + "(?:$|[^a-z])").matcher(text).find();
  }

  private static @Nullable EpochSystem system(String text) {
    if (text.contains("btjd")) {
      return EpochSystem.BTJD;
    }
    if (text.contains("bkjd")) {
      return EpochSystem.BKJD;
    }
    if (text.contains("mjd") || text.contains("modified julian")) {
      return EpochSystem.MJD;
    }
    if (text.contains("hjd") || text.contains("heliocentric julian")) {
      return EpochSystem.HJD;
    }
    if (text.contains("bjd") || text.contains("barycentric julian")) {
      return EpochSystem.BJD;
    }
    return JD.matcher(text).find() ? EpochSystem.JD : null;
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
