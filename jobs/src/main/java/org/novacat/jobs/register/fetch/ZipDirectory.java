package org.novacat.jobs.register.fetch;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A look at the directory of a zip before a library takes all of it into memory. Its end is found
 * as the library finds it; the entries are counted, not the number believed that stands there.
 */
final class ZipDirectory {
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
    return at + ENTRY_BYTES <= channel.size() && bytes(channel, at, 4).getInt(0) == ENTRY_SIGNATURE;
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
    return record < 0 || record + 56 > channel.size() ? -1 : bytes(channel, record, 56).getLong(48);
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
