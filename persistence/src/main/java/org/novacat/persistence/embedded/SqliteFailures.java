package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;

/** What an error of SQLite means (sqlite.org/rescode.html): wait, or what a person can do. */
final class SqliteFailures {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int PROTOCOL = 15;
  private static final int NOTADB = 26;

  /** SQLite needs a page of its log and of its index at least. */
  private static final long NO_ROOM = 1 << 20;

  private SqliteFailures() {}

  static RuntimeException of(Path file, SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case BUSY, LOCKED, PROTOCOL ->
          new TransientStoreException(
              Effect.NONE,
              "another process is writing to '" + file + "'",
              "wait until that process is done, then run the command again",
              e);
      case FULL -> full(file, e);
      case IOERR -> isFull(file) ? full(file, e) : unusable(file, "its disk failed", e);
      case READONLY, CANTOPEN -> denied(file, e);
      case CORRUPT, NOTADB -> damaged(file, String.valueOf(e.getMessage()), e);
      default -> unusable(file, "SQLite refused", e);
    };
  }

  private static RuntimeException denied(Path file, SQLException e) {
    if (isFull(file)) {
      return full(file, e);
    }
    return new StoreRefusedException(
        "Cannot use the table in '%s': the file or its folder may not be written (make both writable for you; the table writes beside its file too)"
            .formatted(file),
        e);
  }

  private static RuntimeException full(Path file, SQLException e) {
    return new StoreUnreachableException(
        "Cannot write to the table in '%s': the disk is full (make room and run the command again; what was committed is kept)"
            .formatted(file),
        e);
  }

  /** Of a file that SQLite finds damaged, in its words. */
  static RuntimeException damaged(Path file, String how, @Nullable SQLException e) {
    return new StoreRefusedException(
        "Cannot use the table in '%s': the file is damaged: %s (put a copy of the workspace in its place, or make it anew from its raw files as docs/operations.md says)"
            .formatted(file, how),
        e);
  }

  private static RuntimeException unusable(Path file, String what, SQLException e) {
    return new StoreUnreachableException(
        "Cannot use the table in '%s': %s: %s (look at the disk, then run the command again; what was committed is kept)"
            .formatted(file, what, e.getMessage()),
        e);
  }

  private static boolean isFull(Path file) {
    try {
      return Files.getFileStore(file.resolveSibling(".")).getUsableSpace() < NO_ROOM;
    } catch (IOException e) {
      return false;
    }
  }
}
