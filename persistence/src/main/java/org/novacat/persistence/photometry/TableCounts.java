package org.novacat.persistence.photometry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Photometry tables together, one a nova.
 *
 * @param rows of all of them
 * @param newest when the last one was built; null when there is none
 */
public record TableCounts(long tables, long rows, @Nullable Instant newest) {
  /** No table. */
  public static final TableCounts NONE = new TableCounts(0, 0, null);

  /** With one more. */
  public TableCounts and(PhotometryTable table) {
    return and(new TableCounts(1, table.rows(), table.meta().updatedAt()));
  }

  /** Both together. */
  public TableCounts and(TableCounts other) {
    return new TableCounts(tables + other.tables, rows + other.rows, later(newest, other.newest));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }
}
