package org.novacat.jobs.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Standard output for commands that print much: it ends their work with an {@link IOException} when
 * it cannot be written any more, as when nobody reads on behind {@code | head}. How the process
 * ends then is {@link StandardOutput}'s to say.
 */
public final class Pipe extends Writer {
  private final PrintWriter out;

  /** Text on a command's standard output. */
  public Pipe(PrintWriter out) {
    this.out = out;
  }

  /** Bytes on the process's standard output; to be given in large pieces. */
  public static OutputStream bytes() {
    PrintStream out = System.out;
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        flush();
      }

      @Override
      public void flush() throws IOException {
        check(out.checkError()); // flushes too
      }
    };
  }

  /** Whether it is of no use to print more. */
  public static boolean isClosed(PrintWriter out) {
    return out.checkError();
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    out.write(text, from, length);
    flush();
  }

  @Override
  public void flush() throws IOException {
    check(out.checkError()); // flushes too
  }

  private static void check(boolean failed) throws IOException {
    if (failed) {
      throw new IOException("standard output cannot be written");
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
