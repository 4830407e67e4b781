package org.novacat.spectral.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.novacat.spectral.ChunkShape;
import org.novacat.spectral.Manifest;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ArraySpec;
import org.novacat.zarr.ChunkWriter;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrFiles;
import org.novacat.zarr.ZarrWriter;

/**
 * A store that keeps the whole contract, to be changed in one thing before it is written. Row r has
 * the flux {@code 100 r + i + 1} at sample i and the wavelength {@code 4000 + i}; everything
 * optional is there, so that every check has something to look at.
 */
public final class SampleStore {
  /** An array as it will be written: values are float[], double[], long[] or List of String. */
  public record Values(List<Long> shape, List<Integer> chunks, Object values) {}

  public final SortedMap<String, Object> root = new TreeMap<>();
  public final SortedMap<String, SortedMap<String, Object>> attributes = new TreeMap<>();
  public final List<String> groups = new ArrayList<>(SpectralStore.GROUPS);
  public final SortedMap<String, Values> arrays = new TreeMap<>();
  public final Map<String, List<Object>> index = new LinkedHashMap<>();

  private boolean consolidated = true;
  private final int spectra;
  private final int samples;
  private final List<Consumer<MemoryFiles>> beforeManifest = new ArrayList<>();
  private final List<Consumer<MemoryFiles>> afterManifest = new ArrayList<>();

  public SampleStore(int spectra, int samples) {
    this.spectra = spectra;
    this.samples = samples;
    root.put("schema_version", "2.0");
    root.put("ingest_pipeline", "sample");
    root.put("created_at", "2026-01-02T03:04:05Z");
    root.put("git_commit", "0123abcd");
    tensors();
    columns();
    index();
  }

  private void tensors() {
    float[] flux = new float[spectra * samples];
    for (int i = 0; i < flux.length; i++) {
      int row = i / samples;
      flux[i] = 100f * row + i % samples + 1;
    }
    tensor(SpectralStore.SIGNAL_FLUX_RAW, flux);
    tensor(SpectralStore.SIGNAL_UNCERTAINTY_RAW, same(0.5f));
    tensor(SpectralStore.CONTINUUM_MODEL, same(Float.NaN));
    tensor(SpectralStore.CONTINUUM_UNCERTAINTY, same(Float.NaN));
    tensor(SpectralStore.NORMALIZED_FLUX, same(1));
    tensor(SpectralStore.NORMALIZED_UNCERTAINTY, same(0.1f));
    double[] grid = IntStream.range(0, samples).mapToDouble(i -> 4000 + i).toArray();
    array(SpectralStore.SIGNAL_WAVELENGTH, grid).attribute("units", "Angstrom");
  }

  private float[] same(float value) {
    float[] values = new float[spectra * samples];
    java.util.Arrays.fill(values, value);
    return values;
  }

  private void columns() {
    array(SpectralStore.CONTINUUM_METHOD, texts("none"));
    array(SpectralStore.SPEC_ID, IntStream.range(0, spectra).mapToObj(i -> "s" + i).toList());
    array(SpectralStore.SOURCE_TYPE, texts("observed"));
    array(SpectralStore.FLUX_TYPE, texts("flux"));
    array("metadata/instrument", IntStream.range(0, spectra).mapToObj(i -> "I" + i % 3).toList());
    array("metadata/h0_object", texts("V339 Del \u2014 \u00e9"));
    array("metadata/wavelength_unit", texts("AA"));
    array("metadata/snr", floats(i -> i + 0.1f));
    array("metadata/gaia_id", IntStream.range(0, spectra).mapToLong(i -> (1L << 60) + i).toArray());
    array("params/teff", floats(i -> i == 1 ? Float.NaN : 5000 + i));
  }

  private float[] floats(java.util.function.IntFunction<Float> value) {
    float[] values = new float[spectra];
    for (int i = 0; i < spectra; i++) {
      values[i] = value.apply(i);
    }
    return values;
  }

  private List<String> texts(String text) {
    return Collections.nCopies(spectra, text);
  }

  private void index() {
    for (String column : SpectralStore.INDEX_COLUMNS) {
      index.put(column, new ArrayList<>(Collections.nCopies(spectra, null)));
    }
    index.put("gaia_id", new ArrayList<>());
    for (int i = 0; i < spectra; i++) {
      index.get("spec_id").set(i, "s" + i);
      index.get("source_type").set(i, "observed");
      index.get("teff").set(i, i == 1 ? null : 5000.0 + i);
      index.get("instrument").set(i, "I" + i % 3);
      index.get("simulator").set(i, "");
      index.get("snr").set(i, (double) (i + 0.1f));
      index.get("gaia_id").add((1L << 60) + i);
    }
  }

  /** Sets an array of (N_spec, N_pix) in the recommended chunks, with units. */
  public SampleStore tensor(String path, float[] values) {
    ChunkShape chunks = ChunkShape.of(spectra, samples);
    arrays.put(
        path,
        new Values(
            List.of((long) spectra, (long) samples),
            List.of(chunks.rows(), chunks.columns()),
            values));
    attributes.computeIfAbsent(path, p -> new TreeMap<>()).put("units", "1");
    return this;
  }

  /** Sets an array of one dimension. */
  public SampleStore array(String path, Object values) {
    long length =
        values instanceof List<?> list ? list.size() : java.lang.reflect.Array.getLength(values);
    arrays.put(
        path, new Values(List.of(length), List.of(ChunkShape.ofOneDimension(length)), values));
    lastPath = path;
    return this;
  }

  private String lastPath = "";

  /** Adds an attribute to the array that was set last. */
  SampleStore attribute(String name, Object value) {
    return attribute(lastPath, name, value);
  }

