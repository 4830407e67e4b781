package org.novacat.transforms.photometry.read;

import java.util.Map;
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
public record Tally(long accepted, long limits, Map<RowRejectionCode, Long> rejected) {
  /** No rows at all. */
  public static final Tally NONE = new Tally(0, 0, Map.of());

  public Tally {
    rejected = Map.copyOf(rejected);
  }

  /** All rows read. */
  public long rows() {
    return accepted + rejectedRows();
  }

  /** Rows of all codes. */
  public long rejectedRows() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rejections in the order of their codes. */
  public Map<RowRejectionCode, Long> ordered() {
    return new TreeMap<>(rejected);
  }
}
