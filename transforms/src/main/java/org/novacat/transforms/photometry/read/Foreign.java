package org.novacat.transforms.photometry.read;

import java.util.List;
import org.novacat.layouts.photometry.FileRefusalCode;

/** Tables that another module opened. */
final class Foreign {
  private Foreign() {}

  /**
   * The light curve in a FITS file.
   *
   * @throws RefusedException when there is none
   */
  static RawTable table(Upload upload, ForeignTable.Opener opener, Held held) {
    try {
      ForeignTable foreign = opener.open(upload.name(), upload.bytes(), held::cells);
      List<Column> columns =
          foreign.columns().stream()
              .map(c -> Column.named(c.name()).withUnit(c.unit()).as(c.ucd(), ""))
              .toList();
      FactWords facts = new FactWords();
      foreign.facts().forEach(facts::fact);
      RawTable table =
          new RawTable(
              foreign.format(),
              columns,
              false,
              facts.facts(),
              Conventions.NONE,
              Rows.of(foreign.rows()));
      return KnownTables.recognised(table, upload.name() + facts.facts().get(Facts.TELESCOPE));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          String.valueOf(e.getMessage()),
          "Upload the table of the light curve");
    }
  }
}
