package org.novacat.transforms.photometry.read.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.RejectedRow;

/** Keeps the rows of a file. */
public final class RowList implements RowSink {
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<RejectedRow> rejected = new ArrayList<>();

  @Override
  public void accept(Measurement measurement) {
    measurements.add(measurement);
  }

  @Override
  public void reject(RejectedRow row) {
    rejected.add(row);
  }

  /** In the order of the file. */
  public List<Measurement> measurements() {
    return Collections.unmodifiableList(measurements);
  }

  /** In the order of the file. */
  public List<RejectedRow> rejected() {
    return Collections.unmodifiableList(rejected);
  }
}
