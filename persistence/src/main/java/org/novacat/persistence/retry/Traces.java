package org.novacat.persistence.retry;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.Write;

/**
 * Whether an item looks as a write of ours would have left it. Asked when a condition is false
 * after a lost reply: our own first try may have made it false. Each item carries the run and the
 * time of its last write, so another writer does not leave the same trace.
 */
final class Traces {
  private Traces() {}

  static boolean of(Write write, @Nullable RawItem current) {
    if (write instanceof Write.Delete) {
      return current == null;
    }
    if (current == null) {
      return false;
    }
    if (write instanceof Write.Put put) {
      return put.item().equals(current);
    }
    return write instanceof Write.Update update
        && update.sets().entrySet().stream()
            .allMatch(set -> set.getValue().equals(current.get(set.getKey())))
        && update.removes().stream().allMatch(name -> current.get(name) == null);
  }

  /**
   * The same of a transaction: every condition that failed belongs to a write that left its trace.
   */
  static boolean of(List<Write> writes, List<Reason> reasons) {
    int[] failed =
        IntStream.range(0, writes.size())
            .filter(i -> reasons.get(i).code() == Code.CONDITION_FAILED)
            .toArray();
    return failed.length > 0
        && IntStream.of(failed).allMatch(i -> of(writes.get(i), reasons.get(i).current()));
  }
}
