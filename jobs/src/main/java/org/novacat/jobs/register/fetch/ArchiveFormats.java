package org.novacat.jobs.register.fetch;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.ArchiveFile.InflationGuard;
import org.novacat.jobs.register.source.RejectedException;

/**
 * Zip by its central directory, tar.gz as a stream. Links, devices and encrypted members are given
 * like others and refused when their bytes are asked for.
 */
final class ArchiveFormats {
  private ArchiveFormats() {}

  static void zip(Path file, FetchLimits limits, ArchiveFile.EntryConsumer entries)
      throws IOException, RejectedException {
    ZipDirectory.check(file, limits);
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      Enumeration<ZipArchiveEntry> all = zip.getEntriesInPhysicalOrder();
      while (all.hasMoreElements()) {
        ZipArchiveEntry entry = all.nextElement();
        if (!entry.isDirectory() || entry.getSize() > 0) {
          entries.entry(entry.getName(), guard -> zipMember(zip, entry, guard));
        }
      }
    }
  }

  private static Fetched zipMember(ZipFile zip, ZipArchiveEntry entry, InflationGuard guard)
      throws IOException, RejectedException {
    refuseUnless(!entry.isUnixSymlink() && zip.canReadEntryData(entry));
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      Fetched member = guard.readAll(entry.getName(), in, entry::getCompressedSize);
      if (member.size() != entry.getSize() || sum.getValue() != entry.getCrc()) {
        member.close();
        throw new EOFException(
            "it has %s of %s bytes, or others than its checksum says"
                .formatted(member.size(), entry.getSize()));
      }
      return member;
    }
  }

  static void tarGz(Path file, FetchLimits limits, ArchiveFile.EntryConsumer entries)
      throws IOException, RejectedException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        GzipCompressorInputStream gzip =
            GzipCompressorInputStream.builder()
                .setInputStream(raw)
                .setDecompressConcatenated(true)
                .get();
        Inflated plain = new Inflated(gzip, limits, gzip::getCompressedCount);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name())) {
      int seen = 0;
      for (TarArchiveEntry entry = next(tar, plain); entry != null; entry = next(tar, plain)) {
        if (++seen > limits.maxArchiveEntries()) {
          throw new Inflated.TooFar(
              "it has more than %s members".formatted(limits.maxArchiveEntries()));
        }
        tarEntry(entry, tar, entries);
        passOver(tar);
      }
      plain.drain();
    }
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Inflated plain)
      throws IOException {
    plain.beginHeader();
    TarArchiveEntry entry = tar.getNextEntry();
    plain.endHeader();
    return entry;
  }

  private static void tarEntry(
      TarArchiveEntry entry, TarArchiveInputStream tar, ArchiveFile.EntryConsumer entries)
      throws IOException, RejectedException {
    String name = entry.getName();
    if (!entry.isDirectory()) {
      entries.entry(
          name,
          guard -> {
            refuseUnless(isPlain(entry) && tar.canReadEntryData(entry));
            return guard.readAll(name, tar, () -> Long.MAX_VALUE);
          });
    }
  }

  /** What nobody asked for is passed over as bytes, and counted as it comes out. */
  private static void passOver(TarArchiveInputStream tar) throws IOException {
    long skipped = 1;
    while (skipped > 0) {
      skipped = tar.skip(Long.MAX_VALUE);
    }
  }

  /** A sparse file may be petabytes of nothing. */
  private static boolean isPlain(TarArchiveEntry entry) {
    boolean device = entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
    boolean link = entry.isSymbolicLink() || entry.isLink();
    return entry.isFile() && !device && !link && !entry.isSparse();
  }

  private static void refuseUnless(boolean plainFile) throws IOException {
    if (!plainFile) {
      throw new IOException(
          "it is a link, a device, sparse, encrypted, or packed in an unknown way");
    }
  }

  /**
   * A look at the directory of a zip before a library takes all of it into memory. Its end is found
   * as the library finds it; the entries are counted, not the number believed that stands there.
   */
  private static final class ZipDirectory {
    /** For ten thousand members with ordinary names one megabyte is plenty. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private ZipDirectory() {}

    /**
     * Passes for a directory that is small enough, and for what is no zip: the library says why.
     *
     * @throws Inflated.TooFar when it has too many members, or is too large
     */
    static void check(Path file, FetchLimits limits) throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        long start = start(channel);
        long at = start;
        for (int entries = 0; at >= 0 && isEntry(channel, at); entries++) {
          if (entries >= limits.maxArchiveEntries()) {
            throw new Inflated.TooFar(
                "it has more than %s members".formatted(limits.maxArchiveEntries()));
          }
          if (at - start > MOST_BYTES) {
            throw new Inflated.TooFar("its directory exceeds %s bytes".formatted(MOST_BYTES));
          }
          ByteBuffer lengths = bytes(channel, at + 28, 6);
          at += ENTRY_BYTES + unsigned(lengths, 0) + unsigned(lengths, 2) + unsigned(lengths, 4);
        }
      }
    }

    private static boolean isEntry(FileChannel channel, long at) throws IOException {
      return at + ENTRY_BYTES <= channel.size()
          && bytes(channel, at, 4).getInt(0) == ENTRY_SIGNATURE;
    }

    /** Where the directory begins; -1 when there is none. */
    private static long start(FileChannel channel) throws IOException {
      long size = channel.size();
      int tail = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
      ByteBuffer end = bytes(channel, size - tail, tail);
      for (int at = tail - END_BYTES; at >= 0; at--) {
        if (end.getInt(at) == END_SIGNATURE) {
          long offset = Integer.toUnsignedLong(end.getInt(at + 16));
          return offset == IN_ZIP64 ? zip64Start(channel, size - tail + at) : offset;
        }
      }
      return -1;
    }

    /** The locator lies before the end record and leads to a record with a longer offset. */
    private static long zip64Start(FileChannel channel, long end) throws IOException {
      if (end < 20) {
        return -1;
      }
      long record = bytes(channel, end - 20, 20).getLong(8);
      return record < 0 || record + 56 > channel.size()
          ? -1
          : bytes(channel, record, 56).getLong(48);
    }

    private static int unsigned(ByteBuffer bytes, int at) {
      return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(count).order(LITTLE_ENDIAN);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, at + bytes.position()) < 0) {
          throw new EOFException("the directory of the zip is cut");
        }
      }
      return bytes.flip();
    }
  }

  /**
   * What comes out of a compressed stream, stopped before it is too much: also where a library
   * reads it to pass over a member, or to keep a header in memory.
   */
  static final class Inflated extends FilterInputStream {
    /** More than any honest header of a member needs. */
    static final long HEADER_BYTES = 1L << 20;

    private static final long RATIO_FROM_BYTES = 1L << 20;

    private final FetchLimits limits;
    private final LongSupplier compressed;
    private long total;
    private long headerEnd = Long.MAX_VALUE;

    /**
     * @param compressed bytes taken from the archive so far
     */
    Inflated(InputStream in, FetchLimits limits, LongSupplier compressed) {
      super(in);
      this.limits = limits;
      this.compressed = compressed;
    }

    /** From here on a header is read, which has an end. */
    void beginHeader() {
      headerEnd = total + HEADER_BYTES;
    }

    /** From here on bytes of a member are read. */
    void endHeader() {
      headerEnd = Long.MAX_VALUE;
    }

    /** Reads what is left: a checksum stands at the end. */
    void drain() throws IOException {
      byte[] buffer = new byte[1 << 16];
      int n = 0;
      while (n >= 0) {
        n = read(buffer, 0, buffer.length);
      }
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      return value < 0 ? value : counted(1) == 1 ? value : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return counted(in.read(buffer, offset, length));
    }

    /** Bytes passed over are read, and so counted. */
    @Override
    public long skip(long count) throws IOException {
      byte[] buffer = new byte[(int) Math.min(Math.max(count, 0), 1 << 16)];
      return Math.max(0, read(buffer, 0, buffer.length));
    }

    private int counted(int n) throws IOException {
      total += Math.max(n, 0);
      if (total > headerEnd) {
        throw new TooFar("the header of a member exceeds %s bytes".formatted(HEADER_BYTES));
      }
      if (total > limits.maxArchiveBytes()) {
        throw new TooFar("all members exceed %s bytes".formatted(limits.maxArchiveBytes()));
      }
      if (total > RATIO_FROM_BYTES
          && total / Math.max(compressed.getAsLong(), 1) > limits.maxRatio()) {
        throw new TooFar("it inflates more than %s-fold".formatted(limits.maxRatio()));
      }
      return n;
    }

    /**
     * An archive asks for more than it may, told through a library that knows {@code IOException}.
     */
    static final class TooFar extends IOException {
      private static final long serialVersionUID = 1L;

      TooFar(String message) {
        super(message);
      }
    }
  }
}
