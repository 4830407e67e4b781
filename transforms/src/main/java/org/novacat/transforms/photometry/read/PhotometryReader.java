package org.novacat.transforms.photometry.read;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.format.Formats;
import org.novacat.transforms.photometry.read.format.RowExcerpts;
import org.novacat.transforms.photometry.read.plan.Planner;
import org.novacat.transforms.photometry.read.row.RowReader;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.read.upload.Unpacked;
import org.novacat.transforms.photometry.read.upload.Upload;
import org.novacat.transforms.photometry.text.SourceText;

/**
 * Reads an upload of any format the specification knows, told by content before name. Equal uploads
 * and settings give equal rows in equal order; nothing is kept between calls, so one reader serves
 * many threads.
 */
public final class PhotometryReader {
  private final ReadSettings settings;

  public PhotometryReader(ReadSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads a file; its rows go to the sink in their order while they are read. Whatever fails
   * inside, the sink included, refuses this file and throws nothing but errors of the machine.
   *
   * @throws CancellationException when the thread is interrupted; the interruption stays
   * @return {@code Read} when all rows went to the sink, else {@code Refused}: what the sink took
   *     then does not count
   */
  public PhotometryRead read(Upload upload, RowSink sink) {
    try {
      return rows(Opened.of(upload, settings), sink);
    } catch (UploadRefusedException e) {
      return new PhotometryRead.Refused(e.refusal(), null, RowTally.NONE);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return new PhotometryRead.Refused(
          FileRefusals.readerFailed(upload.name(), e), null, RowTally.NONE);
    }
  }

  /**
   * Takes the rows of an upload apart, for several novae, into pieces that stand in for it: each is
   * a file in ECSV that gives those rows as the upload gives them, but for their numbers.
   *
   * @param pieces how many
   * @param owner the piece that a row of the upload belongs to; negative when it is in none
   * @throws IllegalArgumentException when the upload has no table
   */
  public List<byte[]> excerpts(Upload upload, int pieces, IntUnaryOperator owner) {
    try {
      return RowExcerpts.of(Opened.of(upload, settings).table(), pieces, owner);
    } catch (UploadRefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private PhotometryRead rows(Opened opened, RowSink sink) {
    Upload upload = opened.upload();
    RawTable table = opened.table();
    Planner.Plan plan =
        new Planner(upload.name(), table, upload.sidecar(), settings)
            .plan(opened.encoding(), opened.lines());
    if (plan.refusal() != null) {
      return new PhotometryRead.Refused(plan.refusal(), plan.understanding(), RowTally.NONE);
    }
    RowCursor cursor = table.rows().open();
    sink.begin(plan.understanding(), cursor::raw);
    RowReader reader = new RowReader(plan.rows(), settings.now(), sink);
    long lines = 0;
    while (cursor.next()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while reading '%s'".formatted(upload.name()));
      }
      if (++lines > settings.maxRows()) {
        return refused(
            FileRefusals.tooLarge(upload.name(), settings.maxRows(), "rows"), plan, reader.tally());
      }
      reader.read(cursor);
    }
    RowTally tally = reader.tally();
    if (lines == 0) {
      return refused(FileRefusals.noRows(upload.name()), plan, tally);
    }
    FileRefusal hopeless = FileRefusals.hopeless(upload.name(), tally);
    return hopeless == null
        ? new PhotometryRead.Read(plan.understanding(), tally)
        : refused(hopeless, plan, tally);
  }

  private static PhotometryRead refused(FileRefusal why, Planner.Plan plan, RowTally tally) {
    return new PhotometryRead.Refused(why, plan.understanding(), tally);
  }

  /**
   * An upload taken apart, before its columns mean anything.
   *
   * @param upload as it is when unpacked
   * @param encoding charset of the file; "binary" for binary formats
   * @param lines whether its rows are lines of the bytes that were uploaded
   */
  private record Opened(Upload upload, RawTable table, String encoding, boolean lines) {
    /** UTF-16 is made into a string of as many bytes and then into UTF-8, in turn. */
    private static final int TRANSCODED = 3;

    /**
     * Unpacks an upload and finds its table.
     *
     * @throws RefusedException when it has none
     */
    static Opened of(Upload packed, ReadSettings settings) {
      Held held = new Held(packed.name(), settings);
      held.bytes(packed.bytes().length);
      Opened opened = opened(packed, Unpacked.of(packed, settings, held), settings, held);
      held.columns(opened.table.columns().size());
      return opened;
    }

    private static Opened opened(Upload packed, Upload upload, ReadSettings settings, Held held) {
      if (SourceText.begins(upload.bytes(), 'S', 'I', 'M', 'P', 'L', 'E', ' ', ' ', '=')) {
        return new Opened(upload, Formats.foreign(upload, settings.fits(), held), "binary", false);
      }
      SourceText text = SourceText.of(upload.bytes());
      held.bytes(text.bytes() == upload.bytes() ? 0 : TRANSCODED * (long) text.bytes().length);
      if (text.isBlank()) {
        throw new UploadRefusedException(
            FileRefusalCode.EMPTY_FILE,
            "Cannot read '%s': it is empty".formatted(upload.name()),
            "Upload it again");
      }
      if (text.isBinary()) {
        throw UploadRefusedException.unrecognized(
            upload.name(),
            "it is neither text nor FITS",
            "Upload a table as text, VOTable or FITS");
      }
      RawTable table = Formats.open(new TextUpload(upload, text, settings, held));
      boolean lines = table.rows().areLines() && text.bytes() == packed.bytes();
      return new Opened(upload, table, text.encoding(), lines);
    }
  }
}
