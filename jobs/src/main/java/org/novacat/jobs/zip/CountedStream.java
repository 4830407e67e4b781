package org.novacat.jobs.zip;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Knows how many bytes went through it; closing it closes nothing. */
final class CountedStream extends FilterOutputStream {
  private long count;

  CountedStream(OutputStream out) {
    super(out);
  }

  long count() {
    return count;
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    count++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    count += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
