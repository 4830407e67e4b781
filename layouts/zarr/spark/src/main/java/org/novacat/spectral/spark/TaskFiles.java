package org.novacat.spectral.spark;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.Manifest;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrFiles;

/**
 * The objects of a store for one task. The metadata came with it from the driver, so none is read
 * again; and a chunk that is missing while the manifest lists it is an error, where Zarr would read
 * fill values. Used by one thread.
 */
final class TaskFiles implements ZarrFiles {
  private final ZarrFiles files;
  private final Map<String, byte[]> documents;
  private @Nullable Set<String> published;

  /**
   * @param documents metadata of the store by path
   */
  TaskFiles(ZarrFiles files, Map<String, byte[]> documents) {
    this.files = files;
    this.documents = documents;
  }

  @Override
  public void put(String path, ByteBuffer content) {
    throw new IllegalStateException("Cannot write " + path + ": this task only reads");
  }

  /**
   * @throws SpectralException when the object was published and is lost
   */
  @Override
  public Optional<byte[]> read(String path) {
    byte[] document = documents.get(path);
    if (document != null) {
      return Optional.of(document);
    }
    if (SpectralStore.name(path).startsWith(".z")) {
      return Optional.empty();
    }
    Optional<byte[]> content = files.read(path);
    if (content.isEmpty() && published().contains(path)) {
      throw new SpectralException(
          "Cannot read '%s': it is lost, and the manifest of the store lists it (bring the object back, or publish anew)"
              .formatted(path));
    }
    return content;
  }

  /** Read when a chunk is missing, which is rare. */
  private Set<String> published() {
    if (published == null) {
      Set<String> paths = new HashSet<>();
      files
          .read(SpectralStore.MANIFEST)
          .map(Manifest::parse)
          .ifPresent(m -> m.objects().forEach(object -> paths.add(object.path())));
      published = paths;
    }
    return published;
  }

  @Override
  public Stream<Entry> list(String prefix) {
    return documents.entrySet().stream()
        .filter(document -> document.getKey().startsWith(prefix))
        .map(document -> new Entry(document.getKey(), document.getValue().length))
        .sorted(Comparator.comparing(Entry::path));
  }
}
