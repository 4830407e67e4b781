package org.novacat.jobs.zarr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.zarr.Columns.Column;
import org.novacat.jobs.zarr.row.Grid;
import org.novacat.jobs.zarr.row.Panel;
import org.novacat.jobs.zarr.row.Shape;
import org.novacat.jobs.zarr.row.TreeFiles;
import org.novacat.persistence.tree.Tree;
import org.novacat.spectral.ChunkShape;
import org.novacat.spectral.SpectralStore;
import org.novacat.transforms.continuum.ContinuumFit;
import org.novacat.zarr.ArraySpec;
import org.novacat.zarr.ChunkWriter;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrWriter;

/** What the driver writes of a store: groups, arrays at their final shape, and small columns. */
final class StoreArrays {
  /** Room of a panel's numbers in a task. */
  private static final long PANEL_BYTES = 96L << 20;

  private static final SortedMap<String, Object> NO_ATTRIBUTES = new TreeMap<>();
  private static final Map<String, String> UNITS =
      Map.of(
          "metadata/dec_deg", "deg",
          "metadata/exptime", "s",
          "metadata/mjd", "d",
          "metadata/ra_deg", "deg");

  private final Shape shape;
  private final StorePlan plan;
  private final ZarrWriter writer;

  StoreArrays(Shape shape, StorePlan plan, Tree draft) {
    this.shape = shape;
    this.plan = plan;
    this.writer = new ZarrWriter(new TreeFiles(draft));
  }

  /** Makes all groups and arrays. */
  void begin(SortedMap<String, Object> attributes) {
    writer.group("", attributes);
    SpectralStore.REQUIRED_GROUPS.forEach(group -> writer.group(group, NO_ATTRIBUTES));
    shape.tensors().forEach(array -> writer.array(array, shape.spec(array)));
    if (shape.grid() instanceof Grid.Common common) {
      String axis = SpectralStore.SIGNAL_WAVELENGTH;
      writer.array(axis, shape.spec(axis));
      writeAxis(common.pixels().centres(), writer.chunks(axis, shape.spec(axis)));
    }
    plan.columns().forEach(column -> writer.array(column.path(), spec(column)));
    writer.array(SpectralStore.CONTINUUM_METHOD, spec(method(new BitSet())));
  }

  private static void writeAxis(double[] centres, ChunkWriter to) {
    int width = Math.min(centres.length, ChunkShape.ONE_DIMENSION);
    for (int from = 0, chunk = 0; from < centres.length; from += width, chunk++) {
      int end = Math.min(centres.length, from + width);
      to.doubles(Arrays.copyOfRange(centres, from, end), chunk);
    }
  }

  private ArraySpec spec(Column column) {
    int chunk = ChunkShape.ofOneDimension(shape.spectra());
    String unit = UNITS.get(column.path());
    SortedMap<String, Object> attributes =
        unit == null ? NO_ATTRIBUTES : new TreeMap<>(Map.of(SpectralStore.UNITS, unit));
    List<Long> length = List.of(shape.spectra());
    if (column.path().equals(SpectralStore.CONTINUUM_METHOD)) {
      return ArraySpec.strings(shape.spectra(), chunk, fitted().length(), NO_ATTRIBUTES);
    }
    if (column.isText()) {
      return ArraySpec.strings(shape.spectra(), chunk, plan.width(column), attributes);
    }
    return column.whole()
        ? ArraySpec.ints(length, List.of(chunk), DType.I4, attributes)
        : ArraySpec.floats(length, List.of(chunk), DType.F8, attributes);
  }

  private String fitted() {
    @Nullable Integer degree = shape.degree();
    return degree == null ? "none" : ContinuumFit.poly(degree).label();
  }

  /** Panels that cover all chunks of all large arrays, each chunk once. */
  List<Panel> panels(long chunkRow, List<Panel.Row> rows) {
    List<Panel> panels = new ArrayList<>();
    List<String> open = new ArrayList<>();
    int bytes = 0;
    for (String array : shape.tensors()) {
      boolean full = (bytes + shape.bytes(array)) * columnBytes(rows.size()) > PANEL_BYTES;
      boolean other = !open.isEmpty() && shape.isEmpty(open.get(0)) != shape.isEmpty(array);
      if (!open.isEmpty() && (full || other) && !sameFit(open, array)) {
        panels.addAll(side(chunkRow, open, bytes, rows));
        open = new ArrayList<>();
        bytes = 0;
      }
      open.add(array);
      bytes += shape.bytes(array);
    }
    panels.addAll(side(chunkRow, open, bytes, rows));
    return panels;
  }

  /** Chunks of all large arrays. */
  long chunks() {
    return shape.tensors().stream()
        .mapToLong(array -> shape.spec(array).gridShape().stream().reduce(1L, Math::multiplyExact))
        .sum();
  }

  /** Bytes of a panel of one chunk for each byte of a number. */
  private long columnBytes(int rows) {
    return (long) rows * shape.chunks().columns();
  }

  /** A continuum and its uncertainty come of one fit. */
  private static boolean sameFit(List<String> open, String array) {
    return array.equals(SpectralStore.CONTINUUM_UNCERTAINTY)
        && open.contains(SpectralStore.CONTINUUM_MODEL);
  }

  private List<Panel> side(long chunkRow, List<String> arrays, int bytes, List<Panel.Row> rows) {
    long chunks = shape.spec(arrays.get(0)).gridShape().get(1);
    long atOnce = Math.max(1, PANEL_BYTES / Math.max(1, columnBytes(rows.size()) * bytes));
    List<Panel> panels = new ArrayList<>();
    for (long from = 0; from < chunks; from += atOnce) {
      panels.add(Panel.of(chunkRow, from, Math.min(chunks, from + atOnce), arrays, rows));
    }
    return panels;
  }

  /** Writes all columns of a value a spectrum; memory holds the values of one chunk of rows. */
  void columns(BitSet fitted) {
    int length = ChunkShape.ofOneDimension(shape.spectra());
    List<ColumnValues> values = new ArrayList<>();
    plan.columns().forEach(column -> values.add(new ColumnValues(column, length)));
    values.add(new ColumnValues(method(fitted), length));
    plan.forEachRow(
        row -> {
          values.forEach(one -> one.add(row));
          if ((row.number() + 1) % length == 0 || row.number() == shape.spectra() - 1) {
            long chunk = row.number() / length;
            values.forEach(one -> one.write(writer.chunks(one.path(), spec(one.column())), chunk));
          }
        });
  }

  private Column method(BitSet fitted) {
    return new Column(
        SpectralStore.CONTINUUM_METHOD,
        row -> fitted.get((int) row.number()) ? fitted() : "none",
        null,
        false);
  }

  /** Puts all metadata into one document; after all else. */
  void consolidate() {
    writer.consolidate();
  }
}
