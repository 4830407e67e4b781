package org.novacat.fits.spark;

import java.util.ArrayList;
import java.util.List;
import org.novacat.fits.spark.file.Piece;

/**
 * Packs pieces into partitions by their cost, in their order, so that rows keep the files' order.
 */
final class Packer {
  private final long target;
  private final List<FitsPartition> partitions = new ArrayList<>();
  private List<Piece> open = new ArrayList<>();
  private long cost;

  /**
   * @param target cost of a partition, exceeded only by one that holds a single piece
   */
  Packer(long target) {
    this.target = target;
  }

  /** Adds a piece behind the others. */
  void add(Piece piece, long pieceCost) {
    if (!open.isEmpty() && cost + pieceCost > target) {
      flush();
    }
    open.add(piece);
    cost += pieceCost;
  }

  private void flush() {
    partitions.add(new FitsPartition(open));
    open = new ArrayList<>();
    cost = 0;
  }

  /** All partitions; nothing may be added after. */
  List<FitsPartition> finish() {
    if (!open.isEmpty()) {
      flush();
    }
    return partitions;
  }
}
