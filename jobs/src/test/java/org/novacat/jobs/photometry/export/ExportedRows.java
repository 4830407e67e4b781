package org.novacat.jobs.photometry.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.novacat.jobs.export.TableFiles;
import org.novacat.jobs.photometry.export.PhotometryExportCommand.PhotometryFormat;
import org.novacat.jobs.photometry.table.PhotometryParquet;
import org.novacat.jobs.photometry.table.PhotometrySystems;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.testing.RandomRows;

/** Tables of rows, and what exports make of them. */
final class ExportedRows {
  private ExportedRows() {}

  /** Rows of every kind, with texts that hold quotes, commas, line ends and accents. */
  static List<PhotometryRow> random(Random random, int count) {
    return IntStream.range(0, count).mapToObj(i -> RandomRows.row(random)).toList();
  }

  /** A table of these rows. */
  static Path table(Path folder, List<PhotometryRow> rows) throws IOException {
    Path file = folder.resolve("table.parquet");
    PhotometryParquet.write(rows.iterator(), file, "1.2.3", new TreeMap<>());
    return file;
  }

  /** Its bytes in a format that takes every row. */
  static byte[] export(PhotometryFormat format, Path table) throws IOException {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("target", "V1 <&> \"Cyg\" 'x'");
    PhotometryStarTable rows = new PhotometryStarTable(table, TableInfo.of(table), facts);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (format) {
      case VOTABLE -> TableFiles.voTable(rows, "", PhotometrySystems.ALL, bytes);
      case ECSV -> TableFiles.ecsv(rows, bytes);
      case CSV -> TableFiles.csv(rows, bytes);
      case AAVSO -> throw new IllegalArgumentException("it does not take every row");
    }
    return bytes.toByteArray();
  }
}
