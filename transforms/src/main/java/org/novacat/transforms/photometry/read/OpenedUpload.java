package org.novacat.transforms.photometry.read;

import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.format.Formats;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.ForeignKind;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.read.upload.Unpacked;
import org.novacat.transforms.photometry.read.upload.Upload;
import org.novacat.transforms.text.SourceText;

/**
 * An upload taken apart, before its columns mean anything.
 *
 * @param upload as it is when unpacked
 * @param encoding charset of the file; "binary" for binary formats
 * @param lines whether its rows are lines of the bytes that were uploaded
 * @param lineCount lines of its text; -1 when its rows are none of a text
 */
record OpenedUpload(Upload upload, RawTable table, String encoding, boolean lines, int lineCount) {
  /** UTF-16 is made into a string of as many bytes and then into UTF-8, in turn. */
  private static final int TRANSCODED = 3;

  /**
   * Unpacks an upload and finds its table.
   *
   * @throws RefusedException when it has none
   */
  static OpenedUpload of(Upload packed, ReadSettings settings) {
    Held held = new Held(packed.name(), settings);
    held.bytes(packed.bytes().length);
    OpenedUpload opened = opened(packed, Unpacked.of(packed, settings, held), settings, held);
    held.columns(opened.table.columns().size());
    return opened;
  }

  private static OpenedUpload opened(
      Upload packed, Upload upload, ReadSettings settings, Held held) {
    if (SourceText.begins(upload.bytes(), 'S', 'I', 'M', 'P', 'L', 'E', ' ', ' ', '=')) {
      return new OpenedUpload(
          upload, Formats.foreign(upload, settings.fits(), held), "binary", false, -1);
    }
    ForeignKind.check(upload);
    SourceText text = SourceText.of(upload.bytes());
    held.bytes(text.bytes() == upload.bytes() ? 0 : TRANSCODED * (long) text.bytes().length);
    check(upload, text);
    Formats.Opened found = Formats.open(new TextUpload(upload, text, settings, held));
    boolean lines = found.table().rows().areLines();
    return new OpenedUpload(
        upload,
        found.table(),
        text.encoding(),
        lines && text.bytes() == packed.bytes(),
        lines ? found.lines() : -1);
  }

  private static void check(Upload upload, SourceText text) {
    if (text.isBlank()) {
      throw new UploadRefusedException(
          FileRefusalCode.EMPTY_FILE,
          "Cannot read '%s': it is empty".formatted(upload.name()),
          "Upload it again");
    }
    if (text.isBinary()) {
      throw UploadRefusedException.unrecognized(
          upload.name(), "it is neither text nor FITS", "Upload a table as text, VOTable or FITS");
    }
  }
}
