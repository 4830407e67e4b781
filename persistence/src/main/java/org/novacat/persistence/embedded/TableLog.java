package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The log of an open table: whether it is whole, and where it ends. SQLite takes the first frame
 * whose sum is wrong for its end and says nothing, as it must after a crash; what lies behind can
 * be of three kinds. A writer that was killed leaves frames that go on rightly, to the mark of its
 * commit at most: no damage, and cut off before anyone writes over a part of them. Where the power
 * failed, frames of the last transaction are missing, in front of its mark. All else is damage.
 * Used by one thread at a time.
 */
final class TableLog {
  private final Path file;
  private final Path log;
  private final Connection reader;
  private final long frameBytes;

  /**
   * The log beside a file.
   *
   * @param reader has read from the file; not the connection that writes, which cannot be asked
   *     inside its transaction
   */
  TableLog(Path file, Connection reader) throws SQLException {
    this.file = file;
    this.log = TableFolder.log(file);
    this.reader = reader;
    this.frameBytes = Frames.FRAME_HEADER + Sqlite.number(reader, "PRAGMA page_size");
  }

  /**
   * Looks behind the end of the log as SQLite sees it; does nothing more where there is nothing.
   *
   * @param writer keeps others from writing meanwhile
   * @throws org.novacat.persistence.failure.StoreRefusedException when commits lie behind damage
   */
  void check(Connection writer) throws SQLException {
    long size = size();
    if (size == 0 || size <= endOf(committed())) {
      return;
    }
    // Others may be writing; now they are not.
    Sqlite.run(writer, "BEGIN IMMEDIATE");
    try (Frames frames = Frames.open(log, frameBytes)) {
      checkBehind(frames, committed());
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      Sqlite.run(writer, "ROLLBACK");
    }
  }

  private void checkBehind(Frames frames, long good) throws IOException {
    int marks = 0;
    boolean missing = false;
    for (long i = frames.endOfChain(good); i < frames.count(); i++) {
      missing |= frames.isMissing(i);
      marks += frames.isMark(i) ? 1 : 0;
    }
    if (marks > (missing ? 1 : 0)) {
      throw SqliteFailures.damaged(
          file, "its log is whole up to frame " + good + " only, and goes on behind", null);
    }
  }

  /**
   * Cuts off what a killed writer left behind the last commit. Called by whoever keeps others from
   * writing, before it writes: were a part of those frames written over, the rest could not be told
   * from damage.
   */
  void cut() throws SQLException {
    long size = size();
    long wanted = size == 0 ? 0 : endOf(committed());
    if (size > wanted) {
      try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
        channel.truncate(wanted);
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
  }

  private long endOf(long frames) {
    return frames == 0 ? 0 : Frames.HEADER + frames * frameBytes;
  }

  /** Frames up to the last commit, as all who have the file open know it. */
  private long committed() throws SQLException {
    try (Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
      if (!row.next() || row.getInt(1) != 0 || row.getLong(2) < 0) {
        throw new SQLException("cannot ask for the end of the log");
      }
      return row.getLong(2);
    }
  }

  private long size() throws SQLException {
    try {
      return Files.size(log);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static SQLException unreadable(IOException e) {
    return new SQLException("cannot read the log: " + e.getMessage(), e);
  }
}
