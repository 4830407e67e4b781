package org.novacat.jobs.photometry.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import org.novacat.jobs.photometry.table.PhotometryPartFile;
import org.novacat.jobs.photometry.upload.RowMaker;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Pointer;

/** Reads the rows that an upload has of a nova. */
public final class PartRows {
  private static final long LARGEST = 1L << 31;

  private PartRows() {}

  /**
   * Reads them, with what only the place of the nova gives.
   *
   * @param action takes them in their order
   * @return rejected rows that belong to them, by code
   * @throws org.novacat.persistence.store.UnusableObject when the object is not what the item says
   * @throws IllegalArgumentException when it is of another schema
   */
  public static Map<RowRejectionCode, Integer> read(
      Archive archive, Pointer part, RowNova nova, Consumer<PhotometryRow> action) {
    byte[] bytes = archive.read(part, LARGEST).get();
    try {
      return PhotometryPartFile.read(bytes, nova, row -> action.accept(RowMaker.placed(row)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read part '%s'".formatted(part.key()), e);
    }
  }
}
