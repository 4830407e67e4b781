package org.novacat.fits.spark.table;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.HadoopSource.ReadAhead;
import org.novacat.fits.spark.query.Constants;
import org.novacat.fits.spark.query.CorruptRecord;
import org.novacat.fits.spark.query.Facts;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.Records;
import org.novacat.fits.spark.query.Task;
import org.novacat.layouts.spectrum.Refusal;

/** The rows of one file's table, or a range of them, as columns. */
public final class TableRecords implements Records<ColumnarBatch> {
  private final Task task;
  private Facts facts;
  private boolean opened;
  private @Nullable FitsTableFile file;
  private @Nullable TableColumns columns;
  private @Nullable BlockReader blocks;

  public TableRecords(Task task) {
    this.task = task;
    this.facts = Facts.of(task.file());
  }

  @Override
  public @Nullable ColumnarBatch next() throws IOException {
    if (!opened) {
      opened = true;
      open();
    }
    RowBlock block = blocks == null ? null : blocks.next();
    return block == null || columns == null ? null : columns.batch(block, facts);
  }

  private void open() throws IOException {
    FitsOptions options = task.spec().options();
    HadoopSource raw = task.open(firstReadAhead());
    facts = task.hashed(facts, raw);
    FitsTableFile found = FitsTableFile.open(raw, task.file(), options.hdu(), options.limits());
    file = found;
    facts =
        facts.with(FileColumn.HDU, found.hdu().index()).with(options.headers(), found.headers());
    if (task.spec().filter().rejects(facts)) {
      task.counters().addRejected();
      return;
    }
    raw.readAhead(ReadAhead.SMALL_FILES);
    TableColumns bound = TableColumns.bind(task.spec(), found);
    long rows = task.piece().rows() < 0 ? found.hdu().axes()[1] : task.piece().rows();
    columns = bound;
    blocks =
        new BlockReader(
            found,
            bound.stored(),
            bound.checked(task.spec(), found),
            task.piece().firstRow(),
            rows,
            bound.buffer(),
            options.limits());
  }

  /** A file that no filter can reject any more is worth a single request when it is small. */
  private ReadAhead firstReadAhead() {
    return task.spec().asksData() && task.spec().filter().isNone()
        ? ReadAhead.SMALL_FILES
        : ReadAhead.HEADERS;
  }

  @Override
  public ColumnarBatch corrupt(Refusal refusal) {
    List<StructField> fields = List.of(task.spec().schema().fields());
    ColumnVector[] vectors = new ColumnVector[fields.size()];
    for (int i = 0; i < vectors.length; i++) {
      StructField field = fields.get(i);
      boolean why = field.name().equals(task.spec().options().corruptColumn());
      vectors[i] =
          why
              ? CorruptRecord.vector(refusal)
              : Constants.vector(field.dataType(), facts.value(field.name()), 1);
    }
    return new ColumnarBatch(vectors, 1);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
