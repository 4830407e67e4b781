package org.novacat.persistence.retry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/**
 * A table that tries again. A write whose reply was lost is sent again; when its condition is then
 * false because the first try had been carried out, that counts as done. A transaction cancelled by
 * nothing but other traffic is sent again too; one with a false condition is given back. An item
 * that no table takes is not sent at all.
 */
public final class RetryingTable implements Table {
  private final Table table;
  private final Retrier retrier;

  public RetryingTable(Table table, Retrier retrier) {
    this.table = requireNonNull(table, "table is null");
    this.retrier = requireNonNull(retrier, "retrier is null");
  }

  @Override
  public Page read(ItemKey key) {
    return retrier.ask("read " + key, () -> table.read(key));
  }

  /** Asks again for what was left unprocessed, until nothing is. */
  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    List<RawItem> items = new ArrayList<>();
    Collection<ItemKey> open = keys;
    double capacity = 0;
    while (!open.isEmpty()) {
      Collection<ItemKey> asked = open;
      Batch batch =
          retrier.ask(
              "read %s items".formatted(asked.size()), () -> progress(table.getAll(asked), asked));
      items.addAll(batch.items());
      capacity += batch.capacity();
      open = batch.unprocessed();
    }
    return new Batch(items, List.of(), capacity);
  }

  /** A batch of which nothing at all was processed is throttling by another name. */
  private static Batch progress(Batch batch, Collection<ItemKey> asked) {
    if (batch.unprocessed().size() == asked.size()) {
      throw new TransientStoreException(Effect.NONE, "nothing of a batched read was done", null);
    }
    return batch;
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    return retrier.ask("list " + query.partition(), () -> table.query(query, from));
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    String what = scan.source() == Query.Source.TABLE ? "list the table" : "list the index";
    return retrier.ask(what, () -> table.scan(scan, from));
  }

  @Override
  public List<Scan> split(Scan scan, int parts) {
    return retrier.ask("look through the table", () -> table.split(scan, parts));
  }

  @Override
  public WriteResult write(Write write) {
    ItemSize.check(write);
    return retrier.run(
        "write " + write.key(),
        before -> {
          WriteResult result = table.write(write);
          return before == Effect.POSSIBLE
                  && result instanceof WriteResult.Refused refused
                  && Traces.of(write, refused.current())
              ? new WriteResult.Written(0)
              : result;
        });
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    writes.forEach(ItemSize::check);
    return retrier.run(
        "write %s items, %s first".formatted(writes.size(), writes.get(0).key()),
        before -> {
          TransactResult result = table.transact(writes, token);
          return result instanceof TransactResult.Cancelled cancelled
              ? judged(writes, cancelled, before)
              : result;
        });
  }

  private static TransactResult judged(
      List<Write> writes, TransactResult.Cancelled cancelled, Effect before) {
    List<Reason> reasons = cancelled.reasons();
    if (reasons.stream().noneMatch(reason -> reason.code() == Code.CONDITION_FAILED)) {
      throw new TransientStoreException(
          Effect.NONE, "the transaction met another one or was throttled", null);
    }
    return before == Effect.POSSIBLE && Traces.of(writes, reasons)
        ? new TransactResult.Applied(0)
        : cancelled;
  }

  @Override
  public void close() {
    table.close();
  }
}
