package org.novacat.transforms.photometry.row;

import java.util.AbstractList;
import java.util.Map;
import java.util.RandomAccess;
import java.util.UUID;
import org.novacat.layouts.photometry.PhotometryRow;

/** Some of the packed rows in another order, those in groups of soft duplicates marked. */
final class TableView extends AbstractList<PhotometryRow> implements RandomAccess {
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
