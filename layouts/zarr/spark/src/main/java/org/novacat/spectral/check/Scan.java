package org.novacat.spectral.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.blosc.BloscException;

/**
 * Reads an array chunk by chunk and shows it to rules, row by row. A chunk that cannot be read is
 * told, and its rows are shown to nobody.
 */
final class Scan {
  private final ZarrArray array;
  private final Findings findings;

  Scan(ZarrArray array, Findings findings) {
    this.array = array;
    this.findings = findings;
  }

  /** Looks at rows of samples, some rows at a time, of each one stretch after the other. */
  interface SampleRule {
    /** Begins rows from {@code first}. */
    void begin(long first, int rows);

    /** The next samples of one of the rows, counted from 0. */
    void samples(int row, Numbers numbers, int from, int count);

    /** All samples of the rows were shown. */
    void end();
  }

  /** Looks at the numbers of an array of one dimension. */
  interface NumberRule {
    void number(long row, double value);
  }

  /** Looks at the texts of an array of one dimension. */
  interface TextRule {
    void text(long row, String value);
  }

  /** Reads an array of (rows, samples); one of (samples,) is one row. */
  void samples(List<? extends SampleRule> rules) {
    boolean flat = array.spec().shape().size() == 1;
    long rows = flat ? 1 : array.spec().shape().get(0);
    int each = flat ? 1 : array.spec().chunks().get(0);
    for (long first = 0; first < rows; first += each) {
      int count = (int) Math.min(each, rows - first);
      for (SampleRule rule : rules) {
        rule.begin(first, count);
      }
      if (chunkRow(first / each, count, flat, rules)) {
        rules.forEach(SampleRule::end);
      }
    }
  }

  private boolean chunkRow(
      long chunkRow, int rows, boolean flat, List<? extends SampleRule> rules) {
    int axis = flat ? 0 : 1;
    int width = array.spec().chunks().get(axis);
    boolean whole = true;
    for (long chunk = 0; chunk < array.gridShape().get(axis); chunk++) {
      long[] place = flat ? new long[] {chunk} : new long[] {chunkRow, chunk};
      Numbers numbers = read(at -> Numbers.read(array, at), place);
      whole &= numbers != null;
      if (numbers != null) {
        int count = (int) Math.min(width, array.spec().shape().get(axis) - chunk * width);
        show(numbers, rows, width, count, rules);
      }
    }
    return whole;
  }

  private static void show(
      Numbers numbers, int rows, int width, int count, List<? extends SampleRule> rules) {
    for (SampleRule rule : rules) {
      for (int row = 0; row < rows; row++) {
        rule.samples(row, numbers, row * width, count);
      }
    }
  }

  /** Reads an array of numbers of one dimension. */
  void numbers(NumberRule rule) {
    int each = array.spec().chunks().get(0);
    long length = array.spec().shape().get(0);
    for (long first = 0; first < length; first += each) {
      Numbers numbers = read(at -> Numbers.read(array, at), first / each);
      for (int i = 0; numbers != null && i < Math.min(each, length - first); i++) {
        rule.number(first + i, numbers.at(i));
      }
    }
  }

  /** Reads an array of texts of one dimension. */
  void texts(TextRule rule) {
    int each = array.spec().chunks().get(0);
    long length = array.spec().shape().get(0);
    for (long first = 0; first < length; first += each) {
      List<String> texts = read(array::strings, first / each);
      for (int i = 0; texts != null && i < Math.min(each, length - first); i++) {
        rule.text(first + i, texts.get(i));
      }
    }
  }

  /** Reads all chunks of an array of any shape. */
  void chunks() {
    List<Long> grid = array.gridShape();
    long[] chunk = new long[grid.size()];
    for (boolean more = !grid.contains(0L); more; more = advance(chunk, grid)) {
      if (array.spec().dtype().isText()) {
        read(array::strings, chunk);
      } else {
        read(at -> Numbers.read(array, at), chunk);
      }
    }
  }

  private static boolean advance(long[] chunk, List<Long> grid) {
    for (int axis = chunk.length - 1; axis >= 0; axis--) {
      if (++chunk[axis] < grid.get(axis)) {
        return true;
      }
      chunk[axis] = 0;
    }
    return false;
  }

  private <T> @Nullable T read(Function<long[], T> reader, long... chunk) {
    try {
      return reader.apply(chunk);
    } catch (ZarrException | BloscException e) {
      findings.fault(
          SpectralCheck.CHUNKS_DECODE,
          "chunk %s of '%s': %s".formatted(Arrays.toString(chunk), array.path(), e.getMessage()));
      return null;
    }
  }
}
