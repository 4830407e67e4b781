package org.novacat.jobs.bench;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.TableHDU;

/**
 * Only reads: opens each file below a folder with nom-tam-fits and takes all its data, in one
 * thread, the given number of rounds. Prints one line a round.
 */
public final class NomTamReadLoop {
  private NomTamReadLoop() {}

  /** Arguments: folder, rounds. */
  public static void main(String[] args) throws IOException, FitsException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
      files = all.filter(path -> path.toString().matches(".*\\.fits?")).sorted().toList();
    }
    for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
      round(files, round);
    }
  }

  private static void round(List<Path> files, int round) throws IOException, FitsException {
    long start = System.nanoTime();
    long bytes = 0;
    long values = 0;
    for (Path file : files) {
      bytes += Files.size(file);
      values += read(file);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "nom-tam-fits round %d: %d files, %d values, %.2f s, %.0f files/s, %.1f MB/s%n",
        round,
        files.size(),
        values,
        seconds,
        files.size() / seconds,
        bytes / 1e6 / seconds);
  }

  private static long read(Path file) throws IOException, FitsException {
    long values = 0;
    try (Fits fits = new Fits(file.toFile())) {
      for (BasicHDU<?> hdu : fits.read()) {
        if (hdu instanceof TableHDU<?> table) {
          for (int column = 0; column < table.getNCols(); column++) {
            values += length(table.getColumn(column));
          }
        } else {
          values += length(hdu.getKernel());
        }
      }
    }
    return values;
  }

  private static long length(Object array) {
    return array == null || !array.getClass().isArray() ? 0 : Array.getLength(array);
  }
}
