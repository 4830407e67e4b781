package org.novacat.fits.spark.hdu;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.HduLayout;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.HeaderWalk;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.HadoopSource.ReadAhead;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.file.PlainFile;
import org.novacat.fits.spark.query.Facts;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.QueryRows;
import org.novacat.fits.spark.query.Records;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.layouts.spectrum.Refusal;

/** The HDUs of one file; of an uncompressed one nothing but headers is read. */
public final class HduRecords implements Records<InternalRow> {
  private final ScanSpec spec;
  private final Configuration conf;
  private final ListedFile file;
  private final Counters counters;
  private @Nullable HadoopSource raw;
  private Facts facts;
  private @Nullable HeaderWalk walk;
  private @Nullable Header primary;
  private boolean ended;

  public HduRecords(Configuration conf, ScanSpec spec, Piece piece, Counters counters) {
    this.conf = conf;
    this.spec = spec;
    this.file = piece.file();
    this.counters = counters;
    this.facts = Facts.of(file);
  }

  @Override
  public @Nullable InternalRow next() throws IOException {
    while (!ended) {
      HduLayout hdu = nextHdu();
      if (hdu == null) {
        ended = true;
      } else if (!spec.filter().rejects(facts)) {
        return row(hdu);
      }
    }
    return null;
  }

  /** After a refusal nothing more is found. */
  private @Nullable HduLayout nextHdu() throws IOException {
    ended = true;
    if (walk == null) {
      walk = open();
    }
    HduLayout hdu = walk.next();
    ended = false;
    if (hdu != null) {
      primary = primary == null ? hdu.header() : primary;
      facts =
          facts
              .with(FileColumn.HDU, hdu.index())
              .with(spec.options().headers(), List.of(hdu.header(), primary));
    }
    return hdu;
  }

  private HeaderWalk open() throws IOException {
    HadoopSource stored = HadoopSource.open(conf, file, ReadAhead.HEADERS, counters);
    raw = stored;
    if (spec.asks(FileColumn.SHA256)) {
      facts = facts.with(FileColumn.SHA256, stored.sha256());
    }
    ReadLimits limits = spec.options().limits();
    return new HeaderWalk(new PlainFile(stored, limits).inflated(), limits);
  }

  /**
   * The row of an HDU.
   *
   * @throws RefusedException when its columns contradict its width; the HDUs behind it are read
   */
  private InternalRow row(HduLayout hdu) {
    return QueryRows.of(spec.schema(), facts, column -> HduRow.value(hdu, column));
  }

  @Override
  public InternalRow corrupt(Refusal refusal) {
    return QueryRows.corrupt(spec, facts, refusal);
  }

  @Override
  public void close() throws IOException {
    if (raw != null) {
      raw.close();
    }
  }
}
