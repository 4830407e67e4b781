package org.novacat.transforms.photometry.row;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
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

  /** Numbers what rows share: all but times, values, errors, texts and place in the file. */
  private static final class RowTemplates {
    private static final UUID NO_ID = new UUID(0, 0);

    private final List<PhotometryRow> templates;
    private final Map<PhotometryRow, Integer> numbers = new HashMap<>();
    private @Nullable PhotometryRow before;
    private int numberBefore;

    /** New ones are added to {@code templates}. */
    RowTemplates(List<PhotometryRow> templates) {
      this.templates = templates;
    }

    int of(PhotometryRow row) {
      if (before != null && isAlike(before, row)) {
        return numberBefore;
      }
      before = row;
      numberBefore = number(row);
      return numberBefore;
    }

    /** Whether two rows surely have one template: most rows have that of the row before. */
    private static boolean isAlike(PhotometryRow one, PhotometryRow two) {
      return one.nova().equals(two.nova())
          && one.upload().equals(two.upload())
          && one.band().equals(two.band())
          && Objects.equals(one.dupGroup(), two.dupGroup())
          && isAlike(one.measurement(), two.measurement())
          && isAlike(one.measurement().epoch(), two.measurement().epoch())
          && isAlike(one.measurement().brightness(), two.measurement().brightness());
    }

    private static boolean isAlike(Measurement one, Measurement two) {
      return one.origin().equals(two.origin())
          && one.trust().equals(two.trust())
          && one.qualityFlag() == two.qualityFlag()
          && one.qualityBits() == two.qualityBits()
          && one.band().equals(two.band())
          && one.object().equals(two.object())
          && Objects.equals(one.spectral(), two.spectral())
          && Objects.equals(one.magSystem(), two.magSystem());
    }

    private static boolean isAlike(Epoch one, Epoch two) {
      return one.scale() == two.scale()
          && one.reference() == two.reference()
          && one.system() == two.system()
          && one.reinterpreted() == two.reinterpreted();
    }

    private static boolean isAlike(Brightness one, Brightness two) {
      return one.quantity() == two.quantity()
          && one.isLimit() == two.isLimit()
          && one.unit().equals(two.unit())
          && Objects.equals(one.limitSigma(), two.limitSigma());
    }

    private int number(PhotometryRow row) {
      PhotometryRow template = template(row);
      Integer number = numbers.putIfAbsent(template, templates.size());
      if (number == null) {
        templates.add(template);
        return templates.size() - 1;
      }
      return number;
    }

    private static PhotometryRow template(PhotometryRow row) {
      Measurement of = row.measurement();
      Measurement shared =
          new Measurement(
              0,
              of.object(),
              of.epoch().at(0, "", null, null),
              of.band(),
              of.spectral(),
              of.magSystem(),
              of.brightness().with(0, null, null, null),
              of.qualityFlag(),
              of.qualityBits(),
              "",
              of.origin(),
              of.trust());
      return new PhotometryRow(
          NO_ID, row.nova(), shared, row.band(), null, row.upload(), row.dupGroup());
    }
  }
}
