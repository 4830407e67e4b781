package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The products of one task. */
record Bin(ArrayList<PlannedProduct> products) implements Serializable {
  /** What one task gets at the most. */
  record Size(long bytes, int files) {
    /** Some seconds of work: enough to repay a task's start, little enough to show progress. */
    static final Size STANDARD = new Size(16L << 20, 128);
  }

  /** Packs products in their order, each bin as full as {@code size} lets it be. */
  static List<Bin> pack(List<PlannedProduct> products, Size size) {
    List<Bin> bins = new ArrayList<>();
    ArrayList<PlannedProduct> open = new ArrayList<>();
    long bytes = 0;
    for (PlannedProduct product : products) {
      boolean full = bytes + product.bytes() > size.bytes() || open.size() == size.files();
      if (full && !open.isEmpty()) {
        bins.add(new Bin(open));
        open = new ArrayList<>();
        bytes = 0;
      }
      open.add(product);
      bytes += product.bytes();
    }
    if (!open.isEmpty()) {
      bins.add(new Bin(open));
    }
    return bins;
  }
}
