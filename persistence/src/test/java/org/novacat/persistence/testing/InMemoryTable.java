package org.novacat.persistence.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Effects;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Texts;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;
import org.novacat.persistence.table.TransactionRules;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/**
 * A table in memory, as strict as DynamoDB: it refuses what DynamoDB refuses and, unlike the
 * servers that stand in for it, cancels a transaction that shares an item with another one in
 * flight.
 */
public final class InMemoryTable implements Table {
  private final TreeMap<String, TreeMap<String, RawItem>> partitions = new TreeMap<>();
  private final Set<ItemKey> inFlight = new HashSet<>();
  private final Map<String, List<Write>> tokens = new HashMap<>();
  private final List<List<Write>> applied = new ArrayList<>();
  private int pageSize = 1000;
  private Runnable whileInFlight = () -> {};
  private Tokens tokenRule = Tokens.HONOURED;
  private int conflicts;
  private @Nullable List<RawItem> staleIndex;

  /** Whether a transaction sent again under its token is recognised. */
  public enum Tokens {
    HONOURED,
    /** As after more than ten minutes. */
    FORGOTTEN
  }

  /** Items read at most for one page. */
  public InMemoryTable withPages(int items) {
    pageSize = items;
    return this;
  }

  /** What happens between the check for other transactions and the writes of each transaction. */
  public InMemoryTable whileInFlight(Runnable action) {
    whileInFlight = action;
    return this;
  }

  /** Sets whether tokens are recognised. */
  public InMemoryTable withTokens(Tokens rule) {
    tokenRule = rule;
    return this;
  }

  /** From now on the index answers as of now, as DynamoDB's may for a while. */
  public synchronized void freezeIndex() {
    staleIndex = indexed();
  }

  /** Another table with the same items. */
  public synchronized InMemoryTable copy() {
    InMemoryTable copy = new InMemoryTable();
    items().forEach(copy::store);
    return copy;
  }

  /** Every item, in order of its key. */
  public synchronized List<RawItem> items() {
    return partitions.values().stream().flatMap(p -> p.values().stream()).toList();
  }

  /** Writes that happened, transactions as a whole, in order. */
  public synchronized List<List<Write>> applied() {
    return List.copyOf(applied);
  }

  /** Requests turned away because another transaction was in flight on one of their items. */
  public synchronized int conflicts() {
    return conflicts;
  }

  @Override
  public synchronized Page read(ItemKey key) {
    TransactionRules.check(key);
    RawItem item = partitions.getOrDefault(key.pk(), new TreeMap<>()).get(key.sk());
    return new Page(item == null ? List.of() : List.of(item), null, 1);
  }

  @Override
  public synchronized Batch getAll(Collection<ItemKey> keys) {
    TransactionRules.checkKeys(keys);
    List<RawItem> found = keys.stream().map(this::get).filter(java.util.Objects::nonNull).toList();
    return new Batch(found, List.of(), keys.size());
  }

  @Override
  public synchronized Page query(Query query, Page.@Nullable Cursor from) {
    TransactionRules.check(query);
    boolean index = query.source() == Query.Source.ELIGIBILITY_INDEX;
    List<RawItem> partition =
        index
            ? index().stream()
                .filter(item -> query.partition().equals(item.text("GSI1PK")))
                .toList()
            : List.copyOf(partitions.getOrDefault(query.partition(), new TreeMap<>()).values());
    List<RawItem> wanted =
        partition.stream().filter(item -> query.sort().holds(sort(item, query.source()))).toList();
    return page(wanted, query.filter(), query.attributes(), size(query.pageItems()), from);
  }

  @Override
  public synchronized Page scan(Scan scan, Page.@Nullable Cursor from) {
    List<RawItem> all = scan.source() == Query.Source.TABLE ? items() : index();
    Scan.Segment part = (Scan.Segment) scan.part();
    List<RawItem> segment =
        all.stream()
            .filter(item -> Math.floorMod(item.key().pk().hashCode(), part.of()) == part.number())
            .toList();
    Page page = page(segment, scan.filter(), Set.of(), size(scan.pageItems()), from);
    List<RawItem> kept =
        page.items().stream()
            .filter(item -> sort(item, scan.source()).startsWith(scan.sortPrefix()))
            .map(item -> Scan.projected(item, scan.attributes()))
            .toList();
    return new Page(kept, page.next(), page.capacity());
  }

