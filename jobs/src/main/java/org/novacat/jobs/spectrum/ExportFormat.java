package org.novacat.jobs.spectrum;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file formats of an export. Equal tables give equal bytes in each. */
enum ExportFormat {
  FITS("fits"),
  VOTABLE("vot"),
  ECSV("ecsv"),
  CSV("csv");

  private final String ending;

  ExportFormat(String ending) {
    this.ending = ending;
  }

  /** What file names end in, without the dot. */
  String ending() {
    return ending;
  }

  /** The bytes of a file. */
  byte[] write(SpectrumTable table) {
    return switch (this) {
      case FITS -> FitsExport.write(table);
      case VOTABLE -> StilExport.voTable(table);
      case ECSV -> StilExport.ecsv(table);
      case CSV -> CsvExport.write(table);
    };
  }

  /** The format that a file name promises, if any. */
  static Optional<ExportFormat> ofFileName(String name) {
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
