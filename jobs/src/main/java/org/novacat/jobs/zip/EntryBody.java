package org.novacat.jobs.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import org.novacat.transforms.deflate.RawDeflate;

/** Takes the bytes of one entry, and sums them on their way. */
final class EntryBody extends OutputStream {
  private final EntryName name;
  private final RawDeflate deflate;
  private final long most;
  private final CRC32 crc = new CRC32();
  private long length;

  /**
   * @param most how many bytes the entry may have
   */
  EntryBody(EntryName name, RawDeflate deflate, long most) {
    this.name = name;
    this.deflate = deflate;
    this.most = most;
  }

  long crc() {
    return crc.getValue();
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    length += count;
    if (length > most) {
      throw new IllegalArgumentException(
          "Cannot add entry '%s': it has more than %s bytes, and nobody said so before (give content of known length)"
              .formatted(name, most));
    }
    crc.update(bytes, offset, count);
    deflate.write(bytes, offset, count);
  }
}
