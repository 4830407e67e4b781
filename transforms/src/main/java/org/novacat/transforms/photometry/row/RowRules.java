package org.novacat.transforms.photometry.row;

import org.novacat.transforms.photometry.band.BandRegistry;

/** What decides about rows besides the files. */
public final class RowRules {
  /** Raised when readers, checks or duplicates come to other results for equal files. */
  private static final int READERS = 5;

  /** The versions of both; another one means that verdicts and tables may differ. */
  public static final String VERSION =
      "bands %s, readers %s".formatted(BandRegistry.standard().version(), READERS);

  private RowRules() {}
}
