package org.novacat.transforms.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts a line into cells. One object serves all lines of a file: it keeps where the cells are and
 * makes a string of a cell only when that is asked for.
 *
 * <p>A cell may stand in double quotes, with blanks around them, and holds its delimiter and
 * doubled quotes then (RFC 4180); a quote inside a bare cell is a character like others. Blanks
 * around cells do not count.
 */
public final class Cells {
  /** The delimiter that stands for any run of blanks and tabs. */
  public static final char BLANKS = ' ';

  private final char delimiter;
  private String line = "";
  private int[] from = new int[32];
  private int[] to = new int[32];
  private int size;
  private boolean open;

  /** Where a number was found last: rows have it in the same cell. */
  private int numbered;

  /** Cells between such characters. */
  public Cells(char delimiter) {
    this.delimiter = delimiter;
  }

  /** Cuts a line; what was cut before is forgotten. */
  public Cells cut(String text) {
    line = text;
    size = 0;
    open = false;
    int at = delimiter == BLANKS ? skipBlanks(0) : 0;
    if (delimiter == BLANKS && at == line.length()) {
      return this;
    }
    while (at >= 0) {
      at = readCell(at);
    }
    return this;
  }

  /** How many cells there are; none in an empty line of blanks, one in any other empty line. */
  public int size() {
    return size;
  }

  /** Whether the last cell began with a quote that the line does not close. */
  public boolean isOpen() {
    return open;
  }

  /** The text of a cell without quotes and blanks around it; "" beyond the last. */
  public String cell(int index) {
    if (index >= size) {
      return "";
    }
    int begin = from[index];
    if (begin < 0) {
      return line.substring(-begin, to[index]).replace("\"\"", "\"").strip();
    }
    return line.substring(begin, to[index]);
  }

  /** Whether a cell is surely a number, a date or a time of day. */
  public boolean hasNumber() {
    if (numbered < size && isBetweenFigures(numbered)) {
      return true;
    }
    for (int i = 0; i < size; i++) {
      if (isNumber(i)) {
        numbered = i;
        return true;
      }
    }
    return false;
  }

  /** No name of a column has a figure at both ends; in most rows this is all that is looked at. */
  private boolean isBetweenFigures(int index) {
    int begin = Math.abs(from[index]);
    int end = to[index];
    return begin < end && isFigure(line.charAt(begin)) && isFigure(line.charAt(end - 1));
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isNumber(int index) {
    boolean digits = false;
    for (int i = Math.abs(from[index]); i < to[index]; i++) {
      char c = line.charAt(i);
      if (c > ':' || (c < '+' && c != ' ' && c != '\t')) {
        return false;
      }
      digits |= isFigure(c);
    }
    // 2450000+ is what a header takes off its times.
    return digits && line.charAt(to[index] - 1) != '+';
  }

  /** Where a cell begins in the line, with its quote if it has one. */
  public int start(int index) {
    return from[index] < 0 ? -from[index] - 1 : from[index];
  }

  /** The texts of all cells. */
  public List<String> texts() {
    return IntStream.range(0, size).mapToObj(this::cell).toList();
  }

  /** Whether all cells from this one on are empty. */
  public boolean isEmptyFrom(int index) {
    for (int i = index; i < size; i++) {
      if (to[i] > Math.abs(from[i])) {
        return false;
      }
    }
    return true;
  }

  /** Reads one cell from where it begins; where the next begins, or −1 after the last. */
  private int readCell(int at) {
    int begin = skipBlanks(at);
    if (begin < line.length() && line.charAt(begin) == '"') {
      int close = close(begin + 1);
      int after = close < 0 ? line.length() : skipBlanks(close + 1);
      if (close < 0 || ends(after, close + 1)) {
        open = close < 0;
        add(-(begin + 1), open ? line.length() : close);
        return following(after);
      }
    }
    return bare(begin);
  }

  private int bare(int begin) {
    int end = begin;
    while (end < line.length() && !isDelimiter(line.charAt(end))) {
      end++;
    }
    int last = end;
    while (last > begin && isBlank(line.charAt(last - 1))) {
      last--;
    }
    add(begin, last);
    return following(delimiter == BLANKS ? skipBlanks(end) : end);
  }

  private int following(int after) {
    if (after >= line.length()) {
      return -1;
    }
    return delimiter == BLANKS ? after : after + 1;
  }

  private boolean ends(int at, int close) {
    return at >= line.length() || (delimiter == BLANKS ? at > close : line.charAt(at) == delimiter);
  }

  /** The quote that closes a cell; −1 when none does. */
  private int close(int at) {
    int i = line.indexOf('"', at);
    while (i >= 0 && i + 1 < line.length() && line.charAt(i + 1) == '"') {
      i = line.indexOf('"', i + 2);
    }
    return i;
  }

  private boolean isDelimiter(char c) {
    return delimiter == BLANKS ? c == ' ' || c == '\t' : c == delimiter;
  }

  private boolean isBlank(char c) {
    return (c == ' ' || c == '\t' || c == '\u00A0') && c != delimiter;
  }

  private int skipBlanks(int at) {
    int i = at;
    while (i < line.length()
        && (delimiter == BLANKS ? isDelimiter(line.charAt(i)) : isBlank(line.charAt(i)))) {
      i++;
    }
    return i;
  }

  private void add(int begin, int end) {
    if (size == from.length) {
      from = Arrays.copyOf(from, size * 2);
      to = Arrays.copyOf(to, size * 2);
    }
    from[size] = begin;
    to[size++] = end;
  }
}
