package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/** Which band the values of a file may be in that does not say it, as far as its pieces tell. */
record BandWish(Roles roles, ColumnFacts facts, Sample sample, List<ValuePlan> values) {
  /** Columns of filters by number and of places in the spectrum. */
  private static final Pattern OF_BANDS =
      Pattern.compile("(?i).*(?:freq|wavelen|lambda|filt|band).*|nu|wl|wave|fid|energy");

  private static final Pattern VISUAL =
      Pattern.compile(
          "(?i).*\\b(?:visual|visually|visuell\\w*|visuel\\w*|naked eye|by eye|binoculars?)\\b.*");

  private static final Pattern LENGTH = Pattern.compile("(?i)(cm|mm|m)");

  /** Speed of light, GHz cm. */
  private static final double LIGHT = 29.979_245_8;

  private static final int MOST_CELLS = 8;

  /** What a sidecar says, in a sentence. */
  String remedy() {
    int column = column();
    if (column >= 0) {
      return "Say in a sidecar that column '%s' has the band, \"columns\": {\"%s\": \"band\"}%s"
          .formatted(roles.column(column).label(), roles.called(column), texts(column));
    }
    if (isOfCounts()) {
      return "Say in a sidecar the range of energies that its author gives, such as \"band\":"
          + " \"0.3-10 keV\"";
    }
    return isVisual()
        ? "Say in a sidecar that they are visual estimates: \"band\": \"Vis\""
        : "Say in a sidecar the band that its author gives, \"band\": \"V\" for Johnson's V";
  }

  /** The same for those who write the sidecar. */
  Understanding.Wish wish() {
    int column = column();
    String example = isOfCounts() ? "0.3-10 keV" : isVisual() ? "Vis" : "V";
    return column >= 0
        ? new Understanding.Wish(
            "columns",
            "{\"%s\": \"band\"}".formatted(roles.called(column)),
            "which column has the band",
            true)
        : new Understanding.Wish("band", '"' + example + '"', "nothing names the band", true);
  }

  private boolean isOfCounts() {
    return values.stream().anyMatch(value -> value.quantity() == Quantity.COUNT_RATE);
  }

  private int column() {
    return IntStream.range(0, roles.size())
        .filter(i -> roles.uses().get(i).fate() != Fate.USED)
        .filter(i -> OF_BANDS.matcher(roles.column(i).name()).matches())
        .findFirst()
        .orElse(-1);
  }

  /** What the numbers of a column of bands are: of wavelengths in the radio, their frequencies. */
  private String texts(int index) {
    List<String> numbers =
        sample.kinds(index).stream().filter(Numbers::isNumber).limit(MOST_CELLS).toList();
    if (numbers.isEmpty()) {
      return "";
    }
    double gigahertz = gigahertz(roles.column(index));
    return Double.isNaN(gigahertz)
        ? ", and what each of its texts is, as \"bands\""
        : numbers.stream()
            .map(number -> frequency(number, gigahertz))
            .collect(Collectors.joining(", ", ", \"bands\": {", "}"));
  }

  private static String frequency(String length, double gigahertz) {
    return String.format(
        Locale.ROOT, "\"%s\": \"%.2f GHz\"", length, gigahertz / Numbers.parse(length));
  }

  /** The frequency of a wavelength of 1 in the unit of a column; NaN for other columns. */
  private static double gigahertz(UploadColumn column) {
    Matcher length = LENGTH.matcher(column.unit());
    if (!length.matches() || column.plain().contains("freq")) {
      return Double.NaN;
    }
    return switch (length.group(1)) {
      case "mm" -> LIGHT * 10;
      case "m" -> LIGHT / 100;
      default -> LIGHT;
    };
  }

  private boolean isVisual() {
    boolean said = facts.get(ColumnFacts.TEXT).lines().anyMatch(BandWish::isVisual);
    return said
        || IntStream.range(0, roles.size())
            .mapToObj(sample::kinds)
            .flatMap(Set::stream)
            .anyMatch(BandWish::isVisual);
  }

  private static boolean isVisual(String text) {
    return VISUAL.matcher(text).matches();
  }
}
