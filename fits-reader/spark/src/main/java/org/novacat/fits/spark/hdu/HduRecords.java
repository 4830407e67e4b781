package org.novacat.fits.spark.hdu;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.HeaderWalk;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.HadoopSource.ReadAhead;
import org.novacat.fits.spark.file.PlainFile;
import org.novacat.fits.spark.query.Facts;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.QueryRows;
import org.novacat.fits.spark.query.Records;
import org.novacat.fits.spark.query.Task;
import org.novacat.layouts.spectrum.Refusal;

/** The HDUs of one file; of an uncompressed one nothing but headers is read. */
public final class HduRecords implements Records<InternalRow> {
  private final Task task;
  private @Nullable HadoopSource raw;
  private Facts facts;
  private @Nullable HeaderWalk walk;
  private @Nullable Header primary;
  private boolean ended;

  public HduRecords(Task task) {
    this.task = task;
    this.facts = Facts.of(task.file());
  }

  @Override
  public @Nullable InternalRow next() throws IOException {
    while (!ended) {
      Hdu hdu = nextHdu();
      if (hdu == null) {
        ended = true;
      } else if (!task.spec().filter().rejects(facts)) {
        return row(hdu);
      }
    }
    return null;
  }

  /** After a refusal nothing more is found. */
  private @Nullable Hdu nextHdu() throws IOException {
    ended = true;
    if (walk == null) {
      walk = open();
    }
    Hdu hdu = walk.next();
    ended = false;
    if (hdu != null) {
      primary = primary == null ? hdu.header() : primary;
      facts =
          facts
              .with(FileColumn.HDU, hdu.index())
              .with(task.spec().options().headers(), List.of(hdu.header(), primary));
    }
    return hdu;
  }

  private HeaderWalk open() throws IOException {
    HadoopSource stored = task.open(ReadAhead.HEADERS);
    raw = stored;
    facts = task.hashed(facts, stored);
    ReadLimits limits = task.spec().options().limits();
    return new HeaderWalk(new PlainFile(stored, limits).inflated(), limits);
  }

  /**
   * The row of an HDU.
   *
   * @throws RefusedException when its columns contradict its width; the HDUs behind it are read
   */
  private InternalRow row(Hdu hdu) {
    return QueryRows.of(task.spec().schema(), facts, column -> HduRow.value(hdu, column));
  }

  @Override
  public InternalRow corrupt(Refusal refusal) {
    return QueryRows.corrupt(task.spec(), facts, refusal);
  }

  @Override
  public void close() throws IOException {
    if (raw != null) {
      raw.close();
    }
  }
}
