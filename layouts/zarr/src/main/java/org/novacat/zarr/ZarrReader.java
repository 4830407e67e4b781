package org.novacat.zarr;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A store as it was when it was opened: its groups and arrays. Chunks are read when they are asked
 * for. For many threads.
 */
public final class ZarrReader {
  private final ZarrFiles files;
  private final SortedMap<String, Map<String, Object>> metadata;

  private ZarrReader(ZarrFiles files, SortedMap<String, Map<String, Object>> metadata) {
    this.files = files;
    this.metadata = metadata;
  }

  /**
   * Opens a store by its {@code .zmetadata}, or, where there is none, by listing it. An array that
   * cannot be read is refused when it is asked for, not here.
   *
   * @throws ZarrException when there is no root, or metadata are no JSON
   */
  public static ZarrReader open(ZarrFiles files) {
    if (files.read(ZarrWriter.GROUP).isEmpty() && files.read(ZarrWriter.ARRAY).isEmpty()) {
      throw new ZarrException(
          files.read("zarr.json").isPresent()
              ? "Cannot open store: it has Zarr format 3 (format 2 is read)"
              : "Cannot open store: it has no .zgroup (it is no Zarr store, or not published)");
    }
    return new ZarrReader(
        files,
        files
            .read(ZarrWriter.CONSOLIDATED)
            .map(bytes -> consolidated(Json.read(ZarrWriter.CONSOLIDATED, bytes)))
            .orElseGet(() -> listed(files)));
  }

  private static SortedMap<String, Map<String, Object>> consolidated(Map<String, Object> document) {
    if (!(document.get("metadata") instanceof Map<?, ?> all)
        || !Integer.valueOf(1).equals(document.get("zarr_consolidated_format"))) {
      throw new ZarrException("Cannot read .zmetadata: it has no metadata of format 1");
    }
    SortedMap<String, Map<String, Object>> metadata = new TreeMap<>();
    all.forEach((path, each) -> metadata.put((String) path, object((String) path, each)));
    return metadata;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(String path, Object json) {
    if (json instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new ZarrException("Cannot read .zmetadata: " + path + " is no JSON object but " + json);
  }

  private static SortedMap<String, Map<String, Object>> listed(ZarrFiles files) {
    SortedMap<String, Map<String, Object>> metadata = new TreeMap<>();
    try (Stream<ZarrFiles.Entry> all = files.list("")) {
      all.map(ZarrFiles.Entry::path)
          .filter(ZarrWriter::isMetadata)
          .forEach(path -> files.read(path).ifPresent(b -> metadata.put(path, Json.read(path, b))));
    }
    return metadata;
  }

  /** The group at a path, "" for the root; empty when there is none. */
  public Optional<ZarrGroup> group(String path) {
    return metadata.containsKey(ZarrWriter.at(path, ZarrWriter.GROUP))
        ? Optional.of(new ZarrGroup(path, attributes(path)))
        : Optional.empty();
  }

  /**
   * The array at a path; empty when there is none.
   *
   * @throws ZarrException when it has something that is not known, with its name
   */
  public Optional<ZarrArray> array(String path) {
    Map<String, Object> document = metadata.get(ZarrWriter.at(path, ZarrWriter.ARRAY));
    return document == null
        ? Optional.empty()
        : Optional.of(new ZarrArray(files, path, document, attributes(path)));
  }

  /**
   * All arrays by their paths.
   *
   * @throws ZarrException as {@link #array}, for the first that is not known
   */
  public SortedMap<String, ZarrArray> arrays() {
    SortedMap<String, ZarrArray> arrays = new TreeMap<>();
    arrayPaths().forEach(path -> arrays.put(path, array(path).orElseThrow()));
    return Collections.unmodifiableSortedMap(arrays);
  }

  /** The paths of all arrays, those that cannot be read too. */
  public SortedSet<String> arrayPaths() {
    return paths(ZarrWriter.ARRAY);
  }

  /** All groups by their paths. */
  public SortedMap<String, ZarrGroup> groups() {
    SortedMap<String, ZarrGroup> groups = new TreeMap<>();
    paths(ZarrWriter.GROUP).forEach(path -> groups.put(path, group(path).orElseThrow()));
    return Collections.unmodifiableSortedMap(groups);
  }

  private SortedSet<String> paths(String name) {
    SortedSet<String> paths = new TreeSet<>();
    for (String key : metadata.keySet()) {
      if (key.equals(name)) {
        paths.add("");
      } else if (key.endsWith("/" + name)) {
        paths.add(key.substring(0, key.length() - name.length() - 1));
      }
    }
    return Collections.unmodifiableSortedSet(paths);
  }

  private Map<String, Object> attributes(String path) {
    return metadata.getOrDefault(ZarrWriter.at(path, ZarrWriter.ATTRIBUTES), Map.of());
  }
}
