package org.novacat.jobs.photometry.upload;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntFunction;

/** Cuts an upload of several novae into one piece for each. */
final class Splitter {
  private final UploadFile upload;
  private final Owners owners;

  /**
   * A file for one nova.
   *
   * @param suffix what its name has behind that of the upload
   */
  record Piece(byte[] bytes, String suffix) {}

  Splitter(UploadFile upload, Owners owners) {
    this.upload = upload;
    this.owners = owners;
  }

  /**
   * A text is cut into lines, a piece when it is asked for: each has its own rows, byte for byte
   * and in their order, between all lines that are no rows, such as header and comments.
   */
  IntFunction<Piece> lines() {
    Lines lines = Lines.of(upload.file().bytes());
    return number -> piece(number, lines);
  }

  private Piece piece(int number, Lines lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int line = 1; line <= lines.count(); line++) {
      int owner = owners.of(line);
      if (owner == number || owner == Owners.OF_ALL) {
        out.write(upload.file().bytes(), lines.start(line), lines.end(line) - lines.start(line));
      }
    }
    return new Piece(out.toByteArray(), "");
  }

  /** Rows that are no lines are written as ECSV. */
  IntFunction<Piece> excerpts(int pieces) {
    List<byte[]> written = upload.reader().excerpts(upload.file(), pieces, owners::of);
    return number -> new Piece(written.get(number), ".ecsv");
  }
}
