package org.novacat.jobs.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.novacat.layouts.spectrum.Medium;

/**
 * Another convention, compressed as a whole. Java's gzip header holds no time, so equal is equal.
 */
record Gzipped(Convention inner) implements Convention {
  @Override
  public Medium medium() {
    return inner.medium();
  }

  @Override
  public double[] grid(int n) {
    return inner.grid(n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(inner.write(exposure, samples));
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return packed.toByteArray();
  }
}
