package org.novacat.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalInt;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.failure.TableMissingException;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource;

/**
 * The embedded table of a workspace. Its folder may be copied at any moment, moved and removed; a
 * copy is a table of its own.
 *
 * @param folder where its files are
 * @param table its name
 */
public record EmbeddedTables(Path folder, String table) implements TableSource {
  /** A file that another process recovers or writes to is waited for. */
  private static final Retrier RETRIER =
      new Retrier(RetryPolicy.PROMPT, Waits.silent(Pause.REAL), () -> {});

  private static final String SCHEMA =
      """
      CREATE TABLE item (
        pk TEXT NOT NULL, sk TEXT NOT NULL, gsi1pk TEXT, gsi1sk TEXT, expires INTEGER,
        attributes TEXT NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID;
      CREATE INDEX eligibility ON item (gsi1pk, gsi1sk) WHERE gsi1pk IS NOT NULL;
      CREATE INDEX expiry ON item (expires) WHERE expires IS NOT NULL;
      CREATE TABLE token (
        token TEXT PRIMARY KEY, writes INTEGER NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID;
      PRAGMA application_id = %s;
      PRAGMA user_version = %s""";

  @Override
  public Table open() {
    return open(Renewal.LEAST_BYTES, Clock.systemUTC());
  }

  /** The same with a log of another length and another time, for tests. */
  Table open(long logBytes, Clock clock) {
    Sqlite.require(folder);
    return RETRIER.ask("open it", () -> opened(logBytes, clock));
  }

  private Table opened(long logBytes, Clock clock) {
    TableFolder files = files();
    OptionalInt newest = files.newest();
    if (newest.isEmpty()) {
      throw new TableMissingException(table);
    }
    try {
      return new EmbeddedTable(
          TableFile.open(files, newest.getAsInt()), new Renewal(logBytes), clock);
    } catch (SQLException e) {
      throw SqliteFailures.of(files.file(newest.getAsInt()), e);
    }
  }

  @Override
  public Init init() {
    Sqlite.require(folder);
    try {
      open().close();
      return Init.ALREADY_THERE;
    } catch (TableMissingException missing) {
      return RETRIER.ask("make it", this::created);
    }
  }

  /**
   * Looks through the whole file.
   *
   * @return its name and size, for people
   * @throws StoreRefusedException when it is damaged
   */
  public String examine() {
    return RETRIER.ask("look through it", this::examined);
  }

  private String examined() {
    TableFolder files = files();
    Path file = files.file(files.newest().orElseThrow(() -> new TableMissingException(table)));
    opened(Renewal.LEAST_BYTES, Clock.systemUTC()).close();
    try (Connection reader = Sqlite.reader(file)) {
      String found = Sqlite.text(reader, "PRAGMA quick_check(1)");
      if (!found.equals("ok")) {
        throw SqliteFailures.damaged(file, found, null);
      }
      long bytes = Files.size(file) + Files.size(TableFolder.log(file));
      return "%s: %s bytes with its log, sound".formatted(file, bytes);
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    } catch (IOException e) {
      return file + ": sound";
    }
  }

  private Init created() {
    Path file = files().file(1);
    try {
      Files.createDirectories(folder);
      return create(file);
    } catch (IOException e) {
      throw new StoreRefusedException(
          "Cannot make the table in '%s': %s (name a folder that can be written)"
              .formatted(folder, e),
          e);
    } catch (SQLException e) {
      throw SqliteFailures.of(file, e);
    }
  }

  /** Of many that do this at once, one makes the table and the others find it made. */
  private static Init create(Path file) throws SQLException {
    Connection maker = Sqlite.writer(file);
    try {
      Init result = create(maker);
      Sqlite.run(maker, "PRAGMA journal_mode = WAL");
      // Somebody may have written already: the last to close must not touch the log.
      try (Connection last = Sqlite.reader(file)) {
        Sqlite.number(last, "SELECT count(*) FROM sqlite_schema");
        maker.close();
      }
      return result;
    } finally {
      maker.close();
    }
  }

  private static Init create(Connection maker) throws SQLException {
    Sqlite.run(maker, "BEGIN EXCLUSIVE");
    if (Sqlite.number(maker, "PRAGMA application_id") != 0) {
      Sqlite.run(maker, "ROLLBACK");
      return Init.ALREADY_THERE;
    }
    String schema = SCHEMA.formatted(TableFile.APPLICATION_ID, TableFile.SCHEMA);
    for (String statement : schema.split(";\\s*")) {
      Sqlite.run(maker, statement);
    }
    Sqlite.run(maker, "COMMIT");
    return Init.CREATED;
  }

  private TableFolder files() {
    return new TableFolder(folder, table);
  }
}
