package org.novacat.fits.spark.spectrum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.ProfileRegistry;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.HeaderWalk;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.HadoopSource.ReadAhead;
import org.novacat.fits.spark.file.PlainFile;
import org.novacat.fits.spark.query.CorruptRecord;
import org.novacat.fits.spark.query.Facts;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.HeaderColumn;
import org.novacat.fits.spark.query.QueryRows;
import org.novacat.fits.spark.query.Records;
import org.novacat.fits.spark.query.Task;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.ReadResult.RefusedOrder;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * The spectra of one file, or why it has none. A file that is read and understood, and no spectrum,
 * is a row with a reason in every parse mode; only one that cannot be read is malformed.
 */
public final class SpectrumRecords implements Records<InternalRow> {
  private final Task task;
  private Facts facts;
  private boolean opened;
  private String profile = "";
  private Iterator<InternalRow> rows = List.<InternalRow>of().iterator();

  public SpectrumRecords(Task task) {
    this.task = task;
    this.facts = Facts.of(task.file());
  }

  @Override
  public @Nullable InternalRow next() throws IOException {
    if (!opened) {
      opened = true;
      ReadAhead first = task.spec().filter().isNone() ? ReadAhead.SMALL_FILES : ReadAhead.HEADERS;
      try (HadoopSource raw = task.open(first)) {
        read(raw);
      }
    }
    return rows.hasNext() ? rows.next() : null;
  }

  private void read(HadoopSource raw) throws IOException {
    List<HeaderColumn> headerColumns = task.spec().options().headers();
    if (!headerColumns.isEmpty()) {
      facts = facts.with(headerColumns, headers(raw));
    }
    if (task.spec().filter().rejects(facts)) {
      task.counters().addRejected();
      return;
    }
    facts = task.hashed(facts, raw);
    raw.readAhead(ReadAhead.SMALL_FILES);
    ReadLimits limits = task.spec().options().limits();
    byte[] bytes = raw.all(limits);
    rows =
        new SpectrumReader(ProfileRegistry.standard(), limits)
            .read(task.file().name(), bytes)
            .match(this::rows, this::rows)
            .iterator();
  }

  /** All headers up to the first that is damaged. */
  private List<Header> headers(HadoopSource raw) throws IOException {
    List<Header> headers = new ArrayList<>();
    ReadLimits limits = task.spec().options().limits();
    try {
      ByteSource source = new PlainFile(raw, limits).inflated();
      HeaderWalk walk = new HeaderWalk(source, limits);
      for (Hdu hdu = walk.next(); hdu != null; hdu = walk.next()) {
        headers.add(hdu.header());
      }
    } catch (RefusedException e) {
      return headers;
    }
    return headers;
  }

  private List<InternalRow> rows(ReadResult.Read read) {
    return Stream.concat(
            read.spectra().stream().map(spectrum -> row(read, spectrum)),
            read.refused().stream().map(order -> row(read, order)))
        .toList();
  }

  private InternalRow row(ReadResult.Read read, RefusedOrder order) {
    return QueryRows.of(
        task.spec().schema(),
        facts.with(FileColumn.HDU, order.hdu()),
        column -> SpectrumRow.value(read, order, column));
  }

  private InternalRow row(ReadResult.Read read, SourceSpectrum spectrum) {
    return QueryRows.of(
        task.spec().schema(),
        facts.with(FileColumn.HDU, spectrum.hdu()),
        column -> SpectrumRow.value(read, spectrum, column));
  }

  private List<InternalRow> rows(ReadResult.Rejected rejected) {
    profile = rejected.profile();
    if (isMalformed(rejected.refusal())) {
      throw new RefusedException(rejected.refusal());
    }
    return List.of(
        QueryRows.of(task.spec().schema(), facts, column -> SpectrumRow.value(rejected, column)));
  }

  private static boolean isMalformed(Refusal refusal) {
    return switch (refusal.reason()) {
      case UNREADABLE, CHECKSUM_MISMATCH, LIMIT_EXCEEDED, TIMED_OUT, OTHER -> true;
      case UNKNOWN_PROFILE,
          MISSING_CRITICAL_METADATA,
          COORDINATE_PROXIMITY,
          INVALID_AXIS,
          INVALID_FLUX,
          UNKNOWN_UNITS,
          NOT_A_SPECTRUM ->
          false;
    };
  }

  @Override
  public InternalRow corrupt(Refusal refusal) {
    ReadResult.Rejected rejected = new ReadResult.Rejected(refusal, "", "", profile);
    String corrupt = task.spec().options().corruptColumn();
    return QueryRows.of(
        task.spec().schema(),
        facts,
        column ->
            column.equals(corrupt)
                ? CorruptRecord.row(refusal)
                : SpectrumRow.value(rejected, column));
  }

  @Override
  public void close() {}
}
