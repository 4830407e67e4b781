package org.novacat.transforms.photometry.read.upload;

import static org.novacat.layouts.photometry.FileRefusalCode.MISSING_REQUIRED_COLUMN;
import static org.novacat.layouts.photometry.FileRefusalCode.TIME_REFERENCE_MISSING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeFrame;

/** What keeps a file out as a whole. */
public final class FileRefusals {
  /** What helps rows that were rejected for a reason (resource {@code row-remedies.tsv}). */
  private static final Map<RowRejectionCode, String> REMEDIES =
      Tsv.resource(FileRefusals.class, "row-remedies.tsv").rows().stream()
          .collect(
              Collectors.toMap(
                  row -> RowRejectionCode.valueOf(row.cell("code")), row -> row.cell("remedy")));

  private static final String MENDED = "Look at the rejected rows and upload the file mended";

  private FileRefusals() {}

  /**
   * The first reason to refuse; null when there is none.
   *
   * @param epoch the column that may be the epoch where none is, as {@code "name": "role"}; "" when
   *     none can be it
   * @param band what helps where nothing says the band; "" when the file has one
   * @param quantity the reason that the values give; null when they give none
   */
  public static @Nullable FileRefusal of(
      String name,
      Roles roles,
      TimeFrame frame,
      String epoch,
      String band,
      @Nullable FileRefusal quantity) {
    boolean dated = roles.has(Role.EPOCH) || roles.has(Role.EPOCH_YEAR);
    if (!dated && !(roles.has(Role.EPOCH_START) && roles.has(Role.EPOCH_END))) {
      return missing(
          name,
          roles,
          "epoch",
          which(
              epoch,
              "epoch",
              ", and how its numbers count, if it has no dates: \"time-system\": \"MJD\""));
    }
    if (quantity != null) {
      return quantity;
    }
    if (frame.lacksZero()) {
      return new FileRefusal(
          TIME_REFERENCE_MISSING,
          "Cannot place the times of '%s': %s".formatted(name, frame.reason()),
          "Say the moment of day 0 in a sidecar: \"t0\": 2456628.5");
    }
    return band.isEmpty() ? null : missing(name, roles, "band", band);
  }

  /**
   * No column can be taken for the values.
   *
   * @param value the one that may hold them, as {@code "name": "role"}; "" when none can
   */
  public static FileRefusal valueless(String name, Roles roles, String value) {
    return missing(name, roles, "value", which(value, "value", ""));
  }

  /** Columns that cannot be it are not offered. */
  private static String which(String column, String role, String more) {
    return column.isEmpty()
        ? "Upload it with a column for the %s, or say in a sidecar which one it is, by \"columns\""
            .formatted(role)
        : "Say in a sidecar which column it is, if it is this one: \"columns\": {%s}%s"
            .formatted(column, more);
  }

  private static FileRefusal missing(String name, Roles roles, String role, String remedy) {
    String columns =
        roles.uses().stream()
            .map(use -> use.name().isEmpty() ? "column " + use.number() : use.name())
            .limit(20)
            .collect(Collectors.joining(", "));
    return new FileRefusal(
        MISSING_REQUIRED_COLUMN,
        "Cannot read '%s': nothing says the %s (columns: %s)".formatted(name, role, columns),
        remedy);
  }

  /** A table without rows. */
  public static FileRefusal noRows(String name) {
    return new FileRefusal(
        FileRefusalCode.NO_DATA_ROWS,
        "Cannot read '%s': it has a header and no rows".formatted(name),
        "Upload it with its rows");
  }

  /** More bytes or rows than the limits allow. */
  public static FileRefusal tooLarge(String name, long most, String what) {
    return new FileRefusal(
        FileRefusalCode.FILE_TOO_LARGE,
        "Cannot read '%s': it has more than %s %s".formatted(name, most, what),
        "Upload it in parts");
  }

  /** More cells than a line of measurements has. */
  public static FileRefusal tooWide(String name, long most, String what) {
    return new FileRefusal(
        FileRefusalCode.FILE_TOO_LARGE,
        "Cannot read '%s': it has more than %s %s".formatted(name, most, what),
        "Upload the columns of times, values, errors and bands alone, with one measurement a line");
  }

  /** More memory than one file may take. */
  public static FileRefusal memory(String name, long most) {
    return new FileRefusal(
        FileRefusalCode.FILE_TOO_LARGE,
        "Cannot read '%s': it takes more memory than the %s MiB that one file may"
            .formatted(name, most >> 20),
        "Upload it in parts, or give a larger heap, e.g. NOVACAT_JAVA_OPTS=-Xmx8g, and decide again"
            + " with --retry-refused");
  }

  /** More time than one file may take. */
  public static FileRefusal timeLimit(String name, long seconds) {
    return new FileRefusal(
        FileRefusalCode.TIME_LIMIT,
        "Cannot read '%s': it takes longer than the %s s that one file may"
            .formatted(name, seconds),
        "Upload it in parts, or decide again with --retry-refused and a longer --max-file-seconds");
  }

  /** What is packed in a file is so many times larger that nobody meant it. */
  static FileRefusal bomb(String name, int most) {
    return new FileRefusal(
        FileRefusalCode.FILE_TOO_LARGE,
        "Cannot unpack '%s': it grows to more than %s times its size".formatted(name, most),
        "Upload it unpacked");
  }

  /** Too many rows were rejected; null when they were not. */
  public static @Nullable FileRefusal hopeless(String name, RowTally tally) {
    return hopeless(name, tally, Map::of);
  }

  /**
   * The same.
   *
   * @param own what helps rows of this file, by the reason of their rejection, where it tells more
   *     than the reason
   */
  public static @Nullable FileRefusal hopeless(
      String name, RowTally tally, Supplier<Map<RowRejectionCode, String>> own) {
    return tally.isHopeless() ? tooManyRejected(name, tally, own.get()) : null;
  }

  private static FileRefusal tooManyRejected(
      String name, RowTally tally, Map<RowRejectionCode, String> own) {
    List<String> counts = new ArrayList<>();
    tally.ordered().forEach((code, count) -> counts.add(count + " " + code));
    return new FileRefusal(
        FileRefusalCode.TOO_MANY_REJECTED_ROWS,
        "Cannot use '%s': %s of %s rows were rejected (%s)"
            .formatted(name, tally.rejectedRows(), tally.rows(), String.join(", ", counts)),
        own.getOrDefault(tally.mostAgainst(), REMEDIES.getOrDefault(tally.mostAgainst(), MENDED)));
  }

  /**
   * A reader, or what takes its rows, failed in a way that nobody foresaw. The message says where,
   * for whoever mends it.
   */
  public static FileRefusal readerFailed(String name, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return new FileRefusal(
        FileRefusalCode.READER_FAILED,
        "Cannot read '%s': the reader failed with %s%s".formatted(name, failure, where),
        "Report it with the file; when it is mended, decide again with --retry-refused");
  }
}
