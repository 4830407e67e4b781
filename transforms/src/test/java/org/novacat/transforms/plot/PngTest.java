package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class PngTest {
  private static final int COLOR_TYPE = 25;

  @Test
  void fewColors_areAPaletteThatReadsBack() {
    Seeded.cases(20, random -> assertReadsBack(random, 1 + random.nextInt(256), 3));
  }

  @Test
  void manyColors_areTrueColorThatReadsBack() {
    Seeded.cases(20, random -> assertReadsBack(random, 257 + random.nextInt(1000), 2));
  }

  private static void assertReadsBack(Random random, int colors, int colorType) {
    Raster raster = new Raster(60 + random.nextInt(40), 60, 0);
    int[] pixels = raster.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i < colors ? i : random.nextInt(colors)) * 0x010305 & 0xffffff;
    }

    byte[] png = Png.encode(raster);

    assertThat(png[COLOR_TYPE]).isEqualTo((byte) colorType);
    BufferedImage picture = Pictures.decode(png);
    int width = picture.getWidth();
    for (int i = 0; i < pixels.length; i++) {
      assertThat(picture.getRGB(i % width, i / width) & 0xffffff).isEqualTo(pixels[i]);
    }
  }
}
