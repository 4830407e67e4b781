package org.novacat.jobs.release.table;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Temporary;

/**
 * The samples of many spectra, kept in a file until all are there and then given back by
 * wavelength: slice by slice of 2.3 %, in each the spectra in their order, of each its samples in
 * their order. Memory holds a few words for each spectrum, and a number for each slice of each.
 * Where the medium of a spectrum is not known, its wavelengths go by what the file says.
 */
public final class SampleSpool implements Closeable {
  private static final double SLICES_OF_A_DECADE = 100;

  /** Samples that are written and read at a time; their number has {@link #COUNT_BITS} bits. */
  private static final int MOST_SAMPLES = 1024;

  private static final int COUNT_BITS = 11;
  private static final int SAMPLE_BYTES = Integer.BYTES + 4 * Double.BYTES + 1;

  private final FileChannel file;
  private final ByteBuffer buffer =
      ByteBuffer.allocateDirect(Integer.BYTES + MOST_SAMPLES * SAMPLE_BYTES);
  private final List<SampleRow.Spectrum> spectra = new ArrayList<>();

  /** Where each run of samples begins in the file, and how many they are, by slice. */
  private final TreeMap<Integer, Runs> slices = new TreeMap<>();

  private long end;

  private SampleSpool(FileChannel file) {
    this.file = file;
  }

  /**
   * An empty one.
   *
   * @param file to keep them in, which is overwritten; whoever asks for it removes it
   */
  public static SampleSpool in(Path file) throws IOException {
    return new SampleSpool(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE));
  }

  /**
   * Keeps the samples of the next spectrum.
   *
   * @return the spectrum
   * @throws org.novacat.jobs.cli.NoRoom when the disk does not take them
   */
  public SpectrumRow keeping(SpectrumRow row) {
    try {
      add(row);
      return row;
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }

  private void add(SpectrumRow row) throws IOException {
    spectra.add(SampleRow.Spectrum.of(row));
    double[] wavelengths =
        row.samples().vacuum() == null ? row.samples().wavelength() : row.samples().vacuum();
    int count = wavelengths.length;
    for (int from = 0, to; from < count; from = to) {
      int slice = slice(wavelengths[from]);
      to = from + 1;
      while (to < count && to - from < MOST_SAMPLES && slice(wavelengths[to]) == slice) {
        to++;
      }
      keep(slice, row.samples(), from, to);
    }
  }

  /** StrictMath, because equal spectra have to give equal tables on each machine. */
  private static int slice(double wavelength) {
    return (int) Math.floor(SLICES_OF_A_DECADE * StrictMath.log10(wavelength));
  }

  private void keep(int slice, SpectrumSamples samples, int from, int to) throws IOException {
    buffer.clear().putInt(spectra.size() - 1);
    for (int i = from; i < to; i++) {
      buffer.putInt(samples.order() == null ? 0 : samples.order()[i]);
      buffer.putDouble(samples.wavelength()[i]);
      buffer.putDouble(samples.vacuum() == null ? Double.NaN : samples.vacuum()[i]);
      buffer.putDouble(samples.flux()[i]);
      buffer.putDouble(samples.uncertainty() == null ? Double.NaN : samples.uncertainty()[i]);
      buffer.put((byte) (samples.good()[i] ? 1 : 0));
    }
    buffer.flip();
    slices.computeIfAbsent(slice, any -> new Runs()).add(end << COUNT_BITS | to - from);
    while (buffer.hasRemaining()) {
      end += file.write(buffer, end);
    }
  }

  /** All samples by wavelength; of several iterators only one is used at a time. */
  Iterator<SampleRow> samples() {
    return new Reading(slices.values().iterator());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** A list of numbers that takes no objects. */
  private static final class Runs {
    private long[] numbers = new long[16];
    private int size;

    void add(long number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }
  }

  private final class Reading implements Iterator<SampleRow> {
    private final Iterator<Runs> left;
    private Runs runs = new Runs();
    private int next;
    private SampleRow.@Nullable Spectrum spectrum;

    Reading(Iterator<Runs> left) {
      this.left = left;
      buffer.clear().limit(0);
    }

    @Override
    public boolean hasNext() {
      return buffer.hasRemaining() || next < runs.size || left.hasNext();
    }

    @Override
    public SampleRow next() {
      if (!buffer.hasRemaining()) {
        nextRun();
      }
      return new SampleRow(
          requireNonNull(spectrum),
          buffer.getInt(),
          buffer.getDouble(),
          buffer.getDouble(),
          buffer.getDouble(),
          buffer.getDouble(),
          buffer.get() != 0);
    }

    private void nextRun() {
      if (next == runs.size) {
        if (!left.hasNext()) {
          throw new NoSuchElementException("no further sample");
        }
        runs = left.next();
        next = 0;
      }
      long run = runs.numbers[next++];
      read(run >>> COUNT_BITS, (int) (run & (1 << COUNT_BITS) - 1));
      spectrum = spectra.get(buffer.getInt());
    }

    private void read(long position, int samples) {
      buffer.clear().limit(Integer.BYTES + samples * SAMPLE_BYTES);
      try {
        while (buffer.hasRemaining()) {
          if (file.read(buffer, position + buffer.position()) < 0) {
            throw new IllegalStateException("the file is shorter than what was kept in it");
          }
        }
      } catch (IOException e) {
        throw Temporary.failed(e);
      }
      buffer.flip();
    }
  }
}
