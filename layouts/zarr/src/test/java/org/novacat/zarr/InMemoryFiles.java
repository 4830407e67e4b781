package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** A store in memory. */
final class InMemoryFiles implements ZarrFiles {
  final SortedMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  @Override
  public void put(String path, ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    objects.put(path, bytes);
  }

  @Override
  public Optional<byte[]> read(String path) {
    return Optional.ofNullable(objects.get(path)).map(byte[]::clone);
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return objects.entrySet().stream()
        .filter(object -> object.getKey().startsWith(prefix))
        .map(object -> new Entry(object.getKey(), object.getValue().length));
  }
}
