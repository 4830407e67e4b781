package org.novacat.transforms.photometry.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.band.BandRegistry;

/**
 * Rows that may be one measurement published twice: of one band group and one value, at most 0.006
 * d apart, which covers Julian dates against heliocentric ones, and from different sources. Rows
 * are sorted by value and time; a window runs over them. Groups are closed: what is a duplicate of
 * a duplicate is in the group. A row costs six numbers here.
 */
final class SoftDuplicates {
  private static final double WINDOW_DAYS = 0.006;

  private final PackedRows rows;
  private final int[] kept;
  private final int[] kinds;
  private final int[] sources;
  private final long[] values;
  private final double[] times;

  /** The next row on the way to the root of a group; a root points at itself. */
  private final int[] parents;

  private SoftDuplicates(PackedRows rows, int[] kept) {
    this.rows = rows;
    this.kept = kept;
    this.kinds = new int[kept.length];
    this.sources = new int[kept.length];
    this.values = new long[kept.length];
    this.times = new double[kept.length];
    this.parents = IntStream.range(0, kept.length).toArray();
  }

  /**
   * The groups that rows are in, each named by its smallest id, by the numbers of the rows.
   *
   * @param kept numbers of rows of one nova, none twice
   */
  static Map<Integer, UUID> groups(PackedRows rows, int[] kept, BandRegistry registry) {
    SoftDuplicates duplicates = new SoftDuplicates(rows, kept);
    duplicates.read(registry);
    duplicates.join();
    return duplicates.groups();
  }

  private void read(BandRegistry registry) {
    Map<String, Integer> kindNumbers = new HashMap<>();
    Map<String, Integer> sourceNumbers = new HashMap<>();
    List<PhotometryRow> templates = rows.templates();
    int[] kindOf = new int[templates.size()];
    int[] sourceOf = new int[templates.size()];
    for (int i = 0; i < kindOf.length; i++) {
      kindOf[i] = number(kindNumbers, kind(templates.get(i), registry));
      sourceOf[i] = number(sourceNumbers, RowIdentity.sourceKey(templates.get(i)));
    }
    keys(kindOf, sourceOf);
  }

  private void keys(int[] kindOf, int[] sourceOf) {
    List<PhotometryRow> templates = rows.templates();
    for (int i = 0; i < kept.length; i++) {
      int template = rows.template(kept[i]);
      Quantity quantity = templates.get(template).measurement().brightness().quantity();
      kinds[i] = kindOf[template];
      sources[i] = sourceOf[template];
      times[i] = rows.mjd(kept[i]);
      values[i] = RowIdentity.valueKey(quantity, rows.number(kept[i]));
    }
  }

  /** What two rows must have in common besides value and time. */
  private static String kind(PhotometryRow row, BandRegistry registry) {
    Brightness brightness = row.measurement().brightness();
    String limit = brightness.isLimit() ? " < " : " ";
    return registry.group(row.band().bandId()) + limit + brightness.unit();
  }

  private static int number(Map<String, Integer> numbers, String text) {
    Integer known = numbers.putIfAbsent(text, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  private void join() {
    int[] sorted = IntStream.range(0, kept.length).toArray();
    KeySort.sort(sorted, one -> KeySort.key(times[one]));
    KeySort.sort(sorted, one -> values[one]);
    KeySort.sort(sorted, one -> kinds[one]);
    int first = 0;
    for (int i = 1; i < sorted.length; i++) {
      while (!near(sorted[first], sorted[i])) {
        first++;
      }
      for (int j = first; j < i; j++) {
        if (sources[sorted[j]] != sources[sorted[i]]) {
          parents[root(sorted[i])] = root(sorted[j]);
        }
      }
    }
  }

  /** Whether a row is of the same band and value, and not long before another. */
  private boolean near(int one, int later) {
    return values[one] == values[later]
        && times[later] - times[one] <= WINDOW_DAYS
        && kinds[one] == kinds[later];
  }

  private int root(int of) {
    int at = of;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  private Map<Integer, UUID> groups() {
    Map<Integer, UUID> smallest = new HashMap<>();
    for (int i = 0; i < kept.length; i++) {
      if (root(i) != i) {
        smallest.merge(root(i), rows.id(kept[i]), RowOrder::smaller);
      }
    }
    smallest.replaceAll((root, id) -> RowOrder.smaller(id, rows.id(kept[root])));
    Map<Integer, UUID> groups = new HashMap<>();
    for (int i = 0; i < kept.length; i++) {
      UUID group = smallest.get(root(i));
      if (group != null) {
        groups.put(kept[i], group);
      }
    }
    return groups;
  }
}
