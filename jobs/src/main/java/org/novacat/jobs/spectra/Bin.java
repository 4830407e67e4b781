package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The products of one task.
 *
 * @param number of the bin in its run, from 1
 */
record Bin(int number, ArrayList<PlannedProduct> products) implements Serializable {
  /** What one task gets at the most. */
  record Size(long bytes, int files) {
    /** Some seconds of work: enough to repay a task's start, little enough to show progress. */
    static final Size STANDARD = new Size(16L << 20, 128);

    /** Bins are this many times as many as cores, so that a slow one keeps no core waiting. */
    private static final int BINS_PER_CORE = 4;

    /** The standard, or less where few products would leave cores idle. */
    static Size of(int products, int cores) {
      int even = (products + cores * BINS_PER_CORE - 1) / (cores * BINS_PER_CORE);
      return new Size(STANDARD.bytes, Math.max(1, Math.min(STANDARD.files, even)));
    }
  }

  /**
   * Packs products in their order, each bin as full as {@code size} lets it be.
   *
   * @param first number of the first bin
   */
  static List<Bin> pack(int first, List<PlannedProduct> products, Size size) {
    List<Bin> bins = new ArrayList<>();
    ArrayList<PlannedProduct> open = new ArrayList<>();
    long bytes = 0;
    for (PlannedProduct product : products) {
      boolean full = bytes + product.bytes() > size.bytes() || open.size() == size.files();
      if (full && !open.isEmpty()) {
        bins.add(new Bin(first + bins.size(), open));
        open = new ArrayList<>();
        bytes = 0;
      }
      open.add(product);
      bytes += product.bytes();
    }
    if (!open.isEmpty()) {
      bins.add(new Bin(first + bins.size(), open));
    }
    return bins;
  }
}
