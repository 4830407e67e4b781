package org.novacat.fits.spark.query;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.Piece;

/**
 * What is read of one file, and for whom.
 *
 * @param conf of the file system
 * @param spec what is asked for
 * @param piece of which file
 * @param counters what was done
 */
public record Task(Configuration conf, ScanSpec spec, Piece piece, Counters counters) {
  public ListedFile file() {
    return piece.file();
  }

  /**
   * Opens the file.
   *
   * @throws IOException when it is gone or the store fails
   */
  public HadoopSource open(HadoopSource.ReadAhead ahead) throws IOException {
    return HadoopSource.open(conf, file(), ahead, counters);
  }

  /** These facts and the hash of the file where it is asked for, which reads all of it. */
  public Facts hashed(Facts facts, HadoopSource raw) throws IOException {
    return spec.asks(FileColumn.SHA256) ? facts.with(FileColumn.SHA256, raw.sha256()) : facts;
  }
}
