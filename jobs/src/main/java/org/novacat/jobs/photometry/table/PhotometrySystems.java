package org.novacat.jobs.photometry.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.votable.CoordinateSystem;
import org.novacat.jobs.votable.SkySystem;
import org.novacat.jobs.votable.TimeSystem;
import org.novacat.layouts.photometry.PhotometryColumn;

/** What columns of photometry count in. */
public final class PhotometrySystems {
  /** All that a column counts in. */
  public static final List<CoordinateSystem> ALL =
      List.of(SkySystem.ICRS, TimeSystem.AS_REPORTED, TimeSystem.BARYCENTRIC);

  private PhotometrySystems() {}

  /**
   * What a column counts in; null when in nothing. Times as reported have scale and place in
   * columns of their own.
   */
  public static @Nullable CoordinateSystem of(PhotometryColumn column) {
    return switch (column) {
      case RA_DEG, DEC_DEG -> SkySystem.ICRS;
      case TIME_MJD, TIME_START_MJD, TIME_END_MJD -> TimeSystem.AS_REPORTED;
      case TIME_MJD_BARY_TDB -> TimeSystem.BARYCENTRIC;
      default -> null;
    };
  }
}
