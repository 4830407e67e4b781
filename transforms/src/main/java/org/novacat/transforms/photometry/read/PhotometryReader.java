package org.novacat.transforms.photometry.read;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntUnaryOperator;
import org.novacat.transforms.photometry.read.format.RowExcerpts;
import org.novacat.transforms.photometry.read.row.RowSink;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.upload.FileRefusals;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.Upload;

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
      return new SectionsReader(OpenedUpload.of(upload, settings), settings, sink).read();
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
      return RowExcerpts.of(OpenedUpload.of(upload, settings).table(), pieces, owner);
    } catch (UploadRefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
