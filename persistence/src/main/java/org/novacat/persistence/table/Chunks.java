package org.novacat.persistence.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** A stream cut into lists, read no further ahead than one list. */
public final class Chunks<T> implements Iterator<List<T>> {
  private final Iterator<T> items;
  private final int size;

  private Chunks(Iterator<T> items, int size) {
    this.items = items;
    this.size = size;
  }

  /** Lists of {@code size} items; the last may be shorter, none is empty. */
  public static <T> Stream<List<T>> of(Stream<T> items, int size) {
    return Pages.stream(new Chunks<>(items.iterator(), size));
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public List<T> next() {
    if (!items.hasNext()) {
      throw new NoSuchElementException("no further chunk");
    }
    List<T> chunk = new ArrayList<>(size);
    while (chunk.size() < size && items.hasNext()) {
      chunk.add(items.next());
    }
    return chunk;
  }
}
