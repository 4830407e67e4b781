package org.novacat.spectral.testing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.novacat.zarr.ZarrFiles;

/** A store in memory; it counts what is read. */
public final class MemoryFiles implements ZarrFiles {
  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final List<String> reads = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void put(String path, ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    objects.put(path, bytes);
  }

  @Override
  public Optional<byte[]> read(String path) {
    reads.add(path);
    return Optional.ofNullable(objects.get(path));
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return objects.tailMap(prefix).entrySet().stream()
        .filter(object -> object.getKey().startsWith(prefix))
        .map(object -> new Entry(object.getKey(), object.getValue().length));
  }

  /** Takes an object away. */
  public void remove(String path) {
    if (objects.remove(path) == null) {
      throw new IllegalArgumentException("no object " + path + " among " + objects.keySet());
    }
  }

  /** The paths that were read since the last call. */
  public List<String> takeReads() {
    synchronized (reads) {
      List<String> taken = List.copyOf(reads);
      reads.clear();
      return taken;
    }
  }
}
