package org.novacat.transforms.photometry.read;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.text.SourceText;

/**
 * Reads an upload of any format the specification knows, told by content before name. Equal uploads
 * and settings give equal rows in equal order; nothing is kept between calls, so one reader serves
 * many threads.
 */
public final class PhotometryReader {
  /** Reasons that do not speak against a file, however many rows have them. */
  private static final Set<RowRejectionCode> HARMLESS =
      EnumSet.of(
          RowRejectionCode.NO_MEASUREMENT,
          RowRejectionCode.DUPLICATE,
          RowRejectionCode.BAND_EXCLUDED,
          RowRejectionCode.OBJECT_UNRESOLVED);

  private final ReadSettings settings;

  public PhotometryReader(ReadSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads a file; its rows go to the sink in their order while they are read.
   *
   * @return {@code Read} when all rows went to the sink, else {@code Refused}: what the sink took
   *     then does not count
   */
  public PhotometryRead read(Upload upload, RowSink sink) {
    try {
      return readUnpacked(Unpacked.of(upload, settings), sink);
    } catch (RefusedException e) {
      return new PhotometryRead.Refused(e.refusal(), null, Tally.NONE);
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
        return refused(tooManyRows(upload.name()), plan, reader.tally());
      }
      reader.read(cursor);
    }
    Tally tally = reader.tally();
    if (lines == 0) {
      return refused(FileRefusals.noRows(upload.name()), plan, tally);
    }
    return isHopeless(tally)
        ? refused(tooManyRejected(upload.name(), tally), plan, tally)
        : new PhotometryRead.Read(plan.understanding(), tally);
  }

  private static PhotometryRead refused(FileRefusal why, Planner.Plan plan, Tally tally) {
    return new PhotometryRead.Refused(why, plan.understanding(), tally);
  }

  private FileRefusal tooManyRows(String name) {
    return new FileRefusal(
        FileRefusalCode.FILE_TOO_LARGE,
        "Cannot read '%s': it has more than %d rows".formatted(name, settings.maxRows()),
        "Upload it in parts");
  }

  private static boolean isHopeless(Tally tally) {
    long against = 0;
    for (Map.Entry<RowRejectionCode, Long> entry : tally.rejected().entrySet()) {
      against += HARMLESS.contains(entry.getKey()) ? 0 : entry.getValue();
    }
    return against * 2 > tally.rows();
  }

  private static FileRefusal tooManyRejected(String name, Tally tally) {
    List<String> counts = new ArrayList<>();
    tally.ordered().forEach((code, count) -> counts.add(count + " " + code));
    boolean ambiguous = tally.rejected().containsKey(RowRejectionCode.EPOCH_AMBIGUOUS);
    boolean unit = tally.rejected().containsKey(RowRejectionCode.UNIT_UNKNOWN);
    return new FileRefusal(
        FileRefusalCode.TOO_MANY_REJECTED_ROWS,
        "Cannot use '%s': %d of %d rows were rejected (%s)"
            .formatted(name, tally.rejectedRows(), tally.rows(), String.join(", ", counts)),
        ambiguous
            ? "Say how times count in a sidecar: \"time-system\": \"HJD\", \"time-offset\": 2400000"
            : unit
                ? "Say the unit of the flux in a sidecar: \"unit\": \"mJy\""
                : "Look at the rejected rows and upload the file mended");
  }
}
