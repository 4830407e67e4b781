package org.novacat.persistence.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.novacat.layouts.id.ContentHash;

/** The bytes of an object, which are held against what its item says when the last is read. */
final class VerifiedStream extends FilterInputStream {
  private final Pointer pointer;
  private final MessageDigest digest = ContentHash.sha256();
  private long length;
  private boolean isWhole;

  VerifiedStream(InputStream in, Pointer pointer) {
    super(in);
    this.pointer = pointer;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) throws IOException {
    int n = in.read(buffer, offset, most);
    if (n >= 0) {
      digest.update(buffer, offset, n);
      length += n;
    } else if (!isWhole) {
      check();
    }
    if (length > pointer.byteLength()) {
      throw UnusableObject.ofLength(pointer, length);
    }
    return n;
  }

  private void check() {
    if (length != pointer.byteLength()) {
      throw UnusableObject.ofLength(pointer, length);
    }
    ContentHash found = ContentHash.of(digest);
    if (!found.equals(pointer.sha256())) {
      throw UnusableObject.changed(pointer.key(), pointer.sha256(), found);
    }
    isWhole = true;
  }

  /** Reads, since every byte counts. */
  @Override
  public long skip(long count) throws IOException {
    return Math.max(0, read(new byte[(int) Math.min(count, 1 << 13)]));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
