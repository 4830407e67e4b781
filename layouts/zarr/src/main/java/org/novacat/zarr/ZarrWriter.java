package org.novacat.zarr;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the groups, arrays and metadata of a store. Each call writes its objects and keeps
 * nothing, so parts of a store may be written by several writers, threads and machines, and again
 * after a failure: the same values are the same bytes.
 */
public final class ZarrWriter {
  static final String GROUP = ".zgroup";
  static final String ARRAY = ".zarray";
  static final String ATTRIBUTES = ".zattrs";
  static final String CONSOLIDATED = ".zmetadata";

  private static final String NAME = "(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+";
  private static final Pattern PATH = Pattern.compile(NAME + "(/" + NAME + ")*");

  private final ZarrFiles files;

  public ZarrWriter(ZarrFiles files) {
    this.files = files;
  }

  /**
   * Writes a group. The groups around it are written by calls of their own.
   *
   * @param path "" for the root
   * @throws ZarrException when the path is none, or an attribute is not what JSON has
   */
  public void group(String path, SortedMap<String, ?> attributes) {
    requirePath(path);
    put(at(path, ATTRIBUTES), attributes);
    put(at(path, GROUP), new TreeMap<>(Map.of("zarr_format", 2)));
  }

  /**
   * Writes an array's metadata, none of its chunks.
   *
   * @throws ZarrException when the path is none, or an attribute is not what JSON has
   */
  public void array(String path, ArraySpec spec) {
    requirePath(path);
    put(at(path, ATTRIBUTES), spec.attributes());
    put(at(path, ARRAY), ArrayJson.of(spec));
  }

  /**
   * Who writes an array's chunks, for one thread.
   *
   * @throws ZarrException when the type or compressor is not written
   */
  public ChunkWriter chunks(String path, ArraySpec spec) {
    requirePath(path);
    return chunks(path, spec, new ChunkRoom());
  }

  /** The same with memory that others have had before, and may have after. */
  public ChunkWriter chunks(String path, ArraySpec spec, ChunkRoom room) {
    return new ChunkWriter(files, path, spec, room);
  }

  /** Names that mean the same to a folder, a bucket and Zarr. */
  private static void requirePath(String path) {
    if (!path.isEmpty() && !PATH.matcher(path).matches()) {
      throw new ZarrException(
          "Cannot write %s: it is no path of names between '/'".formatted(path));
    }
  }

  /**
   * Writes {@code .zmetadata}: all groups, arrays and attributes that the store has now, in one
   * object. Called again it is written anew.
   *
   * @throws ZarrException when there is something below what is no group: zarr-python would not
   *     find it
   */
  public void consolidate() {
    SortedMap<String, Object> metadata = new TreeMap<>();
    try (Stream<ZarrFiles.Entry> all = files.list("")) {
      all.map(ZarrFiles.Entry::path)
          .filter(ZarrWriter::isMetadata)
          .forEach(path -> metadata.put(path, Json.read(path, content(path))));
    }
    metadata.keySet().forEach(path -> requireGroups(path, metadata));
    put(CONSOLIDATED, new TreeMap<>(Map.of("metadata", metadata, "zarr_consolidated_format", 1)));
  }

  private byte[] content(String path) {
    return files
        .read(path)
        .orElseThrow(() -> new ZarrException("Cannot read " + path + ": it is gone"));
  }

  private static void requireGroups(String path, SortedMap<String, Object> metadata) {
    if (!path.contains("/")) {
      return;
    }
    String around = parent(parent(path));
    if (!metadata.containsKey(at(around, GROUP))) {
      throw new ZarrException(
          "Cannot consolidate store: %s is not within a group (write the group '%s')"
              .formatted(path, around));
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  static boolean isMetadata(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals(GROUP) || name.equals(ARRAY) || name.equals(ATTRIBUTES);
  }

  static String at(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private void put(String path, SortedMap<String, ?> document) {
    files.put(path, Json.write(path, document));
  }
}
