package org.novacat.transforms.photometry.read.table;

/**
 * Lines of a text that are no rows.
 *
 * @param header names of columns, and what stands around them
 * @param comments lines behind a comment sign, and commands
 * @param blank lines without a cell that says anything
 */
public record LineTally(int header, int comments, int blank) {
  /** No lines. */
  public static final LineTally NONE = new LineTally(0, 0, 0);

  /** All of them. */
  public int lines() {
    return header + comments + blank;
  }

  /** These and others. */
  public LineTally and(LineTally other) {
    return new LineTally(header + other.header, comments + other.comments, blank + other.blank);
  }

  /** With one more line of a header. */
  public LineTally andHeader() {
    return new LineTally(header + 1, comments, blank);
  }

  /** With one more comment. */
  public LineTally andComment() {
    return new LineTally(header, comments + 1, blank);
  }

  /** With one more line that says nothing. */
  public LineTally andBlank() {
    return new LineTally(header, comments, blank + 1);
  }
}
