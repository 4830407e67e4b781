package org.novacat.transforms.photometry.read.upload;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novacat.layouts.photometry.RowRejectionCode;

/**
 * How the rows of a file ended. Rows read are those accepted and those rejected; a line of a wide
 * table counts as many rows as it has measurements.
 *
 * @param accepted measurements, limits among them
 * @param limits upper limits
 * @param rejected rows by code, none of them 0
 */
public record RowTally(long accepted, long limits, Map<RowRejectionCode, Long> rejected) {
  /** Reasons that do not speak against a file, however many rows have them. */
  private static final Set<RowRejectionCode> HARMLESS =
      EnumSet.of(
          RowRejectionCode.NO_MEASUREMENT,
          RowRejectionCode.DUPLICATE,
          RowRejectionCode.BAND_EXCLUDED,
          RowRejectionCode.UNSUPPORTED_QUANTITY,
          RowRejectionCode.NOT_OBSERVED,
          RowRejectionCode.OBJECT_UNRESOLVED);

  /** No rows at all. */
  public static final RowTally NONE = new RowTally(0, 0, Map.of());

  public RowTally {
    rejected = Map.copyOf(rejected);
  }

  /** These and others. */
  public RowTally and(RowTally other) {
    Map<RowRejectionCode, Long> both = new TreeMap<>(rejected);
    other.rejected.forEach((code, count) -> both.merge(code, count, Long::sum));
    return new RowTally(accepted + other.accepted, limits + other.limits, both);
  }

  /** All rows read. */
  public long rows() {
    return accepted + rejectedRows();
  }

  /** Rows of all codes. */
  public long rejectedRows() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether more than half of the rows were rejected for reasons that speak against the file. */
  boolean isHopeless() {
    long against = rejectedRows();
    for (RowRejectionCode code : HARMLESS) {
      against -= rejected.getOrDefault(code, 0L);
    }
    return against * 2 > rows();
  }

  /** Rejections in the order of their codes. */
  public Map<RowRejectionCode, Long> ordered() {
    return new TreeMap<>(rejected);
  }
}
