package org.novacat.fits.spark;

import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;
import org.novacat.fits.spark.file.Piece;

/**
 * What one task reads.
 *
 * @param pieces in the order in which their rows come
 */
record FitsPartition(List<Piece> pieces) implements InputPartition {
  FitsPartition {
    pieces = List.copyOf(pieces);
  }
}
