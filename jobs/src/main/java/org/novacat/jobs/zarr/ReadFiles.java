package org.novacat.jobs.zarr;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.novacat.spectral.Manifest;
import org.novacat.zarr.ZarrFiles;

/** The files of a store while they are read back; keeps length and checksum of what was read. */
final class ReadFiles implements ZarrFiles {
  private final ZarrFiles files;
  private final Map<String, Manifest.Stored> seen = new ConcurrentHashMap<>();

  ReadFiles(ZarrFiles files) {
    this.files = files;
  }

  @Override
  public void put(String path, ByteBuffer content) {
    throw new UnsupportedOperationException("it is only read");
  }

  @Override
  public Optional<byte[]> read(String path) {
    Optional<byte[]> content = files.read(path);
    content.ifPresent(bytes -> seen.put(path, Manifest.Stored.of(path, ByteBuffer.wrap(bytes))));
    return content;
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return files.list(prefix);
  }

  /** All objects of the store; those that nobody read yet are read now. */
  Manifest manifest(String run, long spectra) {
    List<Manifest.Stored> all = new ArrayList<>();
    try (Stream<Entry> entries = files.list("")) {
      entries.forEach(
          entry -> {
            if (!seen.containsKey(entry.path())) {
              read(entry.path());
            }
            all.add(seen.get(entry.path()));
          });
    }
    return new Manifest(run, spectra, all);
  }

  /** Lengths of all objects, by path. */
  SortedMap<String, Long> lengths() {
    SortedMap<String, Long> lengths = new TreeMap<>();
    try (Stream<Entry> entries = files.list("")) {
      entries.forEach(entry -> lengths.put(entry.path(), entry.length()));
    }
    return lengths;
  }
}
