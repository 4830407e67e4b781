package org.novacat.jobs.zip;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.zip.Packer.Packed;
import org.novacat.jobs.zip.ZipRecords.Entry;
import org.novacat.jobs.zip.ZipRecords.Sums;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentBroken;

/**
 * Writes a zip file to a stream that cannot go back, entry by entry, in the order in which they are
 * added. Equal entries give equal bytes on every machine: times, modes and the way of packing are
 * fixed ({@link Packing}), and the compression is our own (decision 0026). Memory is flat but for
 * some 200 bytes an entry, and 16 MiB behind the first 4 GiB. Where a number needs more than 32
 * bits, the file is one of zip64.
 *
 * <p>Not for several threads. What fails leaves half a file, which can only be thrown away.
 */
public final class ZipFileWriter {
  private static final int BUFFER = 1 << 16;

  /** How much of an entry is kept in memory to know its sums before it is written. */
  private static final int KEPT = 16 << 20;

  private final CountedStream out;
  private final long ahead;
  private final int kept;
  private final Packer packer = new Packer();
  private final TakenNames names = new TakenNames();
  private final List<Entry> entries = new ArrayList<>();
  private boolean isOpen = true;

  /**
   * Begins a file.
   *
   * @param out takes its bytes, and stays open
   */
  public ZipFileWriter(OutputStream out) {
    this(out, ZipRecords.MOST, KEPT);
  }

  /**
   * @param ahead of entries from here on the sums stand before the bytes
   * @param kept how many bytes of one are kept in memory
   */
  ZipFileWriter(OutputStream out, long ahead, int kept) {
    this.out = new CountedStream(new BufferedOutputStream(out, BUFFER));
    this.ahead = ahead;
    this.kept = kept;
  }

  /**
   * Adds an entry. Its content is read or written once; behind the first 4 GiB of the file twice
   * where it has more than 16 MiB when it is packed.
   *
   * @param content of known length, or streamed and then less than 4 GiB
   * @return its length and sums
   * @throws IllegalArgumentException when an entry has that name already, upper and lower case
   *     being one, or streamed content is too long
   * @throws ContentBroken if the content cannot be had, is not as long as it says, or is another
   *     each time
   * @throws IOException what the stream throws
   * @throws IllegalStateException when the file is finished, or adding failed before
   */
  public ZippedEntry add(EntryName name, Content content) throws IOException {
    requireOpen();
    names.take(name);
    isOpen = false; // until this entry is whole
    Entry entry = out.count() < ahead ? sumsBehind(name, content) : sumsAhead(name, content);
    entries.add(entry);
    isOpen = true;
    return new ZippedEntry(
        name, entry.packed().sum().length(), entry.packed().sum().sha256(), entry.packed().crc());
  }

  private Entry sumsBehind(EntryName name, Content content) throws IOException {
    Sums sums = Packer.isLong(name, content) ? Sums.BEHIND_LONG : Sums.BEHIND;
    long offset = out.count();
    out.write(ZipRecords.before(name, sums));
    Entry entry = new Entry(name, sums, offset, packer.pack(name, content, out));
    out.write(ZipRecords.behind(entry));
    return entry;
  }

  /**
   * Debian's unzip takes the sums behind an entry for long ones when its place needs 64 bits, other
   * readers when its length does; so here nothing may stand behind.
   */
  private Entry sumsAhead(EntryName name, Content content) throws IOException {
    Kept whole = new Kept(kept);
    Packed packed = packer.pack(name, content, whole);
    Entry entry = new Entry(name, Sums.AHEAD, out.count(), packed);
    out.write(ZipRecords.before(entry));
    if (whole.isWhole()) {
      whole.writeTo(out);
    } else if (!packer.pack(name, content, out).equals(packed)) {
      throw new ContentBroken(
          "Cannot add entry '%s': its content was another when it was asked for again (see to the source)"
              .formatted(name),
          null);
    }
    return entry;
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
    for (Entry entry : entries) {
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
