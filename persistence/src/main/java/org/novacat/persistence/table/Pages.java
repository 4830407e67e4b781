package org.novacat.persistence.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Pages as one stream, each page read when its first item is asked for, and then forgotten. */
public final class Pages implements Iterator<RawItem> {
  private final Function<Page.@Nullable Cursor, Page> source;
  private final Deque<RawItem> read = new ArrayDeque<>();
  private Page.@Nullable Cursor next;
  private boolean isLast;

  private Pages(Function<Page.@Nullable Cursor, Page> source) {
    this.source = source;
  }

  /** All items that a query returns, in its order. */
  public static Stream<RawItem> of(Table table, Query query) {
    return of(from -> table.query(query, from));
  }

  /** All items that a scan, or a part of one, returns. */
  public static Stream<RawItem> of(Table table, Scan scan) {
    return of(from -> table.scan(scan, from));
  }

  /** All items of all pages that {@code source} gives; it is called with null for the first. */
  public static Stream<RawItem> of(Function<Page.@Nullable Cursor, Page> source) {
    return stream(new Pages(source));
  }

  /** An iterator as a stream that asks it for no more than it needs. */
  public static <T> Stream<T> stream(Iterator<T> items) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(items, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  @Override
  public boolean hasNext() {
    while (read.isEmpty() && !isLast) {
      Page page = source.apply(next);
      read.addAll(page.items());
      next = page.next();
      isLast = next == null;
    }
    return !read.isEmpty();
  }

  @Override
  public RawItem next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no further item");
    }
    return read.removeFirst();
  }
}
