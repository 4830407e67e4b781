package org.novacat.jobs.zarr;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.novacat.jobs.zarr.row.Panel;
import org.novacat.jobs.zarr.row.Shape;

/** The panels of a store, some rows of chunks at a time; the plan of others is not held. */
final class PanelWaves implements Iterator<List<Panel>> {
  private final Iterator<StoreRow> rows;
  private final Shape shape;
  private final StoreArrays arrays;
  private final int most;
  private long chunkRow;

  /**
   * @param most rows of chunks in a wave
   */
  PanelWaves(StorePlan plan, Shape shape, StoreArrays arrays, int most) {
    this.rows = plan.iterator();
    this.shape = shape;
    this.arrays = arrays;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public List<Panel> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no row is left");
    }
    List<Panel> wave = new ArrayList<>();
    for (int i = 0; i < most && rows.hasNext(); i++) {
      wave.addAll(arrays.panels(chunkRow++, chunk()));
    }
    return wave;
  }

  private List<Panel.Row> chunk() {
    List<Panel.Row> chunk = new ArrayList<>();
    while (chunk.size() < shape.chunks().rows() && rows.hasNext()) {
      StoreRow row = rows.next();
      chunk.add(new Panel.Row(row.spectrum().parquet(), row.facts().order()));
    }
    return chunk;
  }
}
