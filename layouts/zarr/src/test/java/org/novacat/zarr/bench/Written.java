package org.novacat.zarr.bench;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.novacat.zarr.ZarrFiles;

/** Counts what is written, and keeps it nowhere or where another store has it. */
final class Written implements ZarrFiles {
  final AtomicLong bytes = new AtomicLong();
  private final Optional<ZarrFiles> files;

  Written(Optional<ZarrFiles> files) {
    this.files = files;
  }

  @Override
  public void put(String path, ByteBuffer content) {
    bytes.addAndGet(content.remaining());
    files.ifPresent(store -> store.put(path, content));
  }

  @Override
  public Optional<byte[]> read(String path) {
    return files.flatMap(store -> store.read(path));
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return files.map(store -> store.list(prefix)).orElse(Stream.empty());
  }
}
