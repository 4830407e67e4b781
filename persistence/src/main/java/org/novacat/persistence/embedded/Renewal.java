package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.novacat.persistence.embedded.TableFile.Replaced;
import org.novacat.persistence.failure.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a new file, without a log, in the place of one whose log has grown. The new one is written
 * under another name while nobody can write to the old one, and becomes the table by one renaming;
 * whoever dies before leaves a draft that is swept away, whoever dies after leaves nothing.
 */
final class Renewal {
  /** A log below this is read back in no time. */
  static final long LEAST_BYTES = 64L << 20;

  private static final Logger log = LoggerFactory.getLogger(Renewal.class);

  private final long leastBytes;
  private volatile long notBefore;

  Renewal(long leastBytes) {
    this.leastBytes = leastBytes;
  }

  /** Renews the file when its log is longer than itself. That it cannot is no failure. */
  void ifDue(TableFile file) {
    long logBytes = 0;
    try {
      logBytes = Files.size(TableFolder.log(file.path()));
      if (logBytes > Math.max(notBefore, Math.max(leastBytes, Files.size(file.path())))) {
        renew(file);
      }
    } catch (IOException | SQLException | PersistenceException e) {
      // Where there is no room for it, say, each write would copy the table in vain.
      notBefore = 2 * logBytes;
      log.atWarn().setCause(e).log("The embedded table keeps its long log for now");
    } catch (Replaced e) {
      log.debug("Another process renewed the embedded table");
    }
  }

  private static void renew(TableFile file) throws IOException, SQLException, Replaced {
    Path draft = file.folder().draft(file.number() + 1);
    try {
      file.write(
          nobodyElse -> {
            copy(file, draft);
            publish(draft, file.folder().file(file.number() + 1));
            return draft;
          });
      file.folder().sweep(file.number() + 1);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void copy(TableFile file, Path draft) throws SQLException {
    String quoted = draft.toString().replace("'", "''");
    file.read(
        rows -> {
          Sqlite.run(rows.connection(), "VACUUM INTO '" + quoted + "'");
          return draft;
        });
    try (Connection whole = Sqlite.writer(draft)) {
      Sqlite.run(whole, "PRAGMA journal_mode = WAL");
    }
  }

  private static void publish(Path draft, Path target) throws SQLException {
    try {
      force(draft, StandardOpenOption.WRITE);
      TableFolder.deleteLog(target);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      force(target.resolveSibling("."), StandardOpenOption.READ);
    } catch (IOException e) {
      throw new SQLException("cannot put '" + target + "' in place", e);
    }
  }

  private static void force(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
