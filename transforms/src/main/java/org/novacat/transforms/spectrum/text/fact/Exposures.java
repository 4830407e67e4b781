package org.novacat.transforms.spectrum.text.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.transforms.text.Numbers;

/** Exposure times: {@code 300}, {@code 300.0 s}, {@code 5 min}, {@code 6 x 100 s}. */
public final class Exposures {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(?:(\\d{1,4})\\s*[x*×]\\s*)?(\\d+(?:\\.\\d*)?(?:e[+-]?\\d+)?)\\s*([a-z]*)\\.?");

  private static final double AGREE = 0.02;

  private Exposures() {}

  /** Seconds; null when nothing says them, or two places differ. */
  public static @Nullable Double seconds(FileFacts facts) {
    List<Double> found = new ArrayList<>();
    for (FileFacts.Said said : facts.of(TextFact.EXPOSURE)) {
      double seconds = seconds(said.value(), said.source());
      if (seconds > 0) {
        found.add(seconds);
      } else {
        facts.note("The exposure time '%s' is not understood.".formatted(said.value()));
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    double first = found.get(0);
    boolean agree = found.stream().allMatch(other -> Math.abs(other - first) <= AGREE * first);
    if (!agree) {
      facts.contradict("exposure time", facts.of(TextFact.EXPOSURE));
    }
    return agree ? first : null;
  }

  private static double seconds(String value, String key) {
    Matcher text = TEXT.matcher(value.strip());
    if (value.length() > 60 || !text.matches()) {
      return Double.NaN;
    }
    double times = text.group(1) == null ? 1 : Double.parseDouble(text.group(1));
    String unit = text.group(3).isEmpty() ? ofKey(key) : text.group(3);
    return times * Numbers.parse(text.group(2)) * factor(unit.toLowerCase(Locale.ROOT));
  }

  private static String ofKey(String key) {
    String plain = ColumnWords.plain(key);
    return plain.endsWith("min") || plain.endsWith("minutes") ? "min" : "s";
  }

  private static double factor(String unit) {
    return switch (unit) {
      case "s", "sec", "secs", "second", "seconds" -> 1;
      case "m", "min", "mins", "minute", "minutes", "mn" -> 60;
      case "h", "hr", "hrs", "hour", "hours" -> 3600;
      default -> Double.NaN;
    };
  }
}
