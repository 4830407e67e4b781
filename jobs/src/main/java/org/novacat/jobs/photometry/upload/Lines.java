package org.novacat.jobs.photometry.upload;

import org.novacat.transforms.photometry.text.SourceText;
import org.novacat.transforms.photometry.text.TextLines;

/** Where the lines of a text begin, counted from 1 as readers count them. */
final class Lines {
  private final int[] starts;
  private final int end;

  private Lines(int[] starts, int end) {
    this.starts = starts;
    this.end = end;
  }

  /** The lines of a text that is not transcoded. */
  static Lines of(byte[] bytes) {
    TextLines walk = new TextLines(SourceText.of(bytes));
    Ints starts = new Ints();
    while (walk.next()) {
      // What stands before the first line, such as a byte order mark, goes with it.
      starts.add(starts.size() == 0 ? 0 : walk.start());
    }
    return new Lines(starts.toArray(), bytes.length);
  }

  int count() {
    return starts.length;
  }

  /** Where line {@code number} begins. */
  int start(int number) {
    return starts[number - 1];
  }

  /** Where the line behind it begins. */
  int end(int number) {
    return number == starts.length ? end : starts[number];
  }
}
