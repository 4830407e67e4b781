package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.tree.Tree;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.spectral.SpectralStore;
import org.novacat.transforms.continuum.Continuum;
import org.novacat.transforms.continuum.ContinuumFit;
import org.novacat.zarr.ChunkRoom;
import org.novacat.zarr.ZarrWriter;

/**
 * Writes the chunks of one panel. Done twice it writes the same bytes to the same places.
 *
 * @param archive where the spectra lie
 * @param draft where the store is written
 * @param shape of its arrays, which are there
 */
public record PanelTask(ArchiveLocation archive, TreeLocation draft, Shape shape)
    implements Waves.Work<Panel, PanelTask.Result> {
  /** Of each thread of an executor, which runs one task after the other. */
  static final ThreadLocal<ChunkRoom> ROOM = ThreadLocal.withInitial(ChunkRoom::new);

  /**
   * What a task sends back.
   *
   * @param fitted rows of the panel that have a continuum; none when it wrote no continuum
   * @param changed the spectrum that is not what it was when the run began, and then nothing is
   *     written; null when there is none
   */
  public record Result(Panel panel, BitSet fitted, Seconds seconds, @Nullable String changed)
      implements Serializable {}

  /** How long a task was at what. */
  public record Seconds(double reading, double computing, double writing) implements Serializable {}

  @Override
  public Result call(Panel panel) {
    try (Archive objects = archive.open();
        Tree tree = Tree.open(draft)) {
      return new Work(panel, objects, tree).result();
    } catch (UnusableObject e) {
      return new Result(panel, new BitSet(), new Seconds(0, 0, 0), e.getMessage());
    }
  }

  /** The work on one panel. */
  private final class Work {
    private final Panel panel;
    private final Archive objects;
    private final Tree tree;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final BitSet fitted = new BitSet();
    private long reading;
    private long computing;

    Work(Panel panel, Archive objects, Tree tree) {
      this.panel = panel;
      this.objects = objects;
      this.tree = tree;
    }

    Result result() {
      panel.arrays().forEach(array -> blocks.put(array, Block.of(shape, array, panel)));
      if (!panel.arrays().stream().allMatch(shape::isEmpty)) {
        fill();
      }
      long start = System.nanoTime();
      ZarrWriter writer = new ZarrWriter(new TreeFiles(tree));
      blocks.forEach(
          (array, block) ->
              block.write(writer.chunks(array, shape.spec(array), ROOM.get()), panel));
      return new Result(
          panel,
          fitted,
          new Seconds(reading / 1e9, computing / 1e9, (System.nanoTime() - start) / 1e9),
          null);
    }

    private void fill() {
      Pointer known = null;
      List<OrderSamples> orders = List.of();
      for (int i = 0; i < panel.rows().size(); i++) {
        Panel.Row row = panel.rows().get(i);
        if (!row.parquet().equals(known)) {
          long start = System.nanoTime();
          orders = OrderSamples.read(MeasureTask.bytes(objects, row.parquet()));
          reading += System.nanoTime() - start;
          known = row.parquet();
        }
        long start = System.nanoTime();
        put(i, row(orders, row));
        computing += System.nanoTime() - start;
      }
    }

    private GridRow row(List<OrderSamples> orders, Panel.Row wanted) {
      return orders.stream()
          .filter(order -> order.order() == wanted.order())
          .findFirst()
          .flatMap(order -> order.on(shape.grid(), shape.variant()))
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "Cannot export '%s': it is not what it was when the run began (run again)"
                          .formatted(wanted.parquet().key())));
    }

    private void put(int i, GridRow row) {
      put(i, SpectralStore.SIGNAL_WAVELENGTH, row.wavelength());
      put(i, SpectralStore.SIGNAL_FLUX_RAW, row.flux());
      put(i, SpectralStore.SIGNAL_UNCERTAINTY_RAW, row.uncertainty());
      Integer degree = shape.degree();
      if (degree != null && blocks.containsKey(SpectralStore.CONTINUUM_MODEL)) {
        continuum(i, ContinuumFit.poly(degree).fit(row.wavelength(), row.flux()));
      }
    }

    private void continuum(int i, Continuum found) {
      fitted.set(i, found instanceof Continuum.Fitted);
      put(i, SpectralStore.CONTINUUM_MODEL, found.model());
      put(i, SpectralStore.CONTINUUM_UNCERTAINTY, found.modelUncertainty());
    }

    private void put(int i, String array, double[] values) {
      @Nullable Block block = blocks.get(array);
      if (block != null) {
        block.put(i, values);
      }
    }
  }
}
