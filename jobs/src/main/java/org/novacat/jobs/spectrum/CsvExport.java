package org.novacat.jobs.spectrum;

import static java.nio.charset.StandardCharsets.US_ASCII;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;

/**
 * Comma-separated values by RFC 4180: a line of column names and the samples, nothing else. There
 * is no place for units in it; ECSV is the same with one.
 */
final class CsvExport {
  private CsvExport() {}

  static byte[] write(SpectrumTable table) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(table.columns().stream().map(TableColumn::name).toList());
    for (int row = 0; row < table.rows(); row++) {
      int of = row;
      csv.writeRecord(table.columns().stream().map(column -> column.text(of)).toList());
    }
    return text.toString().getBytes(US_ASCII);
  }
}
