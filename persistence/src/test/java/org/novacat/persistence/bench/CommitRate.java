package org.novacat.persistence.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.DynamoServer;

/** Items of a kilobyte, put in transactions of 100, several in flight; items a second. */
final class CommitRate {
  private static final int THREADS = 4;

  private CommitRate() {}

  /**
   * Measures.
   *
   * @param arguments a folder for the embedded table, or "server" for the DynamoDB server of the
   *     tests; number of items
   */
  public static void main(String[] arguments) throws Exception {
    TableSource source =
        arguments[0].equals("server")
            ? DynamoServer.unused()
            : new EmbeddedTables(Path.of(arguments[0]), "Bench");
    int items = Integer.parseInt(arguments[1]);
    source.init();
    try (Table table = source.open()) {
      long begin = System.nanoTime();
      commit(table, items);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.println(
          "{\"table\":\""
              + arguments[0]
              + "\",\"items\":"
              + items
              + ",\"seconds\":"
              + seconds
              + ",\"items_per_second\":"
              + Math.round(items / seconds)
              + "}");
    }
  }

  private static void commit(Table table, int items)
      throws ExecutionException, InterruptedException {
    Table patient =
        new RetryingTable(
            table, new Retrier(RetryPolicy.PATIENT, Waits.silent(Pause.REAL), () -> {}));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> transactions = new ArrayList<>();
      for (int first = 0; first < items; first += Table.MOST_IN_ONE_REQUEST) {
        int begin = first;
        transactions.add(
            threads.submit(
                () -> patient.transact(writes(begin, items), UUID.randomUUID().toString())));
      }
      for (Future<?> transaction : transactions) {
        transaction.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private static List<Write> writes(int begin, int items) {
    List<Write> writes = new ArrayList<>();
    for (int i = begin; i < Math.min(items, begin + Table.MOST_IN_ONE_REQUEST); i++) {
      // Half of them lie side by side, half anywhere, as products and fingerprints do.
      String pk = i % 2 == 0 ? "nova-" + i / 1000 : UUID.randomUUID().toString();
      Attribute text = Attribute.of("x".repeat(1000));
      writes.add(
          new Write.Put(
              new RawItem(new ItemKey(pk, "item-" + i), Map.of("text", text)), Condition.absent()));
    }
    return writes;
  }
}
