package org.novacat.persistence.testing;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/** A table that does what another one does; tests override what they are about. */
public class ForwardingTable implements Table {
  private final Table table;

  /** Forwards to {@code table}. */
  public ForwardingTable(Table table) {
    this.table = table;
  }

  @Override
  public Page read(ItemKey key) {
    return table.read(key);
  }

  @Override
  public Batch getAll(Collection<ItemKey> keys) {
    return table.getAll(keys);
  }

  @Override
  public Page query(Query query, Page.@Nullable Cursor from) {
    return table.query(query, from);
  }

  @Override
  public Page scan(Scan scan, Page.@Nullable Cursor from) {
    return table.scan(scan, from);
  }

  @Override
  public List<Scan> split(Scan scan, int parts) {
    return table.split(scan, parts);
  }

  @Override
  public WriteResult write(Write write) {
    return table.write(write);
  }

  @Override
  public TransactResult transact(List<Write> writes, String token) {
    return table.transact(writes, token);
  }

  @Override
  public void close() {
    table.close();
  }
}
