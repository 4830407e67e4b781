package org.novacat.transforms.photometry.read.column;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.novacat.layouts.text.Tsv;

/** What the cell of a column says of the kind of its measurement (measurement-kinds.tsv). */
public enum MeasurementKind {
  /** A magnitude that compares with those of others. */
  STANDARD,
  /** A differential or instrumental magnitude, which compares with none of others. */
  OWN,
  /** Not the nova as it was observed. */
  NOT_OBSERVED,
  /** Something that nobody knows. */
  UNKNOWN;

  private static final Map<String, MeasurementKind> WORDS = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(MeasurementKind.class, "measurement-kinds.tsv").rows()) {
      String name = row.cell("kind").replace('-', '_').toUpperCase(Locale.ROOT);
      row.words("words").forEach(word -> WORDS.put(word, valueOf(name)));
    }
  }

  /** What a cell says, whatever its case. */
  public static MeasurementKind of(String cell) {
    return WORDS.getOrDefault(cell.toLowerCase(Locale.ROOT), UNKNOWN);
  }
}
