package org.novacat.transforms.photometry.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.transforms.photometry.band.BandRegistry;

/**
 * The rows of the table of one nova: those that were accepted, each once, soft duplicates marked,
 * in the order of the table. The same whatever the order in which they came.
 *
 * @param rows in the order of {@link RowOrder#TABLE}; not modifiable
 * @param duplicates how many rows of each file were left out because the same measurement stays
 * @param softGroups how many groups of soft duplicates there are
 */
public record TableRows(
    List<PhotometryRow> rows, SortedMap<IngestFileId, Integer> duplicates, int softGroups) {
  public TableRows {
    rows = List.copyOf(rows);
  }

  /** The table of all accepted rows of a nova. */
  public static TableRows of(Collection<PhotometryRow> accepted, BandRegistry registry) {
    List<PhotometryRow> sorted = new ArrayList<>(accepted);
    sorted.sort(RowOrder.KEEP_FIRST);
    SortedMap<IngestFileId, Integer> duplicates = new TreeMap<>();
    List<PhotometryRow> kept = new ArrayList<>(sorted.size());
    for (PhotometryRow row : sorted) {
      if (!kept.isEmpty() && kept.get(kept.size() - 1).id().equals(row.id())) {
        duplicates.merge(row.upload().id(), 1, Integer::sum);
      } else {
        kept.add(row);
      }
    }
    int groups = SoftDuplicates.mark(kept, registry);
    kept.sort(RowOrder.TABLE);
    return new TableRows(kept, duplicates, groups);
  }

  /** How many rows were left out. */
  public int duplicateCount() {
    return duplicates.values().stream().mapToInt(Integer::intValue).sum();
  }
}
