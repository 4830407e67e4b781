package org.novacat.jobs.photometry.upload;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.Upload;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.row.RowAssembler;
import org.novacat.transforms.photometry.row.RowResult;

/** Makes rows of the measurements of one upload. */
public final class RowMaker {
  /** One for all uploads that this JVM reads; readers have checked epochs against now. */
  private static final RowAssembler ASSEMBLER =
      new RowAssembler(BandRegistry.standard(), Double.POSITIVE_INFINITY);

  private final Upload facts;
  private final BandAssertions bands;

  RowMaker(Upload facts, BandAssertions bands) {
    this.facts = facts;
    this.bands = bands;
  }

  RowResult make(Measurement measurement, RowNova nova) {
    return ASSEMBLER.assemble(measurement, nova, facts, bands);
  }

  /** The same row with the time that only the place of its nova gives. */
  public static PhotometryRow placed(PhotometryRow row) {
    return ASSEMBLER.placed(row);
  }

  /** Why a measurement can be no row; null when it can. */
  @Nullable RejectedRow fault(Measurement measurement, RowNova nova) {
    return make(measurement, nova).match(accepted -> null, refused -> refused.row());
  }
}
