package org.novacat.spectral.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.ZarrFiles;

/**
 * What is in a store, of whatever writer: metadata, sizes, and the two columns that are counted; no
 * array of spectra is read.
 *
 * @param spectra N_spec; -1 where signal/flux_raw does not tell it
 * @param samples N_pix; -1 likewise
 * @param grid {@code common} (one row of wavelengths for all), {@code own} or {@code none}
 * @param attributes of the root, as texts
 * @param groups their paths, without the root
 * @param arrays by path, those that can be read
 * @param unreadable arrays that cannot be read, and why
 * @param sourceTypes how many spectra are of each
 * @param fluxTypes how many spectra are of each
 * @param storedBytes of all objects of the store
 */
public record SpectralInfo(
    long spectra,
    long samples,
    String grid,
    SortedMap<String, String> attributes,
    List<String> groups,
    List<ArrayInfo> arrays,
    SortedMap<String, String> unreadable,
    SortedMap<String, Long> sourceTypes,
    SortedMap<String, Long> fluxTypes,
    long storedBytes) {
  /** Columns of more rows are not counted. */
  private static final int MOST_COUNTED = 1 << 26;

  /**
   * One array.
   *
   * @param type as Zarr names it: {@code <f4}
   * @param compressor {@code blosc zstd, clevel 5, bitshuffle}
   * @param units as the attribute says; "" when it does not
   * @param rawBytes before compression, without what chunks have behind the edge; of texts of any
   *     length -1
   * @param storedBytes of its chunks
   * @param chunksStored how many of its chunks are there
   */
  public record ArrayInfo(
      String path,
      List<Long> shape,
      List<Integer> chunks,
      String type,
      String compressor,
      String units,
      long rawBytes,
      long storedBytes,
      long chunksStored) {
    private String text() {
      return "%s %s, chunks %s, %s, units '%s', %s bytes raw, %s stored in %s chunks"
          .formatted(type, shape, chunks, compressor, units, rawBytes, storedBytes, chunksStored);
    }
  }

  /**
   * Looks at a store.
   *
   * @throws ZarrException when there is none, or the columns that are counted cannot be read
   */
  public static SpectralInfo of(ZarrFiles files) {
    SortedMap<String, String> unreadable = new TreeMap<>();
    Store store =
        Store.open(files, (path, e) -> unreadable.put(path, String.valueOf(e.getMessage())));
    Sizes sizes = Sizes.of(files);
    SortedMap<String, String> attributes = new TreeMap<>();
    store.attributes().forEach((name, value) -> attributes.put(name, String.valueOf(value)));
    Optional<List<Long>> shape = store.shape();
    return new SpectralInfo(
        shape.map(s -> s.get(0)).orElse(-1L),
        shape.map(s -> s.get(1)).orElse(-1L),
        grid(store),
        attributes,
        store.groups().keySet().stream().filter(path -> !path.isEmpty()).toList(),
        store.arrays().values().stream().map(array -> info(array, sizes)).toList(),
        unreadable,
        counted(store, SpectralStore.SOURCE_TYPE),
        counted(store, SpectralStore.FLUX_TYPE),
        sizes.all);
  }

  private static String grid(Store store) {
    int axes =
        store.array(SpectralStore.SIGNAL_WAVELENGTH).map(w -> w.spec().shape().size()).orElse(0);
    return axes == 1 ? "common" : axes == 2 ? "own" : "none";
  }

  private static ArrayInfo info(ZarrArray array, Sizes sizes) {
    Object units = array.spec().attributes().get(SpectralStore.UNITS);
    return new ArrayInfo(
        array.path(),
        array.spec().shape(),
        array.spec().chunks(),
        array.spec().dtype().name(),
        ChunkChecks.compressor(array),
        units == null ? "" : units.toString(),
        rawBytes(array),
        sizes.bytes.getOrDefault(array.path(), 0L),
        sizes.chunks.getOrDefault(array.path(), 0L));
  }

  /** A shape that lies has as many bytes as can be counted. */
  private static long rawBytes(ZarrArray array) {
    if (array.spec().dtype().itemSize() == 0) {
      return -1;
    }
    double bytes = array.spec().dtype().itemSize();
    for (long n : array.spec().shape()) {
      bytes *= n;
    }
    return (long) bytes;
  }

  private static SortedMap<String, Long> counted(Store store, String path) {
    SortedMap<String, Long> counts = new TreeMap<>();
    Optional<ZarrArray> array =
        store
            .array(path)
            .filter(a -> a.spec().dtype().isText() && a.spec().shape().size() == 1)
            .filter(a -> a.spec().shape().get(0) <= MOST_COUNTED);
    if (array.isPresent()) {
      long length = array.get().spec().shape().get(0);
      int each = array.get().spec().chunks().get(0);
      for (long first = 0; first < length; first += each) {
        array.get().strings(first / each).stream()
            .limit(length - first)
            .forEach(text -> counts.merge(text, 1L, Long::sum));
      }
    }
    return counts;
  }

  /** Bytes and number of the objects of each array, and the bytes of all objects. */
  private record Sizes(Map<String, Long> bytes, Map<String, Long> chunks, long all) {
    static Sizes of(ZarrFiles files) {
      List<ZarrFiles.Entry> objects = new ArrayList<>();
      try (Stream<ZarrFiles.Entry> all = files.list("")) {
        all.forEach(objects::add);
      }
      Map<String, Long> bytes =
          objects.stream()
              .filter(Sizes::isChunk)
              .collect(
                  Collectors.groupingBy(Sizes::array, Collectors.summingLong(o -> o.length())));
      Map<String, Long> chunks =
          objects.stream()
              .filter(Sizes::isChunk)
              .collect(Collectors.groupingBy(Sizes::array, Collectors.counting()));
      return new Sizes(bytes, chunks, objects.stream().mapToLong(o -> o.length()).sum());
    }

    private static boolean isChunk(ZarrFiles.Entry object) {
      return object.path().matches(".*/[0-9][0-9./]*");
    }

    private static String array(ZarrFiles.Entry object) {
      return object.path().replaceFirst("(/[0-9]+(\\.[0-9]+)*)+$", "");
    }
  }

  /** Names of the columns of metadata. */
  public List<String> metadataColumns() {
    return arrays.stream()
        .filter(array -> array.path().startsWith(SpectralStore.METADATA + "/"))
        .map(array -> SpectralStore.name(array.path()))
        .toList();
  }

  /** Bytes of all arrays before compression, those of texts of any length left out. */
  public long rawBytes() {
    return (long) arrays.stream().mapToDouble(array -> Math.max(0, array.rawBytes())).sum();
  }

  /** For people: a head, and a line an array. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, "spectra", spectra < 0 ? "not known" : spectra);
    line(text, "samples", samples < 0 ? "not known" : samples);
    line(text, "grid", grid);
    attributes.forEach((name, value) -> line(text, name, value));
    line(text, "groups", String.join(", ", groups));
    line(text, "metadata", String.join(", ", metadataColumns()));
    line(text, "source types", sourceTypes);
    line(text, "flux types", fluxTypes);
    line(text, "bytes", "%s raw, %s stored, ratio %s".formatted(rawBytes(), storedBytes, ratio()));
    arrays.forEach(array -> line(text, array.path, array.text()));
    unreadable.forEach((path, why) -> line(text, path, "cannot be read: " + why));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append(String.format(Locale.ROOT, "%-36s %s%n", name, value));
  }

  private String ratio() {
    return storedBytes == 0
        ? "none"
        : String.format(Locale.ROOT, "%.3f", (double) rawBytes() / storedBytes);
  }

  /** The same for programs. */
  public String json() {
    ObjectNode root = Json.object().put("n_spec", spectra).put("n_pix", samples).put("grid", grid);
    ObjectNode attributeNode = root.putObject("attributes");
    attributes.forEach(attributeNode::put);
    ArrayNode groupNode = root.putArray("groups");
    groups.forEach(groupNode::add);
    ArrayNode metadata = root.putArray("metadata");
    metadataColumns().forEach(metadata::add);
    ObjectNode sources = root.putObject("source_types");
    sourceTypes.forEach(sources::put);
    ObjectNode fluxes = root.putObject("flux_types");
    fluxTypes.forEach(fluxes::put);
    root.put("raw_bytes", rawBytes()).put("stored_bytes", storedBytes);
    ArrayNode list = root.putArray("arrays");
    arrays.forEach(array -> json(list.addObject(), array));
    ObjectNode broken = root.putObject("unreadable");
    unreadable.forEach(broken::put);
    return Json.text(root);
  }

  private static void json(ObjectNode node, ArrayInfo array) {
    node.put("path", array.path);
    ArrayNode shape = node.putArray("shape");
    array.shape.forEach(shape::add);
    ArrayNode chunks = node.putArray("chunks");
    array.chunks.forEach(chunks::add);
    node.put("dtype", array.type)
        .put("compressor", array.compressor)
        .put("units", array.units)
        .put("raw_bytes", array.rawBytes)
        .put("stored_bytes", array.storedBytes)
        .put("chunks_stored", array.chunksStored);
  }
}
