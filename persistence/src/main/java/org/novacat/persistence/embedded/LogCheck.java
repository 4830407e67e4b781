package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Whether the log of a table is whole. SQLite takes the first frame whose sum is wrong for the end
 * of the log and says nothing, as it must after a crash; but behind the frames that a killed writer
 * leaves there is no mark of a commit, behind damage there is (sqlite.org/fileformat2.html, section
 * 4). Where the power failed, frames may be missing in front of a mark; those are zeros.
 */
final class LogCheck {
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;

  private final long frameBytes;
  private final long good;

  private LogCheck(long frameBytes, long good) {
    this.frameBytes = frameBytes;
    this.good = good;
  }

  /**
   * Looks behind the end of the log as SQLite sees it; does nothing more where there is nothing.
   *
   * @param writer keeps others from writing meanwhile, and so cannot be asked itself
   * @throws org.novacat.persistence.failure.StoreRefusedException when commits lie behind damage
   */
  static void check(Connection writer, Connection reader, Path file) throws SQLException {
    try {
      Path log = TableFolder.log(file);
      if (!Files.exists(log) || of(reader).frames(Files.size(log)) == 0) {
        return;
      }
      // Others may be writing; now they are not.
      Sqlite.run(writer, "BEGIN IMMEDIATE");
      try {
        of(reader).checkBehind(log, file);
      } finally {
        Sqlite.run(writer, "ROLLBACK");
      }
    } catch (IOException e) {
      throw new SQLException("cannot read the log: " + e.getMessage(), e);
    }
  }

  private static LogCheck of(Connection reader) throws SQLException {
    long page = Sqlite.number(reader, "PRAGMA page_size");
    try (Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
      return new LogCheck(FRAME_HEADER + page, row.next() ? Math.max(0, row.getLong(2)) : 0);
    }
  }

  /** Whole frames behind the good ones. */
  private long frames(long logBytes) {
    return Math.max(0, (logBytes - HEADER) / frameBytes - good);
  }

  private void checkBehind(Path log, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
      long salts = read(channel, HEADER - 16, 8).getLong(0);
      long firstSalts = read(channel, HEADER, FRAME_HEADER).getLong(8);
      long behind = frames(channel.size());
      for (long i = good; i < good + behind; i++) {
        ByteBuffer frame = read(channel, HEADER + i * frameBytes, FRAME_HEADER);
        if (frame.getInt(0) == 0) {
          return;
        }
        boolean ours = frame.getLong(8) == salts || frame.getLong(8) == firstSalts;
        if (ours && frame.getInt(4) != 0) {
          throw SqliteFailures.damaged(
              file, "its log is whole up to frame " + good + " only, and goes on behind", null);
        }
      }
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) > 0) {}
    return buffer;
  }
}
