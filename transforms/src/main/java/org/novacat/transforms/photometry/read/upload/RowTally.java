package org.novacat.transforms.photometry.read.upload;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    return against().mapToLong(Map.Entry::getValue).sum() * 2 > rows();
  }

  /** The most frequent of these reasons, the first of equals; there must be one. */
  RowRejectionCode mostAgainst() {
    return against()
        .min(
            Map.Entry.<RowRejectionCode, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private Stream<Map.Entry<RowRejectionCode, Long>> against() {
    return rejected.entrySet().stream().filter(count -> !HARMLESS.contains(count.getKey()));
  }

  /** Rejections in the order of their codes. */
  public Map<RowRejectionCode, Long> ordered() {
    return new TreeMap<>(rejected);
  }
}
