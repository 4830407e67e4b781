package org.novacat.zarr.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Spectra of a continuum and one line, counted in photons and scaled to a flux; the uncertainty is
 * the root of the counts. Always the same.
 */
final class PhotonNoise {
  private static final int PIXELS = 4000;
  private static final float SCALE = 1.7e-16f;

  private final Random random = new Random(20_261_130);
  private final byte[] fluxBytes = new byte[Float.BYTES * PIXELS];
  private final byte[] uncertaintyBytes = new byte[Float.BYTES * PIXELS];
  private final ByteBuffer flux = ByteBuffer.wrap(fluxBytes).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer uncertainty =
      ByteBuffer.wrap(uncertaintyBytes).order(ByteOrder.LITTLE_ENDIAN);

  private PhotonNoise() {}

  /** Writes {@code flux.f32} and {@code unc.f32}, unless the folder has them. */
  static void write(Path folder, int rows) throws IOException {
    if (Files.exists(folder.resolve("unc.f32"))) {
      return;
    }
    Files.createDirectories(folder);
    PhotonNoise noise = new PhotonNoise();
    try (OutputStream fluxes = open(folder.resolve("flux.f32"));
        OutputStream uncertainties = open(folder.resolve("unc.f32"))) {
      for (int row = 0; row < rows; row++) {
        noise.next();
        fluxes.write(noise.fluxBytes);
        uncertainties.write(noise.uncertaintyBytes);
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private void next() {
    double level = 500 + 1500 * random.nextDouble();
    double line = PIXELS * (0.2 + 0.6 * random.nextDouble());
    for (int i = 0; i < PIXELS; i++) {
      double away = (i - line) / 40;
      double mean = level * (1 + 0.3 * i / PIXELS) + 3000 * Math.exp(-away * away);
      double counts = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
      flux.putFloat(Float.BYTES * i, (float) counts * SCALE);
      uncertainty.putFloat(Float.BYTES * i, (float) Math.sqrt(Math.max(1, counts)) * SCALE);
    }
  }
}
