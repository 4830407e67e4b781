package org.novacat.persistence.embedded;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.embedded.TableFile.Replaced;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.table.Effects;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.TransactionRules;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/**
 * The table in a file. Every read sees all that was committed before it began, by any process; each
 * write is one transaction of SQLite and on the disk when it is answered.
 */
final class EmbeddedTable implements Table {
  /** DynamoDB remembers a token for as long. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  /** Tokens and items whose time is over are removed once in so many transactions. */
  private static final int TRANSACTIONS_PER_SWEEP = 256;

  private final TableFolder folder;
  private final Renewal renewal;
  private final Clock clock;
  private volatile TableFile file;
  private int sinceSweep;

  EmbeddedTable(TableFile file, Renewal renewal, Clock clock) {
    this.folder = file.folder();
    this.file = file;
    this.renewal = renewal;
    this.clock = clock;
  }

  @Override
  public Page read(ItemKey key) {
    TransactionRules.check(key);
    return reading(
        rows -> {
          RawItem item = rows.get(key, now());
          return new Page(item == null ? List.of() : List.of(item), null, 1);
        });
  }

  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    TransactionRules.checkKeys(keys);
    return reading(
        rows -> {
          List<RawItem> found = new ArrayList<>();
          for (ItemKey key : keys) {
            RawItem item = rows.get(key, now());
            if (item != null) {
              found.add(item);
            }
          }
          return new Batch(found, List.of(), keys.size());
        });
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    TransactionRules.check(query);
    return reading(rows -> PageReader.query(rows, query, from, now()));
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    return reading(rows -> PageReader.scan(rows, scan, from, now()));
  }

  @Override
  public List<Scan> split(Scan scan, int parts) {
    return reading(rows -> PageReader.split(rows, scan, parts));
  }

  @Override
  public WriteResult write(Write write) {
    if (write instanceof Write.Check) {
      throw new IllegalArgumentException("Cannot write a check outside a transaction: " + write);
    }
    TransactionRules.check(write.key());
    return writing(
        rows -> {
          RawItem current = rows.get(write.key(), now());
          if (!write.condition().holds(current)) {
            return new WriteResult.Refused(current);
          }
          apply(rows, write, current);
          return new WriteResult.Written(1);
        });
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    TransactionRules.check(writes, token);
    return writing(
        rows -> {
          if (isKnown(rows, token, writes.hashCode())) {
            return new TransactResult.Applied(0);
          }
          List<@Nullable RawItem> current = new ArrayList<>();
          List<Reason> reasons = new ArrayList<>();
          for (Write write : writes) {
            RawItem item = rows.get(write.key(), now());
            current.add(item);
            reasons.add(reason(write, item));
          }
          if (reasons.stream().anyMatch(reason -> reason.code() != Code.NONE)) {
            return new TransactResult.Cancelled(reasons);
          }
          TransactionRules.checkSize(writes, current);
          for (int i = 0; i < writes.size(); i++) {
            apply(rows, writes.get(i), current.get(i));
          }
          remember(rows, token, writes.hashCode());
          return new TransactResult.Applied(2.0 * writes.size());
        });
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (SQLException e) {
      throw SqliteFailures.of(file.path(), e);
    }
  }

  private static Reason reason(Write write, @Nullable RawItem current) {
    return write.condition().holds(current)
        ? new Reason(Code.NONE, null)
        : new Reason(Code.CONDITION_FAILED, current);
  }

  private static void apply(SqliteRows rows, Write write, @Nullable RawItem current)
      throws SQLException {
    RawItem after = Effects.of(write, current);
    if (write instanceof Write.Check) {
      return;
    }
    if (after == null) {
      rows.delete(write.key());
    } else {
      TransactionRules.check(after);
      rows.put(after);
    }
  }

  private boolean isKnown(SqliteRows rows, String token, int writes) throws SQLException {
    PreparedStatement known =
        rows.statement("SELECT writes FROM token WHERE token = ? AND expires > ?");
    known.setString(1, token);
    known.setLong(2, now());
    try (ResultSet row = known.executeQuery()) {
      if (!row.next()) {
        return false;
      }
      if (row.getInt(1) != writes) {
        throw TransactionRules.refused("a token used for another transaction");
      }
      return true;
    }
  }

  private void remember(SqliteRows rows, String token, int writes) throws SQLException {
    if (sinceSweep++ % TRANSACTIONS_PER_SWEEP == 0) {
      sweep(rows, "DELETE FROM token WHERE expires <= ?");
      sweep(rows, "DELETE FROM item WHERE expires <= ?");
    }
    PreparedStatement put = rows.statement("INSERT OR REPLACE INTO token VALUES (?, ?, ?)");
    put.setString(1, token);
    put.setInt(2, writes);
    put.setLong(3, now() + TOKEN_LIFE.toSeconds());
    put.executeUpdate();
  }

  private void sweep(SqliteRows rows, String sql) throws SQLException {
    PreparedStatement sweep = rows.statement(sql);
    sweep.setLong(1, now());
    sweep.executeUpdate();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private <T> T reading(TableFile.Work<T> work) {
    TableFile used = current();
    try {
      return used.read(work);
    } catch (SQLException e) {
      throw SqliteFailures.of(used.path(), e);
    }
  }

  private <T> T writing(TableFile.Work<T> work) {
    while (true) {
      TableFile used = current();
      try {
        T result = used.write(work);
        renewal.ifDue(used);
        return result;
      } catch (Replaced e) {
        // The next round opens the one that took its place, or says that there is none.
      } catch (SQLException e) {
        throw SqliteFailures.of(used.path(), e);
      }
    }
  }

  /** The open file, or the one that has taken its place. */
  private TableFile current() {
    TableFile open = file;
    return open.isCurrent() ? open : reopened(open);
  }

  private synchronized TableFile reopened(TableFile old) {
    if (file != old) {
      return file;
    }
    OptionalInt newest = folder.newest();
    if (newest.isEmpty() || newest.getAsInt() <= old.number()) {
      throw new StoreUnreachableException(
          "Cannot use the table in '%s': the file that this command opened is no longer there (the workspace was moved, removed or made anew meanwhile; run the command again where it is now)"
              .formatted(old.path()),
          null);
    }
    try {
      file = TableFile.open(folder, newest.getAsInt());
      old.close();
      return file;
    } catch (SQLException e) {
      throw SqliteFailures.of(folder.file(newest.getAsInt()), e);
    }
  }
}
