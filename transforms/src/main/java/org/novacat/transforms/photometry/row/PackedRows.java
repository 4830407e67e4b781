package org.novacat.transforms.photometry.row;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * A list of rows that takes some 80 bytes for each where objects take 400, so that the table of a
 * nova with millions of rows can be made in memory. What many rows share is kept once; a row is
 * made anew whenever it is asked for, equal to the one that was added. Rows are added and removed
 * at the end only. Not for several threads while rows are added.
 */
public final class PackedRows extends AbstractList<PhotometryRow> implements RandomAccess {
  private final List<PhotometryRow> templates = new ArrayList<>();
  private final RowTemplates numbers = new RowTemplates(templates);
  private final RowBytes bytes = new RowBytes();
  private long[] places = new long[1024];
  private int size;

  @Override
  public boolean add(PhotometryRow row) {
    if (size == places.length) {
      places = Arrays.copyOf(places, size + size / 2);
    }
    places[size++] = bytes.write(row, numbers.of(row));
    modCount++;
    return true;
  }

  @Override
  public PhotometryRow get(int index) {
    long place = place(index);
    return bytes.row(place, templates.get(bytes.template(place)));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  protected void removeRange(int from, int to) {
    if (to != size) {
      throw new UnsupportedOperationException("Cannot remove rows: others are behind them");
    }
    if (from < to) {
      bytes.truncate(places[from]);
      size = from;
      modCount++;
    }
  }

  private long place(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return places[index];
  }

  UUID id(int index) {
    return bytes.id(places[index]);
  }

  double mjd(int index) {
    return bytes.mjd(places[index]);
  }

  /** The value of a detection, or the limit. */
  double number(int index) {
    return bytes.number(places[index]);
  }

  /** For each row the number of a template, which says what the row shares with others. */
  int template(int index) {
    return bytes.template(places[index]);
  }

  /** Rows without what is theirs alone. */
  List<PhotometryRow> templates() {
    return templates;
  }
}
