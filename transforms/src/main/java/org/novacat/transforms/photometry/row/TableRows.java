package org.novacat.transforms.photometry.row;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.transforms.photometry.band.BandRegistry;

/**
 * The rows of the table of one nova: those that were accepted, each once, soft duplicates marked,
 * in the order of the table. The same whatever the order in which they came.
 *
 * @param rows in the order of {@link RowOrder#TABLE}; not modifiable, each made when it is asked
 *     for
 * @param duplicates how many rows of each file were left out because the same measurement stays
 * @param softGroups how many groups of soft duplicates there are
 */
public record TableRows(
    List<PhotometryRow> rows, SortedMap<IngestFileId, Integer> duplicates, int softGroups) {
  public TableRows {
    rows = Collections.unmodifiableList(rows);
  }

  /**
   * The table of all accepted rows of a nova.
   *
   * @param accepted stays behind the table, so nothing may be added to it any more
   */
  public static TableRows of(PackedRows accepted, BandRegistry registry) {
    SortedMap<IngestFileId, Integer> duplicates = new TreeMap<>();
    int[] kept = once(accepted, duplicates);
    Map<Integer, UUID> groups = SoftDuplicates.groups(accepted, kept, registry);
    int softGroups = (int) groups.values().stream().distinct().count();
    return new TableRows(
        new TableView(accepted, inOrder(accepted, kept), groups), duplicates, softGroups);
  }

  /** Of rows with equal ids the first, in the order of the ids; the others are counted. */
  private static int[] once(PackedRows rows, SortedMap<IngestFileId, Integer> duplicates) {
    int[] sorted = IntStream.range(0, rows.size()).toArray();
    KeySort.sort(sorted, row -> rows.id(row).getMostSignificantBits());
    int count = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = endOfRun(rows, sorted, from);
      for (int row : to - from == 1 ? new int[] {sorted[from]} : toKeep(rows, sorted, from, to)) {
        if (count > 0 && rows.id(sorted[count - 1]).equals(rows.id(row))) {
          duplicates.merge(rows.get(row).upload().id(), 1, Integer::sum);
        } else {
          sorted[count++] = row;
        }
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  /** Where the rows end whose ids begin as that of row {@code from} does. */
  private static int endOfRun(PackedRows rows, int[] sorted, int from) {
    long first = rows.id(sorted[from]).getMostSignificantBits();
    int to = from + 1;
    while (to < sorted.length && rows.id(sorted[to]).getMostSignificantBits() == first) {
      to++;
    }
    return to;
  }

  private static int[] toKeep(PackedRows rows, int[] sorted, int from, int to) {
    return sorted(
        IntStream.of(Arrays.copyOfRange(sorted, from, to)),
        Comparator.comparing(rows::get, RowOrder.KEEP_FIRST));
  }

  /**
   * Numbers of rows in the order of a table: by bands and times, equal ones as they stand, which in
   * {@link RowOrder#TABLE} is the order of ids.
   */
  public static int[] inOrder(PackedRows rows, int[] some) {
    int[] ranks = ranks(rows.templates());
    int[] ordered = some.clone();
    KeySort.sort(ordered, row -> KeySort.key(rows.mjd(row)));
    KeySort.sort(ordered, row -> ranks[rows.template(row)]);
    return ordered;
  }

  /** Equal for rows of which {@link RowOrder#BANDS} says that they are. */
  private static int[] ranks(List<PhotometryRow> templates) {
    int[] sorted =
        sorted(
            IntStream.range(0, templates.size()),
            Comparator.comparing(templates::get, RowOrder.BANDS));
    int[] ranks = new int[sorted.length];
    for (int i = 1; i < sorted.length; i++) {
      PhotometryRow before = templates.get(sorted[i - 1]);
      boolean same = RowOrder.BANDS.compare(before, templates.get(sorted[i])) == 0;
      ranks[sorted[i]] = ranks[sorted[i - 1]] + (same ? 0 : 1);
    }
    return ranks;
  }

  private static int[] sorted(IntStream numbers, Comparator<Integer> order) {
    return numbers.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  /** How many rows were left out. */
  public int duplicateCount() {
    return duplicates.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Some of the packed rows in another order, those in groups of soft duplicates marked. */
  private static final class TableView extends AbstractList<PhotometryRow> implements RandomAccess {
    private final PackedRows rows;
    private final int[] order;
    private final Map<Integer, UUID> groups;

    TableView(PackedRows rows, int[] order, Map<Integer, UUID> groups) {
      this.rows = rows;
      this.order = order;
      this.groups = groups;
    }

    @Override
    public PhotometryRow get(int index) {
      PhotometryRow row = rows.get(order[index]);
      UUID group = groups.get(order[index]);
      return group == null ? row : row.inGroup(group);
    }

    @Override
    public int size() {
      return order.length;
    }
  }
}