  /** Adds an attribute to an array or group. */
  public SampleStore attribute(String path, String name, Object value) {
    attributes.computeIfAbsent(path, p -> new TreeMap<>()).put(name, value);
    return this;
  }

  /** The same values in other chunks. */
  public SampleStore chunks(String path, Integer... chunks) {
    arrays.computeIfPresent(path, (p, v) -> new Values(v.shape, List.of(chunks), v.values));
    return this;
  }

  /** Leaves .zmetadata out. */
  public SampleStore unconsolidated() {
    consolidated = false;
    return this;
  }

  /** Changes objects that were written, before metadata are consolidated and the manifest is. */
  public SampleStore then(Consumer<MemoryFiles> change) {
    beforeManifest.add(change);
    return this;
  }

  /** Changes the store when it is complete. */
  public SampleStore damage(Consumer<MemoryFiles> change) {
    afterManifest.add(change);
    return this;
  }

  /** Replaces text in a JSON document of the store. */
  public static Consumer<MemoryFiles> replace(String document, String text, String by) {
    return files -> {
      String content = new String(files.read(document).orElseThrow(), UTF_8);
      if (!content.contains(text)) {
        throw new IllegalArgumentException("no " + text + " in " + content);
      }
      files.put(document, ByteBuffer.wrap(content.replace(text, by).getBytes(UTF_8)));
    };
  }

  /** Writes all into memory. */
  public MemoryFiles write() {
    MemoryFiles files = new MemoryFiles();
    ZarrWriter writer = new ZarrWriter(files);
    writer.group("", root);
    groups.forEach(group -> writer.group(group, attributesOf(group)));
    arrays.forEach((path, values) -> array(writer, path, values));
    beforeManifest.forEach(change -> change.accept(files));
    if (consolidated) {
      writer.consolidate();
    }
    if (!index.isEmpty()) {
      files.put(SpectralStore.INDEX, ByteBuffer.wrap(IndexWriter.write(index)));
    }
    manifest(files);
    afterManifest.forEach(change -> change.accept(files));
    files.takeReads();
    return files;
  }

  /** Writes all to other files too, and returns those. */
  public <T extends ZarrFiles> T writeTo(T files) {
    MemoryFiles memory = write();
    memory
        .list("")
        .forEach(
            entry ->
                files.put(entry.path(), ByteBuffer.wrap(memory.read(entry.path()).orElseThrow())));
    return files;
  }

  private SortedMap<String, Object> attributesOf(String path) {
    return attributes.getOrDefault(path, new TreeMap<>());
  }

  private void array(ZarrWriter writer, String path, Values values) {
    ArraySpec spec = spec(values, attributesOf(path));
    writer.array(path, spec);
    ChunkWriter chunks = writer.chunks(path, spec);
    List<Long> grid = spec.gridShape();
    for (long i = 0; i < grid.get(0); i++) {
      if (grid.size() == 1) {
        chunk(chunks, values, i);
      }
      for (long j = 0; grid.size() > 1 && j < grid.get(1); j++) {
        chunk(chunks, values, i, j);
      }
    }
  }

  private static ArraySpec spec(Values values, SortedMap<String, Object> attributes) {
    if (values.values instanceof List<?> texts) {
      int bytes = texts.stream().mapToInt(t -> ((String) t).getBytes(UTF_8).length).max().orElse(1);
      return ArraySpec.strings(values.shape.get(0), values.chunks.get(0), bytes, attributes);
    }
    return values.values instanceof long[]
        ? ArraySpec.ints(values.shape, values.chunks, DType.I8, attributes)
        : ArraySpec.floats(
            values.shape,
            values.chunks,
            values.values instanceof float[] ? DType.F4 : DType.F8,
            attributes);
  }

  private static void chunk(ChunkWriter chunks, Values values, long... chunk) {
    int[] places = places(values, chunk);
    if (values.values instanceof float[] floats) {
      float[] some = new float[places.length];
      IntStream.range(0, some.length).forEach(i -> some[i] = floats[places[i]]);
      chunks.floats(some, chunk);
    } else if (values.values instanceof double[] doubles) {
      chunks.doubles(IntStream.of(places).mapToDouble(i -> doubles[i]).toArray(), chunk);
    } else if (values.values instanceof long[] longs) {
      chunks.longs(IntStream.of(places).mapToLong(i -> longs[i]).toArray(), chunk);
    } else if (values.values instanceof List<?> texts) {
      chunks.strings(IntStream.of(places).mapToObj(i -> (String) texts.get(i)).toList(), chunk);
    }
  }

  /** Where the elements of a chunk lie in the array. */
  private static int[] places(Values values, long... chunk) {
    int width = values.shape.size() == 1 ? 1 : Math.toIntExact(values.shape.get(1));
    int columns = values.shape.size() == 1 ? 1 : values.chunks.get(1);
    long column = values.shape.size() == 1 ? 0 : chunk[1] * columns;
    long row = chunk[0] * values.chunks.get(0);
    long rows = Math.min(values.chunks.get(0), values.shape.get(0) - row);
    return IntStream.range(0, (int) rows)
        .flatMap(
            r ->
                IntStream.range(0, (int) Math.min(columns, width - column))
                    .map(c -> (int) ((row + r) * width + column + c)))
        .toArray();
  }

  private void manifest(MemoryFiles files) {
    List<Manifest.Stored> objects =
        files
            .list("")
            .map(
                entry ->
                    Manifest.Stored.of(
                        entry.path(), ByteBuffer.wrap(files.read(entry.path()).orElseThrow())))
            .toList();
    files.put(
        SpectralStore.MANIFEST, ByteBuffer.wrap(new Manifest("run-1", spectra, objects).json()));
  }
}
