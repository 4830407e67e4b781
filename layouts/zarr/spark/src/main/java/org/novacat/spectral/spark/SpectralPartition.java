package org.novacat.spectral.spark;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task reads.
 *
 * @param blocks in the order in which their rows come
 */
record SpectralPartition(List<Rows> blocks) implements InputPartition {
  /**
   * Rows of axis 0.
   *
   * @param from the first
   * @param to the one behind the last
   */
  record Rows(long from, long to) implements Serializable {}

  SpectralPartition {
    blocks = List.copyOf(blocks);
  }
}
