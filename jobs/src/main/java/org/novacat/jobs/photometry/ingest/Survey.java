package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.transforms.photometry.read.RowSink;
import org.novacat.transforms.photometry.read.Understanding;

/**
 * Goes through the rows of an upload once, keeps of each good one its line and the name of its
 * nova, and of each bad one why.
 */
final class Survey implements RowSink {
  /** Whether a row passes depends on no nova, so that novae can be looked up at the end. */
  static final RowNova NOBODY =
      new RowNova(NovaId.parse("00000000-0000-4000-8000-000000000000"), "", Double.NaN, Double.NaN);

  private final UploadFile upload;
  private final Lines lines;
  private final RejectedRows rejected;
  private final List<String> objects = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Ints rows = new Ints();
  private final Ints objectOfRow = new Ints();
  private final Ints badRows = new Ints();
  private @Nullable RowMaker maker;

  Survey(UploadFile upload, Lines lines, RejectedRows rejected) {
    this.upload = upload;
    this.lines = lines;
    this.rejected = rejected;
  }

  @Override
  public void begin(Understanding understood) {
    maker = upload.maker(understood.format());
  }

  @Override
  public void accept(Measurement measurement) {
    RejectedRow fault = requireNonNull(maker, "no row before the plan").fault(measurement, NOBODY);
    if (fault != null) {
      reject(fault.withText(lines.text(measurement.sourceRow())));
      return;
    }
    rows.add(measurement.sourceRow());
    objectOfRow.add(
        numbers.computeIfAbsent(
            measurement.object(),
            name -> {
              objects.add(name);
              return objects.size() - 1;
            }));
  }

  @Override
  public void reject(RejectedRow row) {
    badRows.add(row.sourceRow());
    rejected.add(row);
  }

  /**
   * Names of novae as rows have them, in the order of their first rows; "" where rows have none.
   */
  List<String> objects() {
    return objects;
  }

  /** Lines of good rows; a line of a wide table stands here once for each measurement. */
  Ints rows() {
    return rows;
  }

  /** For each of {@link #rows} the number of its name in {@link #objects}. */
  Ints objectOfRow() {
    return objectOfRow;
  }

  Ints badRows() {
    return badRows;
  }
}
