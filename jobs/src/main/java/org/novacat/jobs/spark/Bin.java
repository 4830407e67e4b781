package org.novacat.jobs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The work of one task.
 *
 * @param <T> a piece of work
 */
public record Bin<T extends Bin.Piece>(ArrayList<T> pieces) implements Serializable {
  /** A piece of work of a known size. */
  public interface Piece extends Serializable {
    /** Bytes to be read for it. */
    long bytes();
  }

  /** What one task gets at the most. */
  public record Size(long bytes, int files) {
    /** Some seconds of work: enough to repay a task's start, little enough to show progress. */
    public static final Size STANDARD = new Size(16L << 20, 128);

    /** Bins are this many times as many as cores, so that a slow one keeps no core waiting. */
    private static final int BINS_PER_CORE = 4;

    /** The standard, or less where few pieces would leave cores idle. */
    public static Size of(int pieces, int cores) {
      int even = (pieces + cores * BINS_PER_CORE - 1) / (cores * BINS_PER_CORE);
      return new Size(STANDARD.bytes, Math.max(1, Math.min(STANDARD.files, even)));
    }
  }

  /** Packs pieces in their order, each bin as full as {@code size} lets it be. */
  public static <T extends Piece> List<Bin<T>> pack(List<T> pieces, Size size) {
    List<Bin<T>> bins = new ArrayList<>();
    ArrayList<T> open = new ArrayList<>();
    long bytes = 0;
    for (T piece : pieces) {
      boolean full = bytes + piece.bytes() > size.bytes() || open.size() == size.files();
      if (full && !open.isEmpty()) {
        bins.add(new Bin<>(open));
        open = new ArrayList<>();
        bytes = 0;
      }
      open.add(piece);
      bytes += piece.bytes();
    }
    if (!open.isEmpty()) {
      bins.add(new Bin<>(open));
    }
    return bins;
  }

  /**
   * Work in waves of bins: of each wave, at most {@code most} pieces, the pieces are planned just
   * before it begins.
   *
   * @param <S> what there is to do
   * @param plan gives null for what there is no work for, or not now
   */
  public static <S, T extends Piece> Iterator<List<Bin<T>>> waves(
      Iterable<S> all, int most, int cores, Function<S, @Nullable T> plan) {
    Iterator<S> left = all.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return left.hasNext();
      }

      @Override
      public List<Bin<T>> next() {
        List<T> wave = new ArrayList<>();
        while (left.hasNext() && wave.size() < most) {
          T piece = plan.apply(left.next());
          if (piece != null) {
            wave.add(piece);
          }
        }
        return pack(wave, Size.of(wave.size(), cores));
      }
    };
  }
}
