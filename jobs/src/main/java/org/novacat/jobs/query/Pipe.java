package org.novacat.jobs.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Standard output that ends the work with an {@link IOException} when nobody reads it any more, as
 * behind {@code | head}.
 */
final class Pipe extends Writer {
  private final PrintWriter out;

  Pipe(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(text, from, length);
    flush();
  }

  @Override
  public void flush() throws IOException {
    if (out.checkError()) { // flushes too
      throw new IOException("nobody reads standard output");
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
