package org.novacat.persistence.testing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/** Counts the requests that a table gets, by kind. Safe for use by many threads. */
public final class CountingTable extends ForwardingTable {
  private final Map<String, Integer> requests = new TreeMap<>();

  public CountingTable(Table table) {
    super(table);
  }

  /** How many of each kind there were since this was last asked. */
  public synchronized Map<String, Integer> requests() {
    Map<String, Integer> counted = Map.copyOf(requests);
    requests.clear();
    return counted;
  }

  private synchronized void count(String kind) {
    requests.merge(kind, 1, Integer::sum);
  }

  @Override
  public Page read(ItemKey key) {
    count("read");
    return super.read(key);
  }

  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    count("getAll");
    return super.getAll(keys);
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    count("query");
    return super.query(query, from);
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    count(scan.source() == Query.Source.TABLE ? "scan" : "scanIndex");
    return super.scan(scan, from);
  }

  @Override
  public WriteResult write(Write write) {
    count("write");
    return super.write(write);
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    count("transact");
    return super.transact(writes, token);
  }
}
