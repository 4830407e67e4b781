package org.novacat.zarr.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.novacat.zarr.ArraySpec;
import org.novacat.zarr.ChunkWriter;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrFiles;
import org.novacat.zarr.ZarrWriter;

/** Flux and uncertainty in memory, chunk by chunk, and how they are written. */
record Spectra(List<float[]> flux, List<float[]> uncertainty, long rows) {
  private static final int PIXELS = 4000;
  private static final int CHUNK = 1024;
  private static final int BYTES = Float.BYTES * PIXELS;

  /** {@code flux.f32} and {@code unc.f32} of a folder: float32, row-major, 4,000 a row. */
  static Spectra read(Path folder) throws IOException {
    List<float[]> flux = chunks(folder.resolve("flux.f32"));
    long values = flux.stream().mapToLong(chunk -> chunk.length).sum();
    return new Spectra(flux, chunks(folder.resolve("unc.f32")), values / PIXELS);
  }

  private static List<float[]> chunks(Path file) throws IOException {
    List<float[]> chunks = new ArrayList<>();
    try (FileChannel in = FileChannel.open(file)) {
      for (long at = 0; at < in.size(); at += (long) CHUNK * BYTES) {
        long length = Math.min((long) CHUNK * BYTES, in.size() - at);
        ByteBuffer bytes = in.map(FileChannel.MapMode.READ_ONLY, at, length);
        float[] values = new float[(int) length / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        chunks.add(values);
      }
    }
    return chunks;
  }

  long bytes() {
    return 2 * rows * BYTES;
  }

  /** Writes a store by so many threads. */
  void write(ZarrFiles files, int threads) throws Exception {
    ZarrWriter writer = new ZarrWriter(files);
    ArraySpec spec =
        ArraySpec.floats(
            List.of(rows, (long) PIXELS), List.of(CHUNK, PIXELS), DType.F4, new TreeMap<>());
    writer.group("", new TreeMap<>());
    writer.group("signal", new TreeMap<>());
    writer.array("signal/flux_raw", spec);
    writer.array("signal/uncertainty_raw", spec);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Void> part : pool.invokeAll(parts(writer, spec, threads))) {
        part.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private List<Callable<Void>> parts(ZarrWriter writer, ArraySpec spec, int threads) {
    List<Callable<Void>> parts = new ArrayList<>();
    for (int part = 0; part < threads; part++) {
      int first = part;
      parts.add(
          () -> {
            ChunkWriter fluxes = writer.chunks("signal/flux_raw", spec);
            ChunkWriter uncertainties = writer.chunks("signal/uncertainty_raw", spec);
            for (int chunk = first; chunk < flux.size(); chunk += threads) {
              fluxes.floats(flux.get(chunk), chunk, 0);
              uncertainties.floats(uncertainty.get(chunk), chunk, 0);
            }
            return null;
          });
    }
    return parts;
  }
}
