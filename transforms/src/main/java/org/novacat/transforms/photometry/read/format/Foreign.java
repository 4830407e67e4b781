package org.novacat.transforms.photometry.read.format;

import java.util.List;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.ForeignTable;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.Upload;

/** Tables that another module opened. */
public final class Foreign {
  private Foreign() {}

  /**
   * The light curve in a FITS file.
   *
   * @throws RefusedException when there is none
   */
  public static RawTable table(Upload upload, ForeignTable.Opener opener, Held held) {
    try {
      ForeignTable foreign = opener.open(upload.name(), upload.bytes(), held::cells);
      List<UploadColumn> columns =
          foreign.columns().stream()
              .map(c -> UploadColumn.named(c.name()).withUnit(c.unit()).as(c.ucd(), ""))
              .toList();
      FactWords facts = new FactWords();
      foreign.facts().forEach(facts::fact);
      RawTable table =
          RawTable.of(foreign.format(), columns, facts.facts(), Rows.of(foreign.rows()));
      return KnownTables.recognised(
          table, upload.name() + facts.facts().get(ColumnFacts.TELESCOPE));
    } catch (IllegalArgumentException e) {
      throw new UploadRefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          String.valueOf(e.getMessage()),
          "Upload the table of the light curve");
    }
  }
}
