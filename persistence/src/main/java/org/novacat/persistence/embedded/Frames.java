package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The frames of a log as they lie on the disk (sqlite.org/fileformat2.html, section 4). The sum of
 * each goes on from that of the one before, so that a run of frames with right sums is what one
 * writer wrote, in order.
 */
final class Frames implements AutoCloseable {
  static final int HEADER = 32;
  static final int FRAME_HEADER = 24;

  private static final int SUMMED_OF_HEADER = 24;
  private static final int SUMMED_OF_FRAME_HEADER = 8;
  private static final int BIG_ENDIAN_SUMS = 0x377f0683;

  private final FileChannel channel;
  private final long frameBytes;
  private final ByteBuffer header;
  private final long firstSalts;

  private Frames(FileChannel channel, long frameBytes) throws IOException {
    this.channel = channel;
    this.frameBytes = frameBytes;
    this.header = read(0, HEADER);
    this.firstSalts = read(HEADER, FRAME_HEADER).getLong(8);
  }

  static Frames open(Path log, long frameBytes) throws IOException {
    FileChannel channel = FileChannel.open(log, StandardOpenOption.READ);
    try {
      return new Frames(channel, frameBytes);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The number of whole frames. */
  long count() throws IOException {
    return Math.max(0, (channel.size() - HEADER) / frameBytes);
  }

  /** The first frame from {@code first} on whose sum does not go on from the one before. */
  long endOfChain(long first) throws IOException {
    long sum = first == 0 ? sumOfHeader() : read(at(first - 1), FRAME_HEADER).getLong(16);
    long end = count();
    for (long i = first; i < end; i++) {
      ByteBuffer frame = read(at(i), (int) frameBytes);
      sum = sum(sum, frame, 0, SUMMED_OF_FRAME_HEADER);
      sum = sum(sum, frame, FRAME_HEADER, (int) frameBytes);
      if (sum != frame.getLong(16) || frame.getLong(8) != header.getLong(16)) {
        return i;
      }
    }
    return end;
  }

  /** No sum of a frame goes on from a header that is damaged. */
  private long sumOfHeader() {
    long sum = sum(0, header, 0, SUMMED_OF_HEADER);
    return sum == header.getLong(SUMMED_OF_HEADER) ? sum : ~sum;
  }

  /** Whether a frame never came to the disk. */
  boolean isMissing(long frame) throws IOException {
    return read(at(frame), FRAME_HEADER).getInt(0) == 0;
  }

  /** Whether a frame ends a transaction of this log, or did before it was damaged. */
  boolean isMark(long frame) throws IOException {
    ByteBuffer one = read(at(frame), FRAME_HEADER);
    boolean ours = one.getLong(8) == header.getLong(16) || one.getLong(8) == firstSalts;
    return ours && one.getInt(0) != 0 && one.getInt(4) != 0;
  }

  private long at(long frame) {
    return HEADER + frame * frameBytes;
  }

  /** Two sums in one number, the first above; the words' order is told by the log's header. */
  private long sum(long before, ByteBuffer bytes, int from, int to) {
    boolean big = header.getInt(0) == BIG_ENDIAN_SUMS;
    ByteBuffer words =
        bytes.duplicate().order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int first = (int) (before >>> 32);
    int second = (int) before;
    for (int i = from; i < to; i += 8) {
      first += words.getInt(i) + second;
      second += words.getInt(i + 4) + first;
    }
    return ((long) first << 32) | Integer.toUnsignedLong(second);
  }

  private ByteBuffer read(long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {}
    return buffer;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
