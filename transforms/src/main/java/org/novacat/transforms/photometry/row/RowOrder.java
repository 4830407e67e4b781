package org.novacat.transforms.photometry.row;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;

/** Orders of rows. */
public final class RowOrder {
  /** The order of bands in a table. */
  static final Comparator<PhotometryRow> BANDS =
      Comparator.<PhotometryRow, String>comparing(row -> row.band().regime().code())
          .thenComparingDouble(PhotometryRow::spectralValue)
          .thenComparing(row -> row.band().bandId());

  /**
   * The order of the rows of a table: regime, spectral coordinate (rows without one last), band,
   * time, id; texts by their letters, so that a reader's ORDER BY gives the same.
   */
  public static final Comparator<PhotometryRow> TABLE =
      BANDS
          .thenComparingDouble(row -> row.measurement().epoch().mjd())
          .thenComparing(PhotometryRow::id, RowOrder::byText);

  /**
   * Rows of equal id side by side, the one to keep first: with error, from literature, then by the
   * id of the file and the row in it; of a row that a file has twice, any order that is the same
   * always.
   */
  static final Comparator<PhotometryRow> KEEP_FIRST =
      Comparator.comparing(PhotometryRow::id, RowOrder::byText)
          .thenComparing(row -> row.measurement().brightness().error() == null)
          .thenComparing(row -> row.upload().origin() != DataOrigin.LITERATURE)
          .thenComparing(row -> row.upload().id())
          .thenComparingInt(row -> row.measurement().sourceRow())
          .thenComparing(RowOrder::byCells);

  private RowOrder() {}

  /** The smaller of two ids in the order of their texts. */
  static UUID smaller(@Nullable UUID one, UUID two) {
    return one != null && byText(one, two) < 0 ? one : two;
  }

  /** The order of the texts of two ids, which that of {@link UUID} is not. */
  static int byText(UUID one, UUID two) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
  }

  private static int byCells(PhotometryRow one, PhotometryRow two) {
    for (PhotometryColumn column : PhotometryColumn.values()) {
      int order = Objects.toString(column.cell(one)).compareTo(Objects.toString(column.cell(two)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
