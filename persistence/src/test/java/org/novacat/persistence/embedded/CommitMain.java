package org.novacat.persistence.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/** A process that commits to a table: each time an item of its own, and two counts. */
final class CommitMain {
  static final ItemKey ALL = new ItemKey("counts", "all");

  /** So short that the file is renewed many times on the way. */
  static final long LOG_BYTES = 200_000;

  private CommitMain() {}

  static ItemKey own(String process) {
    return new ItemKey("counts", process);
  }

  /**
   * Commits when it is told to.
   *
   * @param arguments folder, name of this process, number of commits
   */
  public static void main(String[] arguments) throws Exception {
    try (Table file =
        new EmbeddedTables(Path.of(arguments[0]), "Test").open(LOG_BYTES, Clock.systemUTC())) {
      Table table =
          new RetryingTable(
              file, new Retrier(RetryPolicy.PATIENT, Waits.silent(Pause.REAL), () -> {}));
      System.out.println("ready");
      while (System.in.read() != '\n') {}
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        commit(table, arguments[1], i);
      }
    }
    System.out.println("done");
  }

  private static void commit(Table table, String process, int number) {
    ItemKey key = new ItemKey("done", process + "#" + number);
    Map<String, Attribute> attributes = Map.of("text", Attribute.of("x".repeat(1000)));
    List<Write> writes =
        List.of(
            new Write.Put(new RawItem(key, attributes), Condition.absent()),
            count(own(process)),
            count(ALL));
    TransactResult result = table.transact(writes, UUID.randomUUID().toString());
    if (!(result instanceof TransactResult.Applied)) {
      throw new IllegalStateException("Not applied: " + result);
    }
  }

  private static Write count(ItemKey key) {
    return new Write.Update(key, Map.of(), Map.of(), Set.of(), Set.of("n"), Condition.always());
  }
}
