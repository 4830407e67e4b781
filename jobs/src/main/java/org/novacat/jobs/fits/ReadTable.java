package org.novacat.jobs.fits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;

/** What was read of files, for people: a line a spectrum, then why others were refused. */
public final class ReadTable {
  private ReadTable() {}

  /** The lines of files, in their order. */
  public static List<String> of(List<Path> files, Function<Path, ReadResult> reader) {
    TextTable table =
        new TextTable("file", "hdu", "order", "profile", "samples", "from", "to", "unit", "flux");
    List<String> refusals = new ArrayList<>();
    for (Path file : files) {
      reader
          .apply(file)
          .match(
              read -> addRows(table, refusals, file, read),
              rejected ->
                  refusals.add(
                      "%s: %s: %s"
                          .formatted(
                              file, rejected.refusal().reason(), rejected.refusal().message())));
    }
    List<String> lines = new ArrayList<>();
    if (table.size() > 0) {
      lines.addAll(table.lines());
    }
    lines.addAll(refusals);
    return lines;
  }

  private static boolean addRows(
      TextTable table, List<String> refusals, Path file, ReadResult.Read read) {
    read.refused().forEach(order -> refusals.add("%s: %s".formatted(file, order.note())));
    for (SourceSpectrum spectrum : read.spectra()) {
      SpectralAxis axis = spectrum.axis();
      table.row(
          file.getFileName(),
          spectrum.hdu(),
          spectrum.order(),
          read.profile(),
          spectrum.length(),
          axis.values()[0],
          axis.values()[axis.values().length - 1],
          axis.unit() + (axis.unitAssumed() ? " (assumed)" : ""),
          spectrum.flux().unit());
    }
    return !read.spectra().isEmpty();
  }
}
