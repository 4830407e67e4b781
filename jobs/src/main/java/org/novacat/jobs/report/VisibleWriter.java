package org.novacat.jobs.report;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * The last gate before a terminal: what {@link Visible} hides is escaped in all that is written,
 * but for line ends and tabs. The escapes are those of JSON, so that JSON Lines stay JSON and say
 * the same.
 */
public final class VisibleWriter extends FilterWriter {
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
