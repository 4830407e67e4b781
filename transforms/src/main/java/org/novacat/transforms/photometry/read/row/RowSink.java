package org.novacat.transforms.photometry.read.row;

import java.util.function.Supplier;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.plan.Understanding;

/**
 * Takes the rows of a file in their order, one at a time, so that nobody needs to hold them all.
 * What it took counts only if the file is not {@linkplain PhotometryRead.Refused refused} in the
 * end.
 */
public interface RowSink {
  /**
   * What was made of the file, before its first row.
   *
   * @param row gives the text of the row at hand, as the file has it, while one is taken
   */
  default void begin(Understanding understanding, Supplier<String> row) {}

  /** A measurement. */
  void accept(Measurement measurement);

  /** A row that enters no table. */
  void reject(RejectedRow row);
}
