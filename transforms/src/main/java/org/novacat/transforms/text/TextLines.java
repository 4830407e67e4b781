package org.novacat.transforms.text;

/**
 * Walks the lines of a text, numbered from 1; CR LF, LF and CR end a line alike, and a text that
 * does not end with one has a last line all the same.
 */
public final class TextLines {
  private final SourceText source;
  private final byte[] bytes;
  private int start;
  private int end;
  private int next;
  private int number;

  /** Before the first line. */
  public TextLines(SourceText source) {
    this.source = source;
    this.bytes = source.bytes();
    this.next = source.start();
  }

  /** Goes to the next line; false when there is none. */
  public boolean next() {
    if (next >= bytes.length) {
      return false;
    }
    start = next;
    end = ByteScan.lineEnd(bytes, start);
    boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
    next = end + (pair ? 2 : 1);
    number++;
    return true;
  }

  /** A walk of its own that is where this one is. */
  public TextLines copy() {
    TextLines copy = new TextLines(source);
    copy.start = start;
    copy.end = end;
    copy.next = next;
    copy.number = number;
    return copy;
  }

  /** A walk of its own that has this line before it. */
  public TextLines before() {
    TextLines copy = copy();
    copy.next = start;
    copy.number = number - 1;
    return copy;
  }

  /** Whether it may be a name and its value, divided by a colon or an equals sign. */
  public boolean mayBePair() {
    int first = first();
    if (!(first >= 'A' && first <= 'Z') && !(first >= 'a' && first <= 'z')) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (bytes[i] == ':' || bytes[i] == '=') {
        return true;
      }
      if (bytes[i] >= '0' && bytes[i] <= '9') {
        return false;
      }
    }
    return false;
  }

  /** The number of this line, from 1. */
  public int number() {
    return number;
  }

  /** This line without its end. */
  public String text() {
    return new String(bytes, start, end - start, source.charset());
  }

  /** Where this line begins in the bytes. */
  public int start() {
    return start;
  }

  /** Where the next line begins, behind the end of this one. */
  public int nextStart() {
    return Math.min(next, bytes.length);
  }

  /** Whether this line has nothing but blanks. */
  public boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != 0x1A) {
        return false;
      }
    }
    return true;
  }

  /** The first byte that is no blank; −1 when there is none. */
  public int first() {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t') {
        return bytes[i];
      }
    }
    return -1;
  }
}
