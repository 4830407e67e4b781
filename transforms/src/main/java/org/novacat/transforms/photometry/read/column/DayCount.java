package org.novacat.transforms.photometry.read.column;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Tsv;

/**
 * What a number of days may count from where its file does not say (resource {@code
 * day-counts.tsv}): never chosen, but offered to the author, who knows.
 *
 * @param count what such a number is, for people
 * @param names what columns of such numbers are called, in plain letters
 * @param alone whether no column of another name has them
 * @param zero the Julian Date of 0
 * @param least the least number that is likely
 * @param most the greatest
 * @param sidecar what a sidecar says of it, as in JSON
 */
public record DayCount(
    String count,
    List<String> names,
    boolean alone,
    double zero,
    double least,
    double most,
    String sidecar) {
  private static final double MJD_OF_EPOCH_DAY = 40_587;
  private static final double SECONDS = 86_400;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final List<DayCount> ALL =
      Tsv.resource(DayCount.class, "day-counts.tsv").rows().stream().map(DayCount::of).toList();

  public DayCount {
    names = List.copyOf(names);
  }

  private static DayCount of(Tsv.Row row) {
    return new DayCount(
        row.cell("count"),
        row.words("names"),
        row.cell("alone").equals("yes"),
        Double.parseDouble(row.cell("zero")),
        Double.parseDouble(row.cell("least")),
        Double.parseDouble(row.cell("most")),
        row.cell("sidecar"));
  }

  /**
   * The counts that a number may be of: those that its column is called after, else all others.
   *
   * @param frame how its times count, as far as anything says it
   * @param now no time is later
   */
  public static List<DayCount> of(
      double number, UploadColumn column, TimeFrame frame, Instant now) {
    String plain = column.plain();
    List<DayCount> likely =
        ALL.stream()
            .filter(count -> count.fits(number, now) && !isOfYears(column))
            .map(count -> count.of(system(frame)))
            .toList();
    List<DayCount> named = likely.stream().filter(count -> count.names.contains(plain)).toList();
    return named.isEmpty() ? likely.stream().filter(count -> !count.alone).toList() : named;
  }

  /** The count of Julian Dates that a header names, which a sidecar should not lose. */
  private static String system(TimeFrame frame) {
    String name = frame.system().name();
    return name.matches("[HB]?JD(?:_[A-Z]+)?") ? name : "JD";
  }

  private DayCount of(String system) {
    String said = sidecar.replace("\"JD\"", '"' + system + '"');
    return new DayCount(count, names, alone, zero, least, most, said);
  }

  /** What a sidecar says of a count that is none of these. */
  public static String other(TimeFrame frame) {
    return "\"time-system\": \"%s\", with what was taken from it as \"time-offset\""
        .formatted(system(frame));
  }

  /** Whether numbers are years with a fraction. */
  public static boolean isOfYears(UploadColumn column) {
    return column.plain().contains("year") || ElapsedTime.unit(column.unit()) == 365.25;
  }

  private boolean fits(double number, Instant now) {
    return number >= least && number <= most && !moment(number).isAfter(now);
  }

  private Instant moment(double number) {
    double mjd = number + zero + TimeFrame.JD_ZERO;
    return Instant.ofEpochSecond(Math.round((mjd - MJD_OF_EPOCH_DAY) * SECONDS));
  }

  /** What a number is in these counts, each with its date: for people. */
  public static String meanings(List<DayCount> counts, double number) {
    return counts.stream()
        .map(one -> "%s (%s)".formatted(one.count, MINUTES.format(one.moment(number))))
        .collect(Collectors.joining(", or "));
  }

  /** What a sidecar says of each of these counts. */
  public static String sidecars(List<DayCount> counts) {
    return counts.stream().map(DayCount::sidecar).collect(Collectors.joining("; or "));
  }
}
