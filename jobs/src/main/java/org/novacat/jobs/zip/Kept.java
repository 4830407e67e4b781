package org.novacat.jobs.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Keeps what is written in memory, up to a limit; all or nothing. */
final class Kept extends OutputStream {
  private final int most;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean isWhole = true;

  /**
   * @param most how many bytes are kept
   */
  Kept(int most) {
    this.most = most;
  }

  boolean isWhole() {
    return isWhole;
  }

  void writeTo(OutputStream out) throws IOException {
    bytes.writeTo(out);
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int count) {
    if (isWhole && count <= most - bytes.size()) {
      bytes.write(from, offset, count);
    } else {
      isWhole = false;
      bytes.reset();
    }
  }
}
