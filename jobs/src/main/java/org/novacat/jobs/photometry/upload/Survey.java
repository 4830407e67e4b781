package org.novacat.jobs.photometry.upload;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.upload.Splitter.Owners;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.row.PackedRows;

/**
 * Goes through the rows of an upload once, keeps the good ones, of each its line and the name of
 * its nova, and of each bad one why.
 */
final class Survey implements RowSink {
  /** Whether a row passes depends on no nova, so that novae can be looked up at the end. */
  static final RowNova NOBODY =
      new RowNova(NovaId.parse("00000000-0000-4000-8000-000000000000"), "", Double.NaN, Double.NaN);

  /** Each name is kept; a file about more stars is no upload about novae. */
  private static final int MOST_OBJECTS = 100_000;

  private final UploadFile upload;
  private final RejectedRows rejected;
  private final List<String> objects = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final PackedRows accepted = new PackedRows();
  private final Ints rows = new Ints();
  private final Ints objectOfRow = new Ints();
  private final BadRows bad = new BadRows();
  private @Nullable RowMaker maker;
  private Supplier<String> text = () -> "";

  Survey(UploadFile upload, RejectedRows rejected) {
    this.upload = upload;
    this.rejected = rejected;
  }

  @Override
  public void begin(Understanding understood, Supplier<String> row) {
    maker = upload.maker(understood);
    text = row;
  }

  @Override
  public void accept(Measurement measurement) {
    requireNonNull(maker, "no row before the plan")
        .make(measurement, NOBODY)
        .match(good -> keep(measurement, good.row()), fault -> reject(measurement, fault.row()));
  }

  private boolean keep(Measurement measurement, PhotometryRow row) {
    rows.add(measurement.sourceRow());
    objectOfRow.add(numbers.computeIfAbsent(measurement.object(), this::added));
    return accepted.add(row);
  }

  private int added(String object) {
    if (objects.size() == MOST_OBJECTS) {
      throw new UploadRefusedException(
          FileRefusals.tooLarge(upload.file().name(), MOST_OBJECTS, "names of objects"));
    }
    objects.add(object);
    return objects.size() - 1;
  }

  private boolean reject(Measurement measurement, RejectedRow row) {
    bad.add(row, measurement.object());
    rejected.add(row.withText(text.get()));
    return false;
  }

  @Override
  public void reject(RejectedRow row) {
    bad.add(row, null);
    rejected.add(row);
  }

  /**
   * Names of novae as rows have them, in the order of their first rows; "" where rows have none.
   */
  List<String> objects() {
    return objects;
  }

  /** Good rows, of {@link #NOBODY} as yet. */
  PackedRows accepted() {
    return accepted;
  }

  /** Lines of good rows; a line of a wide table stands here once for each measurement. */
  Ints rows() {
    return rows;
  }

  /** For each of {@link #rows} the number of its name in {@link #objects}. */
  Ints objectOfRow() {
    return objectOfRow;
  }

  BadRows bad() {
    return bad;
  }

  /** Where the rejected rows of an upload stand, and why they are, to be counted by nova. */
  static final class BadRows {
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
}
