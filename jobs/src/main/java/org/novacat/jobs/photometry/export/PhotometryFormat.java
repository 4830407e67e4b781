package org.novacat.jobs.photometry.export;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file formats of an export. Equal tables give equal bytes in each. */
enum PhotometryFormat {
  VOTABLE("vot"),
  ECSV("ecsv"),
  CSV("csv"),
  /** The AAVSO Extended File Format: magnitudes in bands that it has codes for. */
  AAVSO("txt");

  private final String ending;

  PhotometryFormat(String ending) {
    this.ending = ending;
  }

  /** What file names end in, without the dot. */
  String ending() {
    return ending;
  }

  /** The format that a file name promises, if any. */
  static Optional<PhotometryFormat> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml") || lower.endsWith(".votable")) {
      return Optional.of(VOTABLE);
    }
    return Stream.of(values()).filter(format -> lower.endsWith("." + format.ending)).findFirst();
  }
}
