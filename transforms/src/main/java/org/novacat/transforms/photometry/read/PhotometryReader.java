package org.novacat.transforms.photometry.read;

import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
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
   * inside, the sink included, refuses this file and throws nothing.
   *
   * @return {@code Read} when all rows went to the sink, else {@code Refused}: what the sink took
   *     then does not count
   */
  public PhotometryRead read(Upload upload, RowSink sink) {
    try {
      return readUnpacked(Unpacked.of(upload, settings), sink);
    } catch (RefusedException e) {
      return new PhotometryRead.Refused(e.refusal(), null, Tally.NONE);
    } catch (RuntimeException | StackOverflowError e) {
      return new PhotometryRead.Refused(
          FileRefusals.readerFailed(upload.name(), e), null, Tally.NONE);
    }
  }

  private PhotometryRead readUnpacked(Upload upload, RowSink sink) {
    boolean fits = Unpacked.begins(upload.bytes(), 'S', 'I', 'M', 'P', 'L', 'E', ' ', ' ', '=');
    if (fits) {
      return rows(upload, Foreign.table(upload, settings.fits()), "binary", sink);
    }
    SourceText text = SourceText.of(upload.bytes());
    if (text.isBlank()) {
      throw new RefusedException(
          FileRefusalCode.EMPTY_FILE,
          "Cannot read '%s': it is empty".formatted(upload.name()),
          "Upload it again");
    }
    if (text.isBinary()) {
      throw new RefusedException(
          FileRefusalCode.UNRECOGNIZED_FORMAT,
          "Cannot read '%s': it is neither text nor FITS".formatted(upload.name()),
          "Upload a table as text, VOTable or FITS");
    }
    RawTable table = Formats.open(new Input(upload, text, settings));
    return rows(upload, table, text.encoding(), sink);
  }

  private PhotometryRead rows(Upload upload, RawTable table, String encoding, RowSink sink) {
    Planner.Plan plan =
        new Planner(upload.name(), table, upload.sidecar(), settings).plan(encoding);
    if (plan.refusal() != null) {
      return new PhotometryRead.Refused(plan.refusal(), plan.understanding(), Tally.NONE);
    }
    sink.begin(plan.understanding());
    RowReader reader = new RowReader(plan.rows(), settings.now(), sink);
    RowCursor cursor = table.rows().open();
    long lines = 0;
    while (cursor.next()) {
      if (++lines > settings.maxRows()) {
        return refused(
            FileRefusals.tooLarge(upload.name(), settings.maxRows(), "rows"), plan, reader.tally());
      }
      reader.read(cursor);
    }
    Tally tally = reader.tally();
    if (lines == 0) {
      return refused(FileRefusals.noRows(upload.name()), plan, tally);
    }
    FileRefusal hopeless = FileRefusals.hopeless(upload.name(), tally);
    return hopeless == null
        ? new PhotometryRead.Read(plan.understanding(), tally)
        : refused(hopeless, plan, tally);
  }

  private static PhotometryRead refused(FileRefusal why, Planner.Plan plan, Tally tally) {
    return new PhotometryRead.Refused(why, plan.understanding(), tally);
  }
}
