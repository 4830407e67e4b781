package org.novacat.transforms.photometry.read.column;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the number of one column becomes a number in the unit of another: an error, or a limit.
 *
 * @param factor what it is multiplied with; NaN when it cannot be compared
 * @param ofValue whether it is a part of the value
 */
public record ErrorScale(double factor, boolean ofValue) {
  /** In the unit of the value. */
  public static final ErrorScale SAME = new ErrorScale(1, false);

  /** In a unit that no value of this kind has. */
  public static final ErrorScale FOREIGN = new ErrorScale(Double.NaN, false);

  private static final Map<String, Double> JANSKYS = Map.of("Jy", 1.0, "mJy", 1e-3, "uJy", 1e-6);

  private static final List<String> MAGNITUDES = List.of("mag", "mags", "magnitude", "magnitudes");

  private static final List<String> MILLIMAGNITUDES =
      List.of("mmag", "mmags", "millimag", "millimags", "millimagnitude", "millimagnitudes");

  private static final List<String> PARTS =
      List.of("relative", "rel", "fraction", "fractional", "frac");

  private static final Pattern PERCENT = Pattern.compile("%|percent|pct|per cent|prozent|in %");
  private static final Pattern SIGMAS =
      Pattern.compile("(\\d(?:\\.\\d)?)\\s*-?_?\\s*(?:sigma|sig|σ|s\\.?d\\.?)");
  private static final Pattern LEVEL = Pattern.compile("\\d.*%.*");

  /** Steps of a logarithm, which are no part of the number itself. */
  private static final Pattern LOGARITHM = Pattern.compile("dex\\b.*|(?:log|lg|log10)\\b.*");

  private static final Pattern BEHIND =
      Pattern.compile("((?:(?<=[^a-z])|(?<=err))mmag|[munµμ]?jy|percent|pct|%)$");
  private static final Pattern RELATIVE =
      Pattern.compile("^(?:rel|relative|frac|fractional)_?-?(?:err|unc|flux).*");

  public ErrorScale {
    if (factor <= 0) {
      throw new IllegalArgumentException("Cannot scale errors: the factor is " + factor);
    }
  }

  /** Whether a unit counts thousandths of a magnitude. */
  public static boolean isThousandths(String unit) {
    return MILLIMAGNITUDES.contains(unit.toLowerCase(Locale.ROOT));
  }

  /** Whether the number can be had. */
  public boolean isKnown() {
    return !Double.isNaN(factor);
  }

  /** The number in the unit of the value; NaN when it cannot be had. */
  public double of(double number, double value) {
    return number * factor * (ofValue ? Math.abs(value) : 1);
  }

  /**
   * How the numbers of a column become those of its values.
   *
   * @param column the errors, or limits
   * @param value the values
   * @param magnitude whether the values are magnitudes
   * @param unit unit of the values where their column states none; "" when nothing does
   */
  public static ErrorScale of(
      UploadColumn column, UploadColumn value, boolean magnitude, String unit) {
    String stated = unitOf(column);
    String text = stated.toLowerCase(Locale.ROOT);
    Matcher sigmas = SIGMAS.matcher(text);
    if (stated.isEmpty() || stated.equals(value.unit())) {
      return SAME;
    }
    if (sigmas.matches()) {
      return new ErrorScale(1 / Double.parseDouble(sigmas.group(1)), false);
    }
    if (LEVEL.matcher(text).matches() || LOGARITHM.matcher(text).matches()) {
      return FOREIGN;
    }
    return magnitude ? ofMagnitudes(stated, text) : ofFluxes(stated, text, value, unit);
  }

  private static boolean isShare(String text) {
    return PERCENT.matcher(text).matches() || PARTS.contains(text);
  }

  private static ErrorScale ofMagnitudes(String stated, String text) {
    if (isShare(text)) {
      return FOREIGN;
    }
    if (MILLIMAGNITUDES.contains(text)) {
      return new ErrorScale(1e-3, false);
    }
    return FluxUnits.canonical(stated).isEmpty() ? SAME : FOREIGN;
  }

  private static ErrorScale ofFluxes(
      String stated, String text, UploadColumn value, String otherwise) {
    if (isShare(text)) {
      return new ErrorScale(PERCENT.matcher(text).matches() ? 0.01 : 1, true);
    }
    if (MAGNITUDES.contains(text) || MILLIMAGNITUDES.contains(text)) {
      return FOREIGN;
    }
    String unit = unitOf(value);
    FluxUnits.Unit from = FluxUnits.of(stated);
    FluxUnits.Unit to = FluxUnits.of(unit.isEmpty() ? otherwise : unit);
    return from.isKnown() && to.isKnown() ? between(from, to) : SAME;
  }

  private static ErrorScale between(FluxUnits.Unit from, FluxUnits.Unit to) {
    boolean same = from.name().equals(to.name());
    Double above = JANSKYS.get(from.name());
    Double below = JANSKYS.get(to.name());
    if (!same && (above == null || below == null)) {
      return FOREIGN;
    }
    double names = same || above == null || below == null ? 1 : above / below;
    return new ErrorScale(names * from.factor() / to.factor(), false);
  }

  /** The unit that a column states, or that its name ends in; "" when neither says one. */
  private static String unitOf(UploadColumn column) {
    if (!column.unit().isEmpty()) {
      return column.unit();
    }
    String name = column.name().toLowerCase(Locale.ROOT);
    if (RELATIVE.matcher(name).matches()) {
      return "relative";
    }
    Matcher behind = BEHIND.matcher(name);
    return !behind.find()
        ? ""
        : switch (behind.group(1)) {
          case "jy" -> "Jy";
          case "mjy" -> "mJy";
          case "njy" -> "nJy";
          case "ujy", "µjy", "μjy" -> "uJy";
          default -> behind.group(1);
        };
  }
}
