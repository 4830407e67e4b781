package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.util.Random;
import nom.tam.fits.Fits;
import nom.tam.fits.ImageHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import org.junit.jupiter.api.Test;

class TileCompressedImageTest {
  @Test
  void image_unpacksToTheFlux() throws Exception {
    Exposure exposure = new Stars(17).exposure(3, 7, 8, 12);
    Samples samples = SampleFormat.TILE_COMPRESSED.observe(exposure, new Random(5));
    byte[] bytes = SampleFormat.TILE_COMPRESSED.convention().write(exposure, samples);

    try (Fits fits = new Fits(new ByteArrayInputStream(bytes))) {
      ImageHDU image = ((CompressedImageHDU) fits.getHDU(1)).asImageHDU();
      short[] counts = (short[]) image.getKernel();
      double scale = image.getHeader().getDoubleValue("BSCALE");

      assertThat(counts).hasSize(samples.length());
      for (int i = 0; i < counts.length; i++) {
        assertThat(counts[i] * scale).isCloseTo(samples.flux()[i], within(0.501 * scale));
      }
    }
  }
}
