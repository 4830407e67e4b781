package org.novacat.persistence.testing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.novacat.persistence.testing.FaultPlan.Fault;

/** A table that fails by a plan. Safe for use by many threads; then the seed fixes less. */
public final class FaultyTable implements Table {
  private final Table table;
  private final FaultPlan plan;
  private final Random random;
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

  public FaultyTable(Table table, FaultPlan plan) {
    this.table = table;
    this.plan = plan;
    this.random = new Random(plan.seed());
  }

  /** How often each fault has happened. */
  public synchronized int count(Fault fault) {
    return counts.getOrDefault(fault, 0);
  }

  @Override
  public Page read(ItemKey key) {
    return faulty(() -> table.read(key));
  }

  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    List<ItemKey> asked = List.copyOf(keys);
    int done = answered(asked.size());
    Batch batch = faulty(() -> table.getAll(asked.subList(0, done)));
    return new Batch(batch.items(), asked.subList(done, asked.size()), batch.capacity());
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    return faulty(() -> table.query(query, from));
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    return faulty(() -> table.scan(scan, from));
  }

  @Override
  public List<Scan> split(Scan scan, int parts) {
    return faulty(() -> table.split(scan, parts));
  }

  @Override
  public WriteResult write(Write write) {
    return faulty(() -> table.write(write));
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    return faulty(() -> table.transact(writes, token));
  }

  @Override
  public void close() {
    table.close();
  }

  private synchronized int answered(int asked) {
    return asked > 1 && random.nextDouble() < plan.partial()
        ? 1 + random.nextInt(asked - 1)
        : asked;
  }

  private <T> T faulty(Supplier<T> request) {
    return switch (draw()) {
      case NONE -> request.get();
      case THROTTLED -> throw new TransientStoreException(Effect.NONE, "throttled by plan", null);
      case FAILED -> throw new TransientStoreException(Effect.POSSIBLE, "500 by plan", null);
      case REPLY_LOST -> {
        T unseen = request.get();
        throw new TransientStoreException(
            Effect.POSSIBLE, "reply lost by plan: " + unseen.getClass(), null);
      }
    };
  }

  private synchronized Fault draw() {
    Fault fault = plan.next(random);
    counts.merge(fault, 1, Integer::sum);
    return fault;
  }
}
