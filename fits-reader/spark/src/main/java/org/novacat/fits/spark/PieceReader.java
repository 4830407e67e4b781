package org.novacat.fits.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.query.ParseMode;
import org.novacat.fits.spark.query.Records;

/**
 * Reads the pieces of a partition one after the other; here it is decided what becomes of a record
 * that cannot be read.
 *
 * @param <T> a row or a batch
 */
final class PieceReader<T> implements PartitionReader<T> {
  private final Iterator<Piece> pieces;
  private final Function<Piece, Records<T>> opener;
  private final ParseMode parseMode;
  private final Counters counters;
  private @Nullable Records<T> current;
  private String path = "";
  private @Nullable T value;

  PieceReader(
      FitsPartition partition,
      ParseMode parseMode,
      Counters counters,
      Function<Piece, Records<T>> opener) {
    this.pieces = partition.pieces().iterator();
    this.parseMode = parseMode;
    this.counters = counters;
    this.opener = opener;
  }

  @Override
  public boolean next() throws IOException {
    value = null;
    while (value == null && (current != null || pieces.hasNext())) {
      if (current == null) {
        Piece piece = pieces.next();
        path = piece.file().path();
        current = opener.apply(piece);
      }
      advance(current);
    }
    return value != null;
  }

  private void advance(Records<T> records) throws IOException {
    try {
      value = records.next();
      if (value == null) {
        close();
      }
    } catch (RefusedException e) {
      counters.addMalformed();
      value = malformed(records, e);
    }
  }

  private @Nullable T malformed(Records<T> records, RefusedException e) {
    return switch (parseMode) {
      case PERMISSIVE -> records.corrupt(e.refusal());
      case DROPMALFORMED -> null;
      case FAILFAST ->
          throw new IllegalStateException(
              "Cannot read '%s': %s (%s; parseMode PERMISSIVE or DROPMALFORMED goes on)"
                  .formatted(path, e.refusal().message(), e.refusal().detail()),
              e);
    };
  }

  @Override
  public T get() {
    if (value == null) {
      throw new IllegalStateException("Cannot get a row: next() did not find one");
    }
    return value;
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return counters.metrics();
  }

  @Override
  public void close() throws IOException {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
