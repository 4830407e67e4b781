package org.novacat.transforms.photometry.row;

import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.transforms.photometry.band.BandRegistry;

/** What decides about rows besides the files. */
public final class RowRules {
  /** Raised when readers, checks or duplicates come to other results for equal files. */
  private static final int READERS = 6;

  /** The versions of both; another one means that verdicts and tables may differ. */
  public static final String VERSION =
      "bands %s, readers %s".formatted(BandRegistry.standard().version(), READERS);

  /**
   * The same and the schema of what is kept of accepted rows; of another one nobody can read it.
   */
  public static final String KEPT = VERSION + ", schema " + PhotometryColumn.SCHEMA_VERSION;

  private RowRules() {}
}
