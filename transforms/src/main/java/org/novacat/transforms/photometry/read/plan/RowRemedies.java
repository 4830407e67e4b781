package org.novacat.transforms.photometry.read.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.DayCount;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.LimitFlag;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.NumberKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/**
 * What helps the rows of a file that are rejected for a reason, in the words and with the numbers
 * of this file. Where nothing of it says more, what helps any file stands in for it.
 */
final class RowRemedies {
  /** Cells of a column that a message names. */
  private static final int MOST_CELLS = 8;

  private static final double LEAST_JD = 2_300_000;

  private final Roles roles;
  private final Sample sample;
  private final TimeFrame frame;
  private final List<ValuePlan> values;
  private final Instant now;

  RowRemedies(Roles roles, Sample sample, TimeFrame frame, List<ValuePlan> values, Instant now) {
    this.roles = roles;
    this.sample = sample;
    this.frame = frame;
    this.values = values;
    this.now = now;
  }

  /** What helps, by the reason of the rejection. */
  Map<RowRejectionCode, String> all() {
    Map<RowRejectionCode, String> all = new EnumMap<>(RowRejectionCode.class);
    put(all, RowRejectionCode.EPOCH_AMBIGUOUS, times());
    put(all, RowRejectionCode.UNIT_UNKNOWN, units());
    put(all, RowRejectionCode.LIMIT_FLAG_UNCLEAR, flags());
    return all;
  }

  private static void put(
      Map<RowRejectionCode, String> all, RowRejectionCode code, @Nullable String remedy) {
    if (remedy != null) {
      all.put(code, remedy);
    }
  }

  private @Nullable String times() {
    int epoch = roles.index(Role.EPOCH);
    String first = epoch < 0 ? null : sample.first(epoch, RowRemedies::isShort);
    if (first == null) {
      return null;
    }
    UploadColumn column = roles.column(epoch);
    return DayCount.isOfYears(column)
        ? "Write dates or Julian Dates in the place of years with a fraction"
        : counts(first, column);
  }

  private String counts(String first, UploadColumn column) {
    double number = Numbers.parse(first);
    List<DayCount> counts = DayCount.of(number, column, frame, now);
    return counts.isEmpty()
        ? "Say in a sidecar from when they count: " + DayCount.other(frame)
        : "Say in a sidecar what '%s' is by its author, %s: %s; or, of another count, %s"
            .formatted(
                first,
                DayCount.meanings(counts, number),
                DayCount.sidecars(counts),
                DayCount.other(frame));
  }

  /** Julian Dates are never in doubt. */
  private static boolean isShort(String cell) {
    return Numbers.parse(cell) < LEAST_JD;
  }

  private @Nullable String units() {
    int unit = roles.index(Role.UNIT);
    if (unit >= 0) {
      return units(unit);
    }
    for (ValuePlan value : values) {
      String remedy = unit(value);
      if (remedy != null) {
        return remedy;
      }
    }
    return null;
  }

  private @Nullable String unit(ValuePlan value) {
    if (QuantityCheck.isNormalised(value, sample)) {
      return "Upload the fluxes before they were divided by their mean, with their unit; or"
          + " magnitudes";
    }
    UploadColumn column = roles.column(value.column());
    boolean unknown = !value.isMagnitude() && value.unit().isEmpty() && !column.unit().isEmpty();
    return unknown
        ? ("Write the values of column '%s' and their errors in a unit such as mJy or erg/cm2/s; or"
                + " say in a sidecar the unit, as \"unit\", if '%s' is another name of one")
            .formatted(column.name(), column.unit())
        : null;
  }

  /** What is wrong with the units that a column names; null when nothing is. */
  private @Nullable String units(int column) {
    List<String> unknown =
        sample.kinds(column).stream()
            .filter(cell -> !FluxUnits.of(cell).isKnown() && !isMagnitude(cell))
            .limit(MOST_CELLS)
            .toList();
    return unknown.isEmpty() ? null : inPlaceOf(unknown, roles.column(column).label());
  }

