package org.novacat.jobs.zip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentSum;
import org.novacat.transforms.deflate.RawDeflate;

/**
 * Writes a zip file to a stream that cannot go back, entry by entry, in the order in which they are
 * added. Equal entries give equal bytes on every machine: times, modes and the way of packing are
 * fixed ({@link Packing}), and the compression is our own (decision 0026). Memory is flat but for
 * some 200 bytes an entry. Where a number needs more than 32 bits, the file is one of zip64.
 *
 * <p>Not for several threads. What fails leaves half a file, which can only be thrown away.
 */
public final class ZipFileWriter {
  private static final int BUFFER = 1 << 16;

  /** Certainly no more than 32 bits when packed, however badly; longer ones are counted before. */
  private static final long SURELY_SHORT = ZipRecords.MOST - (1 << 22);

  private final CountedStream out;
  private final RawDeflate compressing;
  private final RawDeflate storing;
  private final TakenNames names = new TakenNames();
  private final List<ZipRecords.Entry> entries = new ArrayList<>();
  private boolean isOpen = true;

  /**
   * Begins a file.
   *
   * @param out takes its bytes, and stays open
   */
  public ZipFileWriter(OutputStream out) {
    this.out = new CountedStream(new BufferedOutputStream(out, BUFFER));
    compressing = RawDeflate.compressing(this.out);
    storing = RawDeflate.storing(this.out);
  }

  /**
   * Adds an entry, whose content is read or written once.
   *
   * @param content of known length, or streamed and then less than 4 GiB
   * @return its length and sums
   * @throws IllegalArgumentException when an entry has that name already, upper and lower case
   *     being one, or streamed content is too long
   * @throws org.novacat.persistence.store.ContentBroken if the content cannot be had or is not as
   *     long as it says
   * @throws IOException what the stream throws
   * @throws IllegalStateException when the file is finished, or adding failed before
   */
  public ZippedEntry add(EntryName name, Content content) throws IOException {
    requireOpen();
    names.take(name);
    isOpen = false; // until this entry is whole
    long length = content instanceof Content.Measured measured ? measured.length() : -1;
    boolean isStored = Packing.of(name) == Packing.STORED || isNearLimit(length);
    boolean isLong = (isStored ? RawDeflate.storedLength(length) : length) > ZipRecords.MOST;
    EntryBody body =
        new EntryBody(
            name, isStored ? storing : compressing, length < 0 ? SURELY_SHORT : Long.MAX_VALUE);
    long offset = out.count();
    out.write(ZipRecords.before(name, isLong));
    long begin = out.count();
    ContentSum sum = ContentSum.written(name.path(), content, body);
    (isStored ? storing : compressing).finish();
    end(new ZipRecords.Entry(name, isLong, offset, body.crc(), sum.length(), out.count() - begin));
    return new ZippedEntry(name, sum.length(), sum.sha256(), body.crc());
  }

  /** Then it is stored, so that it is known before whether 32 bits say how long it is packed. */
  private static boolean isNearLimit(long length) {
    return length > SURELY_SHORT && length <= ZipRecords.MOST;
  }

  private void end(ZipRecords.Entry entry) throws IOException {
    out.write(ZipRecords.behind(entry));
    entries.add(entry);
    isOpen = true;
  }

  /**
   * Writes the directory, which makes a whole file of it; the stream is flushed.
   *
   * @throws IllegalStateException when the file is finished, or adding failed before
   */
  public void finish() throws IOException {
    requireOpen();
    isOpen = false;
    long offset = out.count();
    for (ZipRecords.Entry entry : entries) {
      out.write(ZipRecords.line(entry));
    }
    out.write(ZipRecords.end(entries.size(), offset, out.count() - offset));
    out.flush();
  }

  private void requireOpen() {
    if (!isOpen) {
      throw new IllegalStateException(
          "Cannot go on with a zip file: it is finished, or an entry failed (write it anew)");
    }
  }
}
