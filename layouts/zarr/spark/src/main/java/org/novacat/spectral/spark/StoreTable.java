package org.novacat.spectral.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.ColumnNames;
import org.novacat.spectral.SchemaVersion;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.ZarrFiles;
import org.novacat.zarr.ZarrReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store as a table, on the driver: its columns, and the metadata that tasks need. Arrays that are
 * not of the store's shape, or whose metadata are not known, are no columns.
 *
 * @param spectra N_spec
 * @param columns by name, in the order of the groups, spec_id first
 * @param arrays content of {@code .zarray} by path
 */
record StoreTable(
    long spectra, Map<String, StoreColumn> columns, Map<String, Map<String, Object>> arrays) {
  private static final Logger log = LoggerFactory.getLogger(StoreTable.class);

  /** A row is in memory: as doubles these have 512 MiB. */
  private static final int MOST_SAMPLES = 1 << 26;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Looks at a store.
   *
   * @param name how it is called in messages
   * @throws SpectralException when it is no store of a version that is read
   */
  static StoreTable of(String name, ZarrFiles files) {
    ZarrReader reader = open(name, files);
    Object version = reader.group("").map(g -> g.attributes().get("schema_version")).orElse(null);
    Optional<String> refused = SchemaVersion.refusal(version);
    if (refused.isPresent()) {
      throw new SpectralException("Cannot read '%s': %s".formatted(name, refused.get()));
    }
    List<Long> shape =
        reader
            .array(SpectralStore.SIGNAL_FLUX_RAW)
            .map(flux -> flux.spec().shape())
            .filter(s -> s.size() == 2)
            .orElseThrow(() -> noFlux(name));
    if (shape.get(1) > MOST_SAMPLES) {
      throw new SpectralException(
          "Cannot read '%s': a spectrum of %s samples is no row (at most %s)"
              .formatted(name, shape.get(1), MOST_SAMPLES));
    }
    return of(reader, shape);
  }

  private static ZarrReader open(String name, ZarrFiles files) {
    try {
      return ZarrReader.open(files);
    } catch (ZarrException e) {
      throw new SpectralException("Cannot read '%s': %s".formatted(name, e.getMessage()), e);
    }
  }

  private static SpectralException noFlux(String name) {
    return new SpectralException(
        "Cannot read '%s': it has no '%s' of two axes (look at it by 'zarr validate')"
            .formatted(name, SpectralStore.SIGNAL_FLUX_RAW));
  }

  private static StoreTable of(ZarrReader reader, List<Long> shape) {
    Map<String, Formed> formed = new TreeMap<>();
    for (String path : reader.arrayPaths()) {
      ZarrArray array = known(reader, path);
      StoreColumn.Form form = array == null ? null : form(array, shape);
      if (array != null && form != null) {
        formed.put(path, new Formed(array, form));
      }
    }
    Map<String, String> names = ColumnNames.of(formed.keySet());
    Map<String, StoreColumn> columns = new LinkedHashMap<>();
    Map<String, Map<String, Object>> documents = new HashMap<>();
    names.forEach(
        (path, name) -> {
          Formed one = Objects.requireNonNull(formed.get(path));
          columns.put(name, StoreColumn.of(name, one.array, one.form));
          documents.put(path, one.array.metadata());
        });
    return new StoreTable(shape.get(0), columns, documents);
  }

  /** An array that is a column. */
  private record Formed(ZarrArray array, StoreColumn.Form form) {}

  /** Readers ignore what they do not know. */
  private static @Nullable ZarrArray known(ZarrReader reader, String path) {
    try {
      return reader.array(path).orElse(null);
    } catch (ZarrException e) {
      log.warn("Left out an array of a store, path={} why={}", path, e.getMessage());
      return null;
    }
  }

  private static StoreColumn.@Nullable Form form(ZarrArray array, List<Long> shape) {
    List<Long> own = array.spec().shape();
    boolean wavelength = array.path().equals(SpectralStore.SIGNAL_WAVELENGTH);
    if (own.equals(shape)) {
      return StoreColumn.Form.SAMPLES;
    }
    if (wavelength && own.equals(shape.subList(1, 2))) {
      return StoreColumn.Form.COMMON;
    }
    return !wavelength && own.equals(shape.subList(0, 1)) ? StoreColumn.Form.VALUE : null;
  }

  /** All columns: spec_id, the place on axis 0, and the arrays. */
  StructType schema() {
    List<StructField> fields = new ArrayList<>();
    StoreColumn id = columns.get(SpectralStore.name(SpectralStore.SPEC_ID));
    if (id != null) {
      fields.add(id.field());
    }
    fields.add(DataTypes.createStructField(ColumnNames.ROW, DataTypes.LongType, false));
    columns.values().stream()
        .filter(column -> !column.equals(id))
        .forEach(column -> fields.add(column.field()));
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** What tasks need to read some columns without asking for metadata: documents by path. */
  HashMap<String, byte[]> documents(Collection<StoreColumn> asked) {
    HashMap<String, byte[]> documents = new HashMap<>();
    documents.put(".zgroup", json(Map.of("zarr_format", 2)));
    for (StoreColumn column : asked) {
      documents.put(column.path() + "/.zarray", json(arrays.get(column.path())));
    }
    return documents;
  }

  private static byte[] json(@Nullable Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write JSON: it was read as JSON", e);
    }
  }
}
