package org.novacat.jobs.photometry.upload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;

/** Where the rejected rows of an upload stand, and why they are, to be counted by nova. */
final class BadRows {
  /** Names beyond these belong to a star catalogue, not to novae. */
  private static final int MOST_NAMES = 100_000;

  private final Ints rows = new Ints();
  private final List<RowRejectionCode> codes = new ArrayList<>();
  private final Map<String, Map<RowRejectionCode, Integer>> byObject = new HashMap<>();
  private final Map<RowRejectionCode, Integer> unread = counts();

  /**
   * Adds one.
   *
   * @param object the name that it has; null when it could not be read that far
   */
  void add(RejectedRow row, @Nullable String object) {
    rows.add(row.sourceRow());
    codes.add(row.code());
    if (object == null) {
      unread.merge(row.code(), 1, Integer::sum);
    } else if (byObject.size() < MOST_NAMES) {
      byObject.computeIfAbsent(object, name -> counts()).merge(row.code(), 1, Integer::sum);
    }
  }

  int size() {
    return rows.size();
  }

  int row(int index) {
    return rows.get(index);
  }

  /** Counts of an upload about one nova: of rows with these names, and of those without any. */
  Map<RowRejectionCode, Integer> ofObjects(Collection<String> objects) {
    Map<RowRejectionCode, Integer> counts = new EnumMap<>(unread);
    objects.stream()
        .map(byObject::get)
        .filter(Objects::nonNull)
        .forEach(some -> some.forEach((code, count) -> counts.merge(code, count, Integer::sum)));
    return counts;
  }

  /** Counts of an upload about several novae, by the number of the nova that has the row. */
  Map<Integer, Map<RowRejectionCode, Integer>> byOwner(Owners owners) {
    Map<Integer, Map<RowRejectionCode, Integer>> counts = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      counts
          .computeIfAbsent(owners.of(rows.get(i)), owner -> counts())
          .merge(codes.get(i), 1, Integer::sum);
    }
    return counts;
  }

  private static Map<RowRejectionCode, Integer> counts() {
    return new EnumMap<>(RowRejectionCode.class);
  }
}
