package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.failure.UsageException;

/**
 * One SQLite file, open. What is committed goes to the end of its log and nothing else in file or
 * log ever changes, so that a copy of the two, made at any moment and in any order, is the table as
 * it was at some moment of the copying. SQLite would move the log into the file when it is long and
 * when the last user leaves: the first is switched off, the second does not happen while the last
 * connection to close is one that cannot write.
 */
final class TableFile {
  /** "Nova", so that {@code file} and we know our own. */
  static final int APPLICATION_ID = 0x4E6F7661;

  static final int SCHEMA = 1;

  /** Work with one connection. */
  @FunctionalInterface
  interface Work<T> {
    T with(SqliteRows rows) throws SQLException;
  }

  /** The file is no longer the table: another one has taken its place. */
  static final class Replaced extends Exception {}

  private final TableFolder folder;
  private final int number;
  private final Path path;
  private final @Nullable Object identity;
  private final SqliteRows writer;
  private final Connection last;
  private final TableLog log;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Deque<SqliteRows> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private TableFile(
      TableFolder folder, int number, Connection writer, Connection last, TableLog log) {
    this.folder = folder;
    this.number = number;
    this.path = folder.file(number);
    this.identity = identity(path);
    this.writer = new SqliteRows(writer);
    this.last = last;
    this.log = log;
  }

  /**
   * Opens a file that is whole.
   *
   * @throws TableMissingException when it is empty, as one whose maker was killed
   * @throws UsageException when it is not one of ours, or of a newer novacat
   */
  static TableFile open(TableFolder folder, int number) throws SQLException {
    Path path = folder.file(number);
    checkNotEmptied(path);
    Connection writer = Sqlite.writer(path);
    try {
      Connection last = Sqlite.reader(path);
      try {
        return opened(folder, number, writer, last);
      } catch (SQLException | RuntimeException e) {
        // In this order, so that the log of a file that is refused is left as it is.
        writer.close();
        last.close();
        throw e;
      }
    } catch (SQLException | RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  private static TableFile opened(
      TableFolder folder, int number, Connection writer, Connection last) throws SQLException {
    Path path = folder.file(number);
    // It has a hold of the file only when it has read from it.
    Sqlite.number(last, "SELECT count(*) FROM sqlite_schema");
    check(writer, folder.table(), path);
    // Where its maker was killed in between; else this does nothing.
    Sqlite.run(writer, "PRAGMA journal_mode = WAL");
    TableLog log = new TableLog(path, last);
    log.check(writer);
    return new TableFile(folder, number, writer, last, log);
  }

  /** SQLite takes an empty file for a new one, and removes the log beside it. */
  private static void checkNotEmptied(Path path) {
    // In this order: another process may be making both.
    long logBytes = TableFolder.log(path).toFile().length();
    if (logBytes > 0 && path.toFile().length() == 0) {
      throw SqliteFailures.damaged(path, "it is empty, and its log is not", null);
    }
  }

  private static void check(Connection connection, String table, Path path) throws SQLException {
    long id = Sqlite.number(connection, "PRAGMA application_id");
    long schema = Sqlite.number(connection, "PRAGMA user_version");
    if (id == 0 && Sqlite.number(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
      throw new TableMissingException(table);
    }
    if (id != APPLICATION_ID) {
      throw new UsageException(
          "Cannot use table '%s': '%s' is an SQLite file of another program (move it away, or name another workspace)"
              .formatted(table, path));
    }
    if (schema > SCHEMA) {
      throw new UsageException(
          "Cannot use table '%s': '%s' has layout %s, this novacat knows %s (use the newer novacat)"
              .formatted(table, path, schema, SCHEMA));
    }
  }

  int number() {
    return number;
  }

  Path path() {
    return path;
  }

  TableFolder folder() {
    return folder;
  }

  /** Whether the file still lies where it was opened and no other has taken its place. */
  boolean isCurrent() {
    Object now = identity(path);
    boolean there = identity == null ? Files.exists(path) : identity.equals(now);
    return there && !Files.exists(folder.file(number + 1));
  }

  /** Device and inode; null where the file system has none, and when there is no file. */
  private static @Nullable Object identity(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  /** Reads, as of some moment during the call. */
  <T> T read(Work<T> work) throws SQLException {
    SqliteRows rows = idle.pollFirst();
    SqliteRows used = rows == null ? new SqliteRows(Sqlite.reader(path)) : rows;
    try {
      return work.with(used);
    } finally {
      idle.addFirst(used);
      if (closed) {
        closeIdle();
      }
    }
  }

  /**
   * Writes all that the work writes, or nothing when it throws.
   *
   * @throws Replaced when the file is no longer the table; nothing was written
   */
  <T> T write(Work<T> work) throws SQLException, Replaced {
    writing.lock();
    try {
      Sqlite.run(writer.connection(), "BEGIN IMMEDIATE");
      return written(work);
    } finally {
      writing.unlock();
    }
  }

  private <T> T written(Work<T> work) throws SQLException, Replaced {
    try {
      if (!isCurrent()) {
        throw new Replaced();
      }
      log.cut();
      T result = work.with(writer);
      Sqlite.run(writer.connection(), "COMMIT");
      return result;
    } catch (SQLException | RuntimeException | Replaced e) {
      rollBack(e);
      throw e;
    }
  }

  /** Where the disk is full, SQLite has done it already, and says that it cannot. */
  private void rollBack(Exception why) {
    try {
      Sqlite.run(writer.connection(), "ROLLBACK");
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  /** Ends all use; what other threads are reading now ends by itself. */
  void close() throws SQLException {
    writing.lock();
    try {
      closed = true;
      writer.close();
      closeIdle();
      last.close();
    } finally {
      writing.unlock();
    }
  }

  private void closeIdle() throws SQLException {
    for (SqliteRows rows = idle.pollFirst(); rows != null; rows = idle.pollFirst()) {
      rows.close();
    }
  }
}
