package org.novacat.jobs.photometry.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.photometry.export.AavsoTally.AavsoGap;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * A table as a file of the AAVSO. The table is read twice: once to see what the file counts its
 * times in and whose it is, once to write it.
 */
final class AavsoExport {
  private final Path table;
  private final List<String> comments;
  private final Map<AavsoTimes, Long> rows = new EnumMap<>(AavsoTimes.class);
  private final Set<String> observers = new TreeSet<>();
  private final AavsoTally hopeless = new AavsoTally();

  /** An export of a table on the local disk. */
  AavsoExport(Path table, List<String> comments) {
    this.table = table;
    this.comments = List.copyOf(comments);
  }

  /**
   * Writes the file.
   *
   * @param asked what to count times in; null for what most rows count in
   * @throws UserError when no row can be in it
   */
  AavsoTally write(@Nullable AavsoTimes asked, OutputStream to) throws IOException {
    PhotometryTableReader.forEach(table, this::survey);
    AavsoTimes times = asked != null ? asked : most();
    if (rows.getOrDefault(times, 0L) == 0) {
      throw new UserError(
          "Cannot export as AAVSO: no row fits the format (%s)"
              .formatted(
                  rows.isEmpty()
                      ? hopeless.reasons()
                      : "try --times " + most().name().toLowerCase(Locale.ROOT)));
    }
    AavsoTally tally = new AavsoTally();
    Writer out = new BufferedWriter(new OutputStreamWriter(to, UTF_8));
    AavsoFile file = new AavsoFile(out, times, tally);
    file.head(observers.size() == 1 ? observers.iterator().next() : AavsoFile.NOT_KNOWN, comments);
    try (PhotometryTableReader reader = PhotometryTableReader.open(table)) {
      for (PhotometryRow row = reader.next(); row != null; row = reader.next()) {
        file.row(row);
      }
    }
    out.flush();
    return tally;
  }

  private void survey(PhotometryRow row) {
    AavsoGap gap = AavsoFile.gap(row, null);
    if (gap == null) {
      AavsoTimes times = AavsoTimes.of(row.measurement().epoch()).orElseThrow();
      rows.merge(times, 1L, Long::sum);
      observers.add(row.measurement().origin().observer());
    } else {
      hopeless.leftOut(gap);
    }
  }

  private AavsoTimes most() {
    return rows.getOrDefault(AavsoTimes.HJD, 0L) > rows.getOrDefault(AavsoTimes.JD, 0L)
        ? AavsoTimes.HJD
        : AavsoTimes.JD;
  }
}
