package org.novacat.jobs.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Text of unknown origin as a terminal may have it. Names of novae and of files can hold characters
 * that move the cursor, change colours or turn the direction of what follows, so that a line shows
 * what it does not say. They stand as JSON escapes, {@code \}{@code u001b}; all other text, of
 * whatever script, stays.
 */
public final class Visible {
  private Visible() {}

  /** One line of a terminal, or one cell of a table: line ends and tabs are escaped too. */
  public static String line(String text) {
    if (text.chars().noneMatch(c -> isHidden((char) c) || Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(line, point));
    return line.toString();
  }

  private static void append(StringBuilder line, int point) {
    boolean lone = point <= Character.MAX_VALUE && Character.isSurrogate((char) point);
    if (lone || (point <= Character.MAX_VALUE && isHidden((char) point))) {
      line.append(escaped((char) point));
    } else {
      line.appendCodePoint(point);
    }
  }

  /** Whether a terminal would act on the character, or show the others in another order. */
  static boolean isHidden(char c) {
    return Character.isISOControl(c)
        || c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  static String escaped(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }

  /**
   * The last gate before a terminal: what {@link Visible} hides is escaped in all that is written,
   * but for line ends and tabs. The escapes are those of JSON, so that JSON Lines stay JSON and say
   * the same.
   */
  public static final class VisibleWriter extends FilterWriter {
    /** A carriage return that is no line end moves the cursor; which it is, the next one tells. */
    private boolean returned;

    public VisibleWriter(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      write(text.toCharArray(), from, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      StringBuilder visible = new StringBuilder(length + 16);
      for (int i = from; i < from + length; i++) {
        append(visible, text[i]);
      }
      out.append(visible);
    }

    private void append(StringBuilder visible, char c) {
      if (returned) {
        visible.append(c == '\n' ? "\r" : Visible.escaped('\r'));
      }
      returned = c == '\r';
      if (c == '\n' || c == '\t' || !Visible.isHidden(c)) {
        visible.append(c);
      } else if (!returned) {
        visible.append(Visible.escaped(c));
      }
    }

    @Override
    public void close() throws IOException {
      if (returned) {
        out.append(Visible.escaped('\r'));
        returned = false;
      }
      super.close();
    }
  }
}
