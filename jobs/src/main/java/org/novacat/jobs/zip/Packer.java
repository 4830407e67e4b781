package org.novacat.jobs.zip;

import java.io.IOException;
import java.io.OutputStream;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentSum;
import org.novacat.transforms.deflate.RawDeflate;

/** Packs entries one after the other, each to where it is told. */
final class Packer {
  /** What may be nobody's word: certainly no more than 32 bits when packed, however badly. */
  private static final long MOST_UNKNOWN = ZipRecords.MOST - (1 << 22);

  private final Target target = new Target();
  private final RawDeflate compressing = RawDeflate.compressing(target);
  private final RawDeflate storing = RawDeflate.storing(target);

  /**
   * What came of an entry.
   *
   * @param packed how many bytes were written
   */
  record Packed(ContentSum sum, long crc, long packed) {}

  /** How an entry is packed: one just below 4 GiB is stored, so that its packed length is known. */
  static Packing packing(EntryName name, Content content) {
    long length = length(content);
    boolean isNearLimit = length > MOST_UNKNOWN && length <= ZipRecords.MOST;
    return isNearLimit ? Packing.STORED : Packing.of(name);
  }

  /** Whether more than 32 bits will say how long an entry is, or how long it is packed. */
  static boolean isLong(EntryName name, Content content) {
    long length = length(content);
    return packing(name, content) == Packing.STORED
        ? RawDeflate.storedLength(length) > ZipRecords.MOST
        : length > ZipRecords.MOST;
  }

  /** 0 where it is not known: then it may not be more than 32 bits say. */
  private static long length(Content content) {
    return content instanceof Content.Measured measured ? measured.length() : 0;
  }

  /**
   * Packs an entry.
   *
   * @throws IllegalArgumentException when its length was not known, and is more than may be
   * @throws org.novacat.persistence.store.ContentBroken if the content cannot be had or is not as
   *     long as it says
   * @throws IOException what {@code out} throws
   */
  Packed pack(EntryName name, Content content, OutputStream out) throws IOException {
    CountedStream counted = new CountedStream(out);
    target.out = counted;
    RawDeflate deflate = packing(name, content) == Packing.STORED ? storing : compressing;
    long most = content instanceof Content.Measured ? Long.MAX_VALUE : MOST_UNKNOWN;
    EntryBody body = new EntryBody(name, deflate, most);
    ContentSum sum = ContentSum.written(name.path(), content, body);
    deflate.finish();
    return new Packed(sum, body.crc(), counted.count());
  }

  /** Where the entry goes that is packed now. */
  private static final class Target extends OutputStream {
    private OutputStream out = OutputStream.nullOutputStream();

    @Override
    public void write(int one) throws IOException {
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      out.write(bytes, offset, count);
    }
  }
}
