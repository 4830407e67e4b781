package org.novacat.transforms.photometry.read.upload;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.votable.CellLimit;

/**
 * Counts what reading one file holds in memory, before it is taken, so that a file that needs more
 * than its share is refused and does not end the process. The counts are those of a JVM of 64 bits
 * with compressed references, rounded up.
 */
public final class Held implements CellLimit {
  /** A short string of its own and its place in a list: 24 bytes, 16 with its array, 4. */
  private static final int STRING = 48;

  /** A list or a map that is nearly empty. */
  private static final int LIST = 64;

  private final String name;
  private final long most;
  private long bytes;

  public Held(String name, ReadSettings settings) {
    this.name = name;
    this.most = settings.memory();
  }

  /**
   * Counts bytes.
   *
   * @throws RefusedException when the file holds more than its share with them
   * @throws CancellationException when the thread is interrupted, because its time is over
   */
  @Override
  public void bytes(long more) {
    bytes += more;
    if (bytes > most) {
      throw new UploadRefusedException(FileRefusals.memory(name, most));
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while reading '%s'".formatted(name));
    }
  }

  /** Counts a text. */
  public void text(String text) {
    bytes(STRING + text.length());
  }

  /** Counts a row of cells. */
  @Override
  public void row(List<String> cells) {
    bytes(LIST);
    cells.forEach(this::text);
  }

  /** Counts a table of short cells. */
  public void cells(long rows, long columns) {
    bytes(Math.multiplyExact(rows, LIST + columns * (STRING + 16)));
  }

  /**
   * Checks a number of columns.
   *
   * @throws RefusedException when there are more than a table may have
   */
  public void columns(int count) {
    if (count > ReadSettings.MAX_COLUMNS) {
      throw new UploadRefusedException(
          FileRefusals.tooWide(name, ReadSettings.MAX_COLUMNS, "columns"));
    }
  }
}
