package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Bin;

/**
 * Work in waves of bins: of each wave, pieces are planned just before it begins.
 *
 * @param <S> what there is to do
 * @param <T> a piece of work for it
 */
final class PackedWaves<S, T extends Bin.Piece> implements Iterator<List<Bin<T>>> {
  private final Iterator<S> all;
  private final int most;
  private final int cores;
  private final Function<S, @Nullable T> plan;

  /**
   * Waves of at most {@code most} pieces each.
   *
   * @param plan gives null for what there is no work for, or not now
   */
  PackedWaves(Iterable<S> all, int most, int cores, Function<S, @Nullable T> plan) {
    this.all = all.iterator();
    this.most = most;
    this.cores = cores;
    this.plan = plan;
  }

  @Override
  public boolean hasNext() {
    return all.hasNext();
  }

  @Override
  public List<Bin<T>> next() {
    List<T> wave = new ArrayList<>();
    while (all.hasNext() && wave.size() < most) {
      T piece = plan.apply(all.next());
      if (piece != null) {
        wave.add(piece);
      }
    }
    return Bin.pack(wave, Bin.Size.of(wave.size(), cores));
  }
}
