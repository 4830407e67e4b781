package org.novacat.transforms.photometry.row;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;

/** A row of a table, or why there is none. */
public sealed interface RowResult {
  /** What {@code onAccepted} or {@code onRejected} makes of it. */
  default <T extends @Nullable Object> T match(
      Function<Accepted, T> onAccepted, Function<Rejected, T> onRejected) {
    return this instanceof Accepted it ? onAccepted.apply(it) : onRejected.apply((Rejected) this);
  }

  /**
   * A row.
   *
   * @param row before duplicates are looked for
   * @param conflict what the file says against its sidecar, for the log; "" when nothing
   */
  record Accepted(PhotometryRow row, String conflict) implements RowResult {
    public Accepted {
      requireNonNull(row, "row is null");
      requireNonNull(conflict, "conflict is null");
    }
  }

  /**
   * No row.
   *
   * @param row why; its text is "", for a measurement does not know it
   */
  record Rejected(RejectedRow row) implements RowResult {
    public Rejected {
      requireNonNull(row, "row is null");
    }
  }
}
