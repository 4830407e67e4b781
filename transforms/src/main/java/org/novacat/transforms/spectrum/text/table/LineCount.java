package org.novacat.transforms.spectrum.text.table;

/**
 * What the lines of a file are; they add up to all of them.
 *
 * @param all lines of the file
 * @param header lines with names, units, or names and values, that are no remarks
 * @param comment remarks
 * @param blank lines without anything
 * @param accepted rows
 * @param rejected lines among the rows that are none
 */
public record LineCount(int all, int header, int comment, int blank, int accepted, int rejected) {
  /** Where rows are no lines. */
  public static final LineCount NONE = new LineCount(0, 0, 0, 0, 0, 0);

  public LineCount {
    if (all != header + comment + blank + accepted + rejected) {
      throw new IllegalArgumentException(
          "Cannot account for lines: %s are not %s + %s + %s + %s + %s"
              .formatted(all, header, comment, blank, accepted, rejected));
    }
  }

  /** For people. */
  public String words() {
    return "%s lines = %s header + %s comment + %s blank + %s accepted + %s rejected"
        .formatted(all, header, comment, blank, accepted, rejected);
  }

  /** The same with some rows rejected after all. */
  public LineCount reject(int rows) {
    return new LineCount(all, header, comment, blank, accepted - rows, rejected + rows);
  }
}
