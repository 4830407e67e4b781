package org.novacat.persistence.store.s3;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Cuts what is written into parts, and sends each when it is full and more comes; the last, which
 * may be the only one, is left for the caller. One part is in memory.
 */
final class PartStream extends OutputStream {
  /**
   * So many parts have the same length as those of content of known length; more are more than 60
   * GiB.
   */
  static final int SMALL_PARTS = 4_000;

  /** What each part after these has: then 9,000 parts take more than 500 GiB. */
  static final int LARGE_PART = 6 * S3Uploads.PART;

  private static final int FIRST_BUFFER = 1 << 16;

  private final Upload upload;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int count;

  PartStream(Upload upload) {
    this.upload = upload;
  }

  /** By its number alone, so that equal bytes have equal parts, and so equal ETags. */
  static int partSize(int number) {
    return number <= SMALL_PARTS ? S3Uploads.PART : LARGE_PART;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int done = 0; done < length; ) {
      int size = partSize(upload.parts() + 1);
      if (count == size) {
        upload.send(buffer, count);
        count = 0;
        continue; // the next may have another size
      }
      int some = Math.min(length - done, size - count);
      makeRoom(count + some, size);
      System.arraycopy(bytes, offset + done, buffer, count, some);
      count += some;
      done += some;
    }
  }

  private void makeRoom(int wanted, int most) {
    if (wanted > buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(most, Math.max(wanted, 2L * buffer.length)));
    }
  }

  /** The bytes that were not sent, {@link #left} of them, at its beginning. */
  byte[] buffer() {
    return buffer;
  }

  int left() {
    return count;
  }
}
