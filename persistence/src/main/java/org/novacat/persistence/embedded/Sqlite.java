package org.novacat.persistence.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.novacat.persistence.failure.UsageException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Connections to SQLite files, as we use them. */
final class Sqlite {
  /** How long a request waits for another process to end its transaction. */
  private static final int BUSY_MILLIS = 5_000;

  private Sqlite() {}

  /** A connection that may write; each commit is on the disk before it returns. */
  static Connection writer(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    Connection connection = connect(config, file);
    // The log alone grows: see TableFile for why.
    run(connection, "PRAGMA wal_autocheckpoint=0");
    return connection;
  }

  /** A connection that cannot write, and so leaves the log alone when it is the last to close. */
  static Connection reader(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return connect(config, file);
  }

  private static Connection connect(SQLiteConfig config, Path file) throws SQLException {
    NativeLibrary.prepare();
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /**
   * Checks that this program has SQLite: the uber-jar has not.
   *
   * @throws UsageException when it has not
   */
  static void require(Path folder) {
    try {
      Class.forName("org.sqlite.JDBC");
    } catch (ClassNotFoundException e) {
      throw new UsageException(
          "Cannot use the embedded table in '%s': this jar has no SQLite, being made for clusters (name a table with --dynamodb-endpoint, which takes 'aws')"
              .formatted(folder));
    }
  }

  /** Carries out one statement that returns nothing we want. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one text that a statement returns; "" when there is none. */
  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String text = row.next() ? row.getString(1) : null;
      return text == null ? "" : text;
    }
  }

  /** The one number that a statement returns. */
  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
