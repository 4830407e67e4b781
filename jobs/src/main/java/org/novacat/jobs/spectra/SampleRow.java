package org.novacat.jobs.spectra;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.NormalizedOrder;

/** The sample that is being written; one for all rows, so that a row costs no object. */
final class SampleRow {
  @Nullable NormalizedOrder order;
  int index;
}
