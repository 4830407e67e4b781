package org.novacat.jobs.release.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedMap;
import org.novacat.jobs.photometry.table.PhotometryParquet;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.transforms.photometry.row.PackedRows;

/** Writes {@code tables/photometry.parquet}: the rows of all novae, by nova and time. */
public final class PhotometryByTime {
  private PhotometryByTime() {}

  /**
   * The rows of the table of one nova by their time as reported, those of one time in the order of
   * the table. They are held packed, some 100 bytes for each.
   *
   * @param table a photometry table on the local disk
   * @throws IllegalArgumentException when it is no photometry table, or of a newer major version
   */
  public static Iterator<PhotometryRow> rows(Path table) {
    PackedRows rows = new PackedRows();
    PhotometryTableReader.forEach(table, rows::add);
    double[] times = new double[rows.size()];
    Integer[] order = new Integer[times.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = rows.get(i).measurement().epoch().mjd();
      order[i] = i;
    }
    // Sorted before there is a stream: one that sorts would give all rows unpacked at once.
    Arrays.sort(order, Comparator.comparingDouble(i -> times[i]));
    return Arrays.stream(order).map(rows::get).iterator();
  }

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of rows.
   *
   * @param rows sorted by nova and time
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(Iterator<PhotometryRow> rows, Path file, SortedMap<String, String> facts)
      throws IOException {
    PhotometryParquet.writeRelease(rows, file, facts);
  }
}
