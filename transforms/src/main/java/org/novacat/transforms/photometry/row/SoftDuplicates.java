package org.novacat.transforms.photometry.row;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.transforms.photometry.band.BandRegistry;

/**
 * Rows that may be one measurement published twice: of one band group and one value, at most 0.006
 * d apart, which covers Julian dates against heliocentric ones, and from different sources. Rows
 * are sorted by value and time; a window runs over them. Groups are closed: what is a duplicate of
 * a duplicate is in the group.
 */
final class SoftDuplicates {
  private static final double WINDOW_DAYS = 0.006;

  private static final Comparator<Candidate> BY_VALUE_AND_TIME =
      Comparator.comparingInt(Candidate::kind)
          .thenComparingLong(Candidate::value)
          .thenComparingDouble(Candidate::mjd);

  private final Candidate[] candidates;

  private SoftDuplicates(Candidate[] candidates) {
    this.candidates = candidates;
  }

  /**
   * Replaces the rows that have soft duplicates by rows that say so.
   *
   * @param rows of one nova, none twice; changed in place
   * @return how many groups there are
   */
  static int mark(List<PhotometryRow> rows, BandRegistry registry) {
    Map<String, Integer> kinds = new HashMap<>();
    Candidate[] candidates = new Candidate[rows.size()];
    for (int i = 0; i < candidates.length; i++) {
      PhotometryRow row = rows.get(i);
      candidates[i] = new Candidate(i, row, number(kinds, kind(row, registry)));
    }
    Arrays.sort(candidates, BY_VALUE_AND_TIME);
    SoftDuplicates duplicates = new SoftDuplicates(candidates);
    duplicates.join();
    return duplicates.markIn(rows);
  }

  /** What two rows must have in common besides value and time. */
  private static String kind(PhotometryRow row, BandRegistry registry) {
    Brightness brightness = row.measurement().brightness();
    String limit = brightness.isLimit() ? " < " : " ";
    return registry.group(row.band().bandId()) + limit + brightness.unit();
  }

  private static int number(Map<String, Integer> kinds, String kind) {
    Integer known = kinds.putIfAbsent(kind, kinds.size());
    return known == null ? kinds.size() - 1 : known;
  }

  private void join() {
    int first = 0;
    for (int i = 1; i < candidates.length; i++) {
      while (!candidates[first].near(candidates[i])) {
        first++;
      }
      for (int j = first; j < i; j++) {
        if (!candidates[j].source.equals(candidates[i].source)) {
          candidates[j].join(candidates[i]);
        }
      }
    }
  }

  private int markIn(List<PhotometryRow> rows) {
    int groups = 0;
    for (Candidate candidate : candidates) {
      Candidate root = candidate.root();
      if (candidate != root) {
        root.smallest = RowOrder.smaller(root.smallest, candidate.row.id());
      }
    }
    for (Candidate candidate : candidates) {
      Candidate root = candidate.root();
      if (root.smallest != null) {
        groups += candidate == root ? 1 : 0;
        UUID group = RowOrder.smaller(root.smallest, root.row.id());
        rows.set(candidate.index, candidate.row.inGroup(group));
      }
    }
    return groups;
  }

  /** A row in the search, and a node of the forest of groups. */
  private static final class Candidate {
    private final int index;
    private final PhotometryRow row;
    private final int kind;
    private final long value;
    private final String source;
    private Candidate parent = this;

    /** Of the ids of the others, in the root of a group; null when there are none. */
    private @Nullable UUID smallest;

    Candidate(int index, PhotometryRow row, int kind) {
      this.index = index;
      this.row = row;
      Brightness brightness = row.measurement().brightness();
      this.kind = kind;
      value = RowIdentity.valueKey(brightness);
      source = RowIdentity.sourceKey(row);
    }

    int kind() {
      return kind;
    }

    long value() {
      return value;
    }

    double mjd() {
      return row.measurement().epoch().mjd();
    }

    /** Whether it is of the same band and value, and not long before another. */
    boolean near(Candidate later) {
      return value == later.value && later.mjd() - mjd() <= WINDOW_DAYS && kind == later.kind;
    }

    Candidate root() {
      Candidate at = this;
      while (at.parent != at) {
        at.parent = at.parent.parent;
        at = at.parent;
      }
      return at;
    }

    void join(Candidate other) {
      other.root().parent = root();
    }
  }
}
