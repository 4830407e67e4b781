package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.persistence.lock.Fence;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.run.WorkItem;

/**
 * A photometry table that was built, to be recorded.
 *
 * @param built its {@code version} is that which was read, raised by one; 1 for the first
 * @param fence proof that this run still holds the nova's lock
 * @param seen work that was there before the parts were listed, so that the table settles it
 */
public record TableOutcome(PhotometryTable built, Fence fence, List<WorkItem> seen) {
  public TableOutcome {
    requireNonNull(built, "built is null");
    requireNonNull(fence, "fence is null");
    seen = List.copyOf(seen);
  }
}
