package org.novacat.jobs.spectrum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.jobs.export.TableFiles;

/** The file formats of an export. Equal tables give equal bytes in each. */
public enum ExportFormat {
  FITS("fits"),
  VOTABLE("vot"),
  ECSV("ecsv"),
  CSV("csv");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** What file names end in, without the dot. */
  public String ending() {
    return ending;
  }

  byte[] write(SpectrumTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      switch (this) {
        case FITS -> bytes.write(FitsExport.write(table));
        case VOTABLE ->
            TableFiles.voTable(
                SpectrumStarTable.of(table, true), "spec:Spectrum", table.systems(), bytes);
        case ECSV -> TableFiles.ecsv(SpectrumStarTable.of(table, false), bytes);
        case CSV -> TableFiles.csv(SpectrumStarTable.of(table, false), bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** The format that a file name promises, if any. */
  public static Optional<ExportFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".fit") || lower.endsWith(".fts")) {
      return Optional.of(FITS);
    }
    if (lower.endsWith(".xml") || lower.endsWith(".votable")) {
      return Optional.of(VOTABLE);
    }
    return Stream.of(values()).filter(format -> lower.endsWith("." + format.ending)).findFirst();
  }
}