  private static String inPlaceOf(List<String> unknown, String named) {
    return unknown.stream().anyMatch(NumberKind::isLogarithm)
        ? "Upload the fluxes themselves, 10 to the power of them, with their errors and with their"
            + " unit in column '%s'".formatted(named)
        : "Write units such as mJy, erg/cm2/s or mag in column '%s', and the values and errors in"
                .formatted(named)
            + " them, in the place of '%s'".formatted(String.join("', '", unknown));
  }

  private static boolean isMagnitude(String cell) {
    return MagnitudeSystems.inLabel(cell) != null
        || cell.toLowerCase(Locale.ROOT).startsWith("mag");
  }

  /** What the unknown cells of flags mean, and which of two flags counts. */
  private @Nullable String flags() {
    List<String> ways = new ArrayList<>();
    Set<LimitFlag> flags = flagsOfLimits();
    flags.stream().map(this::meanings).filter(way -> !way.isEmpty()).distinct().forEach(ways::add);
    if (flags.stream().map(LimitFlag::column).distinct().count() > 1) {
      ways.add(oneOf(flags));
    }
    if (flags.stream().anyMatch(LimitFlag::shared)) {
      ways.add("write a flag for each of several values, as the rejected rows say");
    }
    return ways.isEmpty() ? null : capitalised(String.join("; or ", ways));
  }

  private Set<LimitFlag> flagsOfLimits() {
    return values.stream()
        .flatMap(value -> value.signs().flags().stream())
        .filter(LimitFlag::isForLimits)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String oneOf(Set<LimitFlag> flags) {
    return "say in a sidecar which of the flags that contradict each other counts for nothing: %s"
        .formatted(
            flags.stream()
                .map(flag -> "\"columns\": {%s: \"none\"}".formatted(quoted(flag.column())))
                .distinct()
                .collect(Collectors.joining(" or ")));
  }

  /** What a sidecar says of the cells of a flag that nobody knows; "" when there are none. */
  private String meanings(LimitFlag flag) {
    List<String> cells = sample.kinds(flag.column()).stream().limit(MOST_CELLS).toList();
    boolean known = cells.stream().allMatch(cell -> isKnown(flag.read(FlagMeaning.of(cell))));
    if (known) {
      return "";
    }
    String each =
        cells.stream()
            .map(cell -> "\"%s\": \"%s\"".formatted(escaped(cell), meaning(flag, cell, cells)))
            .collect(Collectors.joining(", "));
    return "say in a sidecar what the values of column %s mean by its author, each a limit or a"
            .formatted(quoted(flag.column()))
        + " detection: \"limit-values\": {%s}".formatted(each);
  }

  private static boolean isKnown(FlagMeaning said) {
    return said.isLimit() || said == FlagMeaning.DETECTION || said == FlagMeaning.EMPTY;
  }

  /** What a cell is known to mean, else what the known ones of its column leave for it. */
  private static String meaning(LimitFlag flag, String cell, List<String> cells) {
    FlagMeaning own = flag.read(FlagMeaning.of(cell));
    if (isKnown(own)) {
      return own.isLimit() ? "limit" : "detection";
    }
    boolean limits =
        cells.stream().map(FlagMeaning::of).map(flag::read).anyMatch(FlagMeaning::isLimit);
    boolean others =
        cells.stream()
            .map(FlagMeaning::of)
            .map(flag::read)
            .anyMatch(said -> isKnown(said) && !said.isLimit());
    boolean first = cells.get(0).equals(cell);
    return limits || (!others && first) ? "detection" : "limit";
  }

  private String quoted(int column) {
    String name = roles.column(column).name();
    return '"' + (name.isEmpty() ? Integer.toString(column + 1) : escaped(name)) + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String capitalised(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
