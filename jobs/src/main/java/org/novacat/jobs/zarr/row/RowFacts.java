package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out of a row before any is written.
 *
 * @param order number of the order in its file
 * @param samples how many it has in its file
 * @param bad how many of these are not usable
 * @param has by the {@link Variant#ordinal ordinals} of variants, whether it has the columns of one
 * @param extents by the {@link Variant#ordinal ordinals} of variants; null where the row lacks that
 *     variant, or has nothing but NaN and 0 on the grid of the store
 */
public record RowFacts(
    int order, int samples, int bad, List<Boolean> has, List<@Nullable Extent> extents)
    implements Serializable {
  /** Whether its file has it, on whatever wavelengths. */
  public boolean has(Variant variant) {
    return has.get(variant.ordinal());
  }

  /** Whether it can be written so. */
  public boolean isUsable(Variant variant) {
    return extents.get(variant.ordinal()) != null;
  }

  /** How large its numbers are. */
  public Extent extent(Variant variant) {
    Extent extent = extents.get(variant.ordinal());
    return extent == null ? Extent.NONE : extent;
  }
}
