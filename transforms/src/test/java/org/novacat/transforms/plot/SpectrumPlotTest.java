package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.testing.Seeded;

class SpectrumPlotTest {
  private static final Box AREA = Chart.areaOf(SpectrumPlot.WIDTH, SpectrumPlot.HEIGHT);

  /** Pinned: another machine, JDK or order of work must give these bytes. */
  @Test
  void picture_hasTheSameBytesEverywhere() throws Exception {
    byte[] png = SpectrumPlot.png(reference(), "V1324 Sco · FORS2 · 2012-06-20");

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("a2c13f1d21e324007fef0f4714063869f5956135f83f008f3e68daf42a557dfc");
  }

  @Test
  void title_changesThePicture() {
    assertThat(SpectrumPlot.png(reference(), "V1324 Sco"))
        .isNotEqualTo(SpectrumPlot.png(reference(), "V1324 Sca"));
  }

  @Test
  void missingSamples_leaveAGap() {
    double[] flux = Pictures.flat(1000);
    flux[0] = 0.5;
    Arrays.fill(flux, 400, 600, Double.NaN);

    BufferedImage picture = draw(Pictures.order(Pictures.wavelengths(1000), flux));

    int middle = (AREA.left() + AREA.right()) / 2;
    assertThat(Pictures.columnHas(picture, middle, Colors.BLUE)).isFalse();
    assertThat(Pictures.columnHas(picture, AREA.left() + 100, Colors.BLUE)).isTrue();
    assertThat(Pictures.columnHas(picture, AREA.right() - 100, Colors.BLUE)).isTrue();
  }

  @Test
  void badSamples_areGrey() {
    double[] flux = Pictures.flat(1000);
    flux[0] = 0.5;
    boolean[] good = new boolean[1000];
    Arrays.fill(good, true);
    Arrays.fill(good, 400, 600, false);

    BufferedImage picture = draw(Pictures.order(Pictures.wavelengths(1000), flux, good));

    int middle = (AREA.left() + AREA.right()) / 2;
    assertThat(Pictures.columnHas(picture, middle, Colors.BLUE)).isFalse();
    assertThat(Pictures.columnHas(picture, middle, Colors.FAINT)).isTrue();
  }

  @Test
  void ordersInTurn_haveTwoTones() {
    NormalizedOrder first = Pictures.order(new double[] {4000, 5000}, new double[] {1, 2});
    NormalizedOrder second = Pictures.order(new double[] {5000, 6000}, new double[] {2, 1});

    BufferedImage picture = draw(first, second);

    assertThat(Pictures.columnHas(picture, AREA.left() + 100, Colors.BLUE)).isTrue();
    assertThat(Pictures.columnHas(picture, AREA.left() + 100, Colors.SKY)).isFalse();
    assertThat(Pictures.columnHas(picture, AREA.right() - 100, Colors.SKY)).isTrue();
  }

  @Test
  void sampleAloneBetweenGaps_isSeen() {
    double[] flux = {1, Double.NaN, 2, Double.NaN, 1};

    BufferedImage picture = draw(Pictures.order(new double[] {1, 2, 3, 4, 5}, flux));

    int middle = (AREA.left() + AREA.right()) / 2;
    assertThat(
            Pictures.columnHas(picture, middle, Colors.BLUE)
                || Pictures.columnHas(picture, middle - 1, Colors.BLUE))
        .isTrue();
  }

  @Test
  void whateverPassedValidation_isDrawn() {
    Seeded.cases(
        100,
        random -> {
          NormalizedOrder[] orders = new NormalizedOrder[1 + random.nextInt(3)];
          Arrays.setAll(orders, i -> wild(random));

          BufferedImage picture = draw(orders);

          assertThat(picture.getWidth()).isEqualTo(SpectrumPlot.WIDTH);
          assertThat(picture.getHeight()).isEqualTo(SpectrumPlot.HEIGHT);
        });
  }

  private static BufferedImage draw(NormalizedOrder... orders) {
    return Pictures.decode(SpectrumPlot.png(Pictures.spectrum(orders), "T CrB"));
  }

  /** Any number of samples, any range of wavelengths, and flux of all sizes with holes. */
  private static NormalizedOrder wild(Random random) {
    int n = 2 + random.nextInt(3000);
    double[] wavelength = new double[n];
    double[] flux = new double[n];
    boolean[] good = new boolean[n];
    double at = 1 + random.nextDouble(1e4);
    double step = Math.pow(10, random.nextDouble(-3, 3));
    double size = Math.pow(10, random.nextDouble(-320, 308));
    double holes = random.nextDouble();
    double bad = random.nextDouble() * 1.2;
    for (int i = 0; i < n; i++) {
      wavelength[i] = at;
      at += step * (0.5 + random.nextDouble());
      flux[i] = random.nextDouble() < holes ? Double.NaN : size * random.nextGaussian();
      good[i] = Double.isFinite(flux[i]) && random.nextDouble() > bad;
    }
    return Pictures.order(wavelength, flux, good);
  }

  /** A continuum with P Cygni lines, made of arithmetic that every machine does alike. */
  private static NormalizedSpectrum reference() {
    int n = 2000;
    double[] flux = new double[n];
    double[] wavelength = Pictures.wavelengths(n);
    for (int i = 0; i < n; i++) {
      double emission = (wavelength[i] - 4861) / 20;
      double absorption = (wavelength[i] - 4843) / 6;
      double ripple = (i * 7919 % 101 - 50) / 2500.0;
      flux[i] =
          1e-13
              * (1 + 6 / (1 + emission * emission) - 1.5 / (1 + absorption * absorption) + ripple);
    }
    flux[1500] = 1e-10;
    Arrays.fill(flux, 1700, 1720, Double.NaN);
    return Pictures.spectrum(Pictures.order(wavelength, flux));
  }
}