  private int size(int asked) {
    return asked == 0 ? pageSize : Math.min(asked, pageSize);
  }

  @Override
  public synchronized WriteResult write(Write write) {
    if (write instanceof Write.Check) {
      throw new IllegalArgumentException("a check outside a transaction");
    }
    TransactionRules.check(write.key());
    if (inFlight.contains(write.key())) {
      conflicts++;
      throw new TransientStoreException(Effect.NONE, "TransactionConflictException", null);
    }
    RawItem current = get(write.key());
    if (!write.condition().holds(current)) {
      return new WriteResult.Refused(current);
    }
    apply(write);
    applied.add(List.of(write));
    return new WriteResult.Written(1);
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    TransactionRules.check(writes, token);
    List<Reason> busy = enter(writes);
    if (!busy.isEmpty()) {
      return new TransactResult.Cancelled(busy);
    }
    try {
      whileInFlight.run();
      return decide(writes, token);
    } finally {
      leave(writes);
    }
  }

  @Override
  public void close() {}

  private synchronized List<Reason> enter(List<Write> writes) {
    if (writes.stream().noneMatch(write -> inFlight.contains(write.key()))) {
      writes.forEach(write -> inFlight.add(write.key()));
      return List.of();
    }
    conflicts++;
    return writes.stream()
        .map(w -> new Reason(inFlight.contains(w.key()) ? Code.CONFLICT : Code.NONE, null))
        .toList();
  }

  private synchronized void leave(List<Write> writes) {
    writes.forEach(write -> inFlight.remove(write.key()));
  }

  private synchronized TransactResult decide(List<Write> writes, String token) {
    if (tokenRule == Tokens.HONOURED && tokens.containsKey(token)) {
      if (!writes.equals(tokens.get(token))) {
        throw TransactionRules.refused("a token used for another transaction");
      }
      return new TransactResult.Applied(0);
    }
    List<Reason> reasons = writes.stream().map(this::reason).toList();
    if (reasons.stream().anyMatch(reason -> reason.code() != Code.NONE)) {
      return new TransactResult.Cancelled(reasons);
    }
    List<@Nullable RawItem> current = new ArrayList<>();
    writes.forEach(write -> current.add(get(write.key())));
    TransactionRules.checkSize(writes, current);
    writes.forEach(this::apply);
    applied.add(List.copyOf(writes));
    tokens.put(token, List.copyOf(writes));
    return new TransactResult.Applied(2.0 * writes.size());
  }

  private Reason reason(Write write) {
    RawItem current = get(write.key());
    return write.condition().holds(current)
        ? new Reason(Code.NONE, null)
        : new Reason(Code.CONDITION_FAILED, current);
  }

  private void apply(Write write) {
    RawItem after = Effects.of(write, get(write.key()));
    if (after != null) {
      store(after);
    } else {
      partitions.getOrDefault(write.key().pk(), new TreeMap<>()).remove(write.key().sk());
    }
  }

  private void store(RawItem item) {
    TransactionRules.check(item);
    partitions
        .computeIfAbsent(item.key().pk(), pk -> new TreeMap<>(Texts::compare))
        .put(item.key().sk(), item);
  }

  private List<RawItem> index() {
    return staleIndex == null ? indexed() : staleIndex;
  }

  private List<RawItem> indexed() {
    return items().stream()
        .filter(item -> item.text("GSI1PK") != null && item.text("GSI1SK") != null)
        .sorted(java.util.Comparator.comparing(item -> item.text("GSI1PK") + item.text("GSI1SK")))
        .toList();
  }

  private static String sort(RawItem item, Query.Source source) {
    String sort = source == Query.Source.ELIGIBILITY_INDEX ? item.text("GSI1SK") : item.key().sk();
    return sort == null ? "" : sort;
  }

  /** The cursor is the number of items read before. */
  private static Page page(
      List<RawItem> items,
      Condition filter,
      Set<String> attributes,
      int size,
      Page.@Nullable Cursor from) {
    int begin =
        from == null ? 0 : ((Attribute.Num) from.position().get("offset")).value().intValueExact();
    int end = Math.min(items.size(), begin + size);
    List<RawItem> kept =
        items.subList(begin, end).stream()
            .filter(filter::holds)
            .map(item -> Scan.projected(item, attributes))
            .toList();
    Page.Cursor next =
        end < items.size() ? new Page.Cursor(Map.of("offset", Attribute.of(end))) : null;
    return new Page(kept, next, end - begin);
  }
}
