package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.DateOrder;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Sample;

/** Refuses files whose times can be read in several ways, and says what has to be stated. */
final class TimeDoubts {
  private static final Pattern OFFSET = Pattern.compile("[-+]\\d{2}:\\d{2}");

  private final String name;
  private final Roles roles;
  private final Sample sample;
  private final TimeFrame frame;

  TimeDoubts(String name, Roles roles, Sample sample, TimeFrame frame) {
    this.name = name;
    this.roles = roles;
    this.sample = sample;
    this.frame = frame;
  }

  /**
   * The first doubt; null when there is none.
   *
   * @param open columns that may be times of day, which nobody can read
   */
  @Nullable FileRefusal refusal(RawTable table, Sidecar sidecar, List<Integer> open) {
    FileRefusal zone =
        sidecar.written().dates().east() == null ? zone(ZoneFinder.of(roles, table.facts())) : null;
    FileRefusal scale = zone == null ? scale(table.facts(), sidecar) : zone;
    FileRefusal order = scale == null ? order() : scale;
    return order == null ? timeOfDay(open) : order;
  }

  private FileRefusal refused(String why, String remedy) {
    return new FileRefusal(
        FileRefusalCode.TIME_AMBIGUOUS,
        "Cannot place the times of '%s': %s".formatted(name, why),
        remedy);
  }

  private @Nullable FileRefusal zone(ZoneFinder found) {
    TimeZones.Zone zone = found.zone();
    if (zone == null || !found.isElsewhere()) {
      return null;
    }
    if (isDated()) {
      return found.doubt().isEmpty()
          ? null
          : refused(
              found.doubt(),
              "Say in a sidecar how far the clocks are from UT: \"time-zone\": "
                  + offsets(zone.could()));
    }
    return refused(
        "they are numbers of days, and it speaks of the time zone '%s'".formatted(zone.text()),
        "Say in a sidecar how far they are from UT: \"time-zone\": \"UTC\" when not at all,"
            + " or \"+09:00\"");
  }

  /** What a zone could be, each as a sidecar says it. */
  private static String offsets(String could) {
    String each =
        OFFSET
            .matcher(could)
            .results()
            .map(offset -> "\"%s\"".formatted(offset.group()))
            .distinct()
            .collect(Collectors.joining(" or "));
    return each.isEmpty() ? "hours and minutes, such as \"+01:00\"" : each;
  }

  /** Dates whose scale is one that nobody knows may be hours off. */
  private @Nullable FileRefusal scale(ColumnFacts facts, Sidecar sidecar) {
    int epoch = roles.index(Role.EPOCH);
    String said = facts.of(epoch < 0 ? "" : roles.column(epoch).name(), ColumnFacts.TIME_SCALE);
    boolean told = sidecar.timeScale() != null || sidecar.written().dates().east() != null;
    return said.isEmpty() || told || !isDated() || TimeFrames.isUnderstood(said)
        ? null
        : refused(
            "nobody understands what it calls their scale, '%s'".formatted(said),
            "Say in a sidecar the scale that its author gives for them, as \"time-scale\": \"UTC\","
                + " or how far the clocks are from UT, as \"time-zone\": \"+01:00\"");
  }

  private boolean isDated() {
    int epoch = roles.index(Role.EPOCH);
    return roles.has(Role.EPOCH_YEAR) || epoch < 0 || sample.isAny(epoch, CalendarDates::isDate);
  }

  /** Dates of which day and month could be swapped; Excel swaps some and leaves others. */
  private @Nullable FileRefusal order() {
    int epoch = roles.index(Role.EPOCH);
    if (epoch < 0 || frame.dates().order() != DateOrder.UNSTATED) {
      return null;
    }
    String figures = sample.first(epoch, cell -> CalendarDates.orders(cell) != null);
    return figures == null ? null : order(epoch, figures);
  }

  private FileRefusal order(int epoch, String figures) {
    String day = sample.first(epoch, cell -> allows(cell, true) && !allows(cell, false));
    String month = sample.first(epoch, cell -> allows(cell, false) && !allows(cell, true));
    if (day != null && month != null) {
      return refused(
          "'%s' begins with the day and '%s' with the month".formatted(day, month),
          "Write all dates as 2021-03-18; a spreadsheet may have swapped some of them");
    }
    return refused(
        "dates such as '%s' could begin with the day or the month%s"
            .formatted(figures, hint(day, month)),
        "Say in a sidecar which they begin with: " + orders(day, month));
  }

  /** What a row says whose date can be read in one way only. */
  private static String hint(@Nullable String day, @Nullable String month) {
    String row = day == null ? month : day;
    return row == null
        ? ""
        : "; a row such as '%s' says the %s, if all are written alike"
            .formatted(row, day == null ? "month" : "day");
  }

  private static String orders(@Nullable String day, @Nullable String month) {
    String dayFirst = "\"DMY\" (day first)";
    String monthFirst = "\"MDY\" (month first)";
    boolean open = day == null && month == null;
    return "\"date-order\": "
        + (open ? dayFirst + " or " + monthFirst : day == null ? monthFirst : dayFirst);
  }

  private static boolean allows(String cell, boolean dayFirst) {
    CalendarDates.OrdersAllowed orders = CalendarDates.orders(cell);
    return orders != null && (dayFirst ? orders.dayFirst() : orders.monthFirst());
  }

  /** Days to which some column beside them may add a time of day that we cannot read. */
  private @Nullable FileRefusal timeOfDay(List<Integer> open) {
    if (open.isEmpty()) {
      return null;
    }
    String columns = open.stream().map(this::called).collect(Collectors.joining(", "));
    String column = called(open.get(0));
    return refused(
        "its dates are whole days, and how column %s adds a time of day is open".formatted(columns),
        ("Say in a sidecar how it is written: \"columns\": {%s: \"epoch-clock\"}, \"time-of-day\":"
                + " \"hours\" (or clock, hhmmss, minutes, seconds, fraction), or that it is none:"
                + " \"columns\": {%s: \"none\"}")
            .formatted(column, column));
  }

  private String called(int index) {
    UploadColumn column = roles.column(index);
    return "\"%s\"".formatted(column.name().isEmpty() ? index + 1 : column.name());
  }
}
