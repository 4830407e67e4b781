package org.novacat.jobs.photometry.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetInput;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowCells;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;

/**
 * The accepted rows of an upload that are about one nova, in the order of a table, as Parquet: the
 * columns of a table but for what depends on the nova's item or on other uploads, such as its name,
 * times at the barycentre and soft duplicates. Equal rows give equal bytes in every JVM, and in
 * every novacat of one schema: deciding an upload again must not replace its parts. So it does not
 * say what its columns count in, which those before did not.
 */
public final class PhotometryPartFile {
  private static final String SCHEMA = "photometry-part/" + PhotometryColumn.SCHEMA_VERSION;
  private static final String REJECTED_KEY = "novacat.rejected";

  private static final Set<PhotometryColumn> OF_THE_TABLE =
      EnumSet.of(
          PhotometryColumn.NOVA_ID,
          PhotometryColumn.PRIMARY_NAME,
          PhotometryColumn.RA_DEG,
          PhotometryColumn.DEC_DEG,
          PhotometryColumn.TIME_MJD_BARY_TDB,
          PhotometryColumn.DUP_GROUP);

  private static final List<PhotometryColumn> COLUMNS =
      Stream.of(PhotometryColumn.values())
          .filter(column -> !OF_THE_TABLE.contains(column))
          .toList();

  private PhotometryPartFile() {}

  /**
   * Writes a part, replacing what is there; memory does not grow with the number of rows.
   *
   * @param rejected rows that were about the nova as well, or that the whole upload has if it is
   *     about one nova
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(
      Iterator<PhotometryRow> rows, Map<RowRejectionCode, Integer> rejected, Path file)
      throws IOException {
    String counts =
        rejected.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(","));
    Map<String, String> facts = Map.of(TableInfo.SCHEMA_KEY, SCHEMA, REJECTED_KEY, counts);
    new PhotometryParquet(COLUMNS, List.of(), PhotometryPartFile::cell)
        .write(rows, file, facts, new TreeMap<>());
  }

  /**
   * A limit of counts is told from one of magnitudes by its unit, for which a table has no cell.
   */
  private static @Nullable Object cell(PhotometryColumn column, PhotometryRow row) {
    boolean counts = row.measurement().brightness().quantity() == Quantity.COUNT_RATE;
    return counts && column == PhotometryColumn.FLUX_DENSITY_UNIT
        ? RowCells.COUNTS
        : column.cell(row);
  }

  /**
   * Reads a part.
   *
   * @param nova whose rows these are; their times at the barycentre are not known
   * @param action takes them in their order
   * @return rejected rows by code
   * @throws IOException when the bytes are no Parquet
   * @throws IllegalArgumentException when they are no part, or one of another schema
   */
  public static Map<RowRejectionCode, Integer> read(
      byte[] part, RowNova nova, Consumer<PhotometryRow> action) throws IOException {
    Map<PhotometryColumn, Object> ofTheNova =
        Map.of(
            PhotometryColumn.NOVA_ID, nova.id().toString(),
            PhotometryColumn.PRIMARY_NAME, nova.primaryName(),
            PhotometryColumn.RA_DEG, nova.raDeg(),
            PhotometryColumn.DEC_DEG, nova.decDeg());
    try (CellReader cells = new CellReader(ParquetInput.of(part), ofTheNova)) {
      Map<String, String> facts = cells.facts().getKeyValueMetaData();
      String schema = facts.getOrDefault(TableInfo.SCHEMA_KEY, "");
      if (!schema.equals(SCHEMA)) {
        throw new IllegalArgumentException(
            "Cannot read part of an upload: its schema is '%s' (expected '%s')"
                .formatted(schema, SCHEMA));
      }
      RowCells rows = new RowCells(cells::cell);
      while (cells.next()) {
        action.accept(rows.row());
      }
      return rejected(facts.getOrDefault(REJECTED_KEY, ""));
    }
  }

  private static Map<RowRejectionCode, Integer> rejected(String counts) {
    Map<RowRejectionCode, Integer> rejected = new EnumMap<>(RowRejectionCode.class);
    for (String count : counts.isEmpty() ? new String[0] : counts.split(",", -1)) {
      int blank = count.indexOf(' ');
      rejected.put(
          RowRejectionCode.valueOf(count.substring(0, blank)),
          Integer.valueOf(count.substring(blank + 1)));
    }
    return rejected;
  }
}
