package org.novacat.fits.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.HadoopSource;
import org.novacat.fits.spark.file.HadoopSource.ReadAhead;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.query.Facts;
import org.novacat.fits.spark.query.FileColumn;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.Mode;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.table.FitsTableFile;

/**
 * Divides files among tasks. Files that the listing alone rejects are left out; a table larger than
 * a partition is divided by rows, for which its header is read here.
 */
final class ScanPlanner {
  /** What reading the headers of a file is reckoned as beside opening it. */
  private static final long HEADERS = 64 << 10;

  private final Configuration conf;
  private final ScanSpec spec;
  private final int cores;

  /**
   * @param cores tasks that can run at once
   */
  ScanPlanner(Configuration conf, ScanSpec spec, int cores) {
    this.conf = conf;
    this.spec = spec;
    this.cores = cores;
  }

  /** The files of a listing that may have rows for the query. */
  List<ListedFile> wanted(List<ListedFile> files) {
    return files.stream().filter(file -> !spec.filter().rejects(Facts.of(file))).toList();
  }

  /**
   * The partitions.
   *
   * @throws IOException when the header of a large file cannot be fetched
   */
  List<FitsPartition> plan(List<ListedFile> files) throws IOException {
    List<ListedFile> wanted = wanted(files);
    long target = target(wanted);
    Packer packer = new Packer(target);
    for (ListedFile file : wanted) {
      for (Piece piece : pieces(file, target)) {
        packer.add(piece, cost(piece));
      }
    }
    return packer.finish();
  }

  /** As Spark does for its own files: spread over the cores, and no more than the limit. */
  private long target(List<ListedFile> files) {
    FitsOptions options = spec.options();
    long total = files.stream().mapToLong(f -> cost(Piece.whole(f))).sum();
    long share = Math.max(options.openCostBytes(), total / cores);
    return Math.min(options.partitionBytes(), share);
  }

  private long cost(Piece piece) {
    long bytes = readsData() ? piece.bytes() : Math.min(HEADERS, piece.file().size());
    return spec.options().openCostBytes() + bytes;
  }

  private boolean readsData() {
    return spec.asks(FileColumn.SHA256) || asksData();
  }

  private boolean asksData() {
    return switch (spec.options().mode()) {
      case HDUS -> false;
      case SPECTRA -> true;
      case TABLE -> spec.asksData();
    };
  }

  private List<Piece> pieces(ListedFile file, long target) throws IOException {
    boolean divisible =
        spec.options().mode() == Mode.TABLE
            && spec.asksData()
            && !spec.asks(FileColumn.SHA256)
            && file.size() > target;
    return divisible ? ranges(file, target) : List.of(Piece.whole(file));
  }

  private List<Piece> ranges(ListedFile file, long target) throws IOException {
    FitsOptions options = spec.options();
    HadoopSource raw = HadoopSource.open(conf, file, ReadAhead.HEADERS, new Counters());
    try (FitsTableFile table = FitsTableFile.inPlace(raw, file, options.hdu(), options.limits())) {
      List<Piece> whole = List.of(Piece.whole(file));
      if (table == null || table.hdu().axes()[1] == 0) {
        return whole;
      }
      int[] axes = table.hdu().axes();
      return Piece.ofRows(file, axes[1], axes[0], target);
    } catch (RefusedException e) {
      // The task that reads it says why.
      return List.of(Piece.whole(file));
    }
  }

  /**
   * Packs pieces into partitions by their cost, in their order, so that rows keep the files' order.
   */
  private static final class Packer {
    private final long target;
    private final List<FitsPartition> partitions = new ArrayList<>();
    private List<Piece> open = new ArrayList<>();
    private long cost;

    /**
     * @param target cost of a partition, exceeded only by one that holds a single piece
     */
    Packer(long target) {
      this.target = target;
    }

    /** Adds a piece behind the others. */
    void add(Piece piece, long pieceCost) {
      if (!open.isEmpty() && cost + pieceCost > target) {
        flush();
      }
      open.add(piece);
      cost += pieceCost;
    }

    private void flush() {
      partitions.add(new FitsPartition(open));
      open = new ArrayList<>();
      cost = 0;
    }

    /** All partitions; nothing may be added after. */
    List<FitsPartition> finish() {
      if (!open.isEmpty()) {
        flush();
      }
      return partitions;
    }
  }
}
