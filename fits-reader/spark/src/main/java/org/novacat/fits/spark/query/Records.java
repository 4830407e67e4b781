package org.novacat.fits.spark.query;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.Refusal;

/**
 * The rows of one piece of a file, one by one or in batches.
 *
 * @param <T> a row or a batch
 */
public interface Records<T> extends Closeable {
  /**
   * The next rows; null after the last, also when a refusal ended them.
   *
   * @throws RefusedException when a record cannot be read; the next call goes on behind it
   * @throws IOException when the store fails
   */
  @Nullable T next() throws IOException;

  /** One row that tells nothing but why it could not be read. */
  T corrupt(Refusal refusal);
}
