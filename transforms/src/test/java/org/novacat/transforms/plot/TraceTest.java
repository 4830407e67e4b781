package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class TraceTest {
  private static final Box AREA = new Box(10, 10, 190, 90);

  /** With every line drawn, the same columns reach as high and as low. */
  @Test
  void manySamplesAColumn_reachAsFarAsAllOfThem() {
    Seeded.cases(
        50,
        random -> {
          double[] y = new double[5000];
          for (int i = 0; i < y.length; i++) {
            y[i] = 50 + random.nextGaussian() * 8 + (random.nextInt(500) == 0 ? 25 : 0);
          }

          int[][] traced = extents(traced(y));
          int[][] every = extents(everyLine(y));
          for (int x = AREA.left() + 1; x < AREA.right() - 2; x++) {
            assertThat(traced[x][0]).as("top of column %s", x).isCloseTo(every[x][0], within(1));
            assertThat(traced[x][1]).as("foot of column %s", x).isCloseTo(every[x][1], within(1));
          }
        });
  }

  @Test
  void linesFarOutside_areNotDrawn() {
    double[] y = new Random(1).doubles(5000, 1e6, 2e6).toArray();

    assertThat(extents(traced(y))).isDeepEqualTo(new int[200][2]);
  }

  private static double x(int i) {
    return AREA.left() + i * (AREA.width() - 1.0) / 5000;
  }

  private static Raster traced(double[] y) {
    Raster raster = new Raster(200, 100, Colors.PAPER);
    Ink ink = new Ink(raster.bounds());
    Trace trace = new Trace(ink, AREA, 1);
    for (int i = 0; i < y.length; i++) {
      trace.add(x(i), y[i]);
    }
    trace.lift();
    ink.paint(raster, Colors.BLUE, AREA);
    return raster;
  }

  private static Raster everyLine(double[] y) {
    Raster raster = new Raster(200, 100, Colors.PAPER);
    Ink ink = new Ink(raster.bounds());
    for (int i = 1; i < y.length; i++) {
      ink.line(x(i - 1), y[i - 1], x(i), y[i], 1);
    }
    ink.paint(raster, Colors.BLUE, AREA);
    return raster;
  }

  /** For each column the first and last row that is mostly ink. */
  private static int[][] extents(Raster raster) {
    int[][] extents = new int[200][2];
    for (int x = 0; x < 200; x++) {
      for (int y = 0; y < 100; y++) {
        if (Pictures.mostly(raster.pixels()[y * 200 + x], Colors.BLUE)) {
          extents[x][0] = extents[x][0] == 0 ? y : extents[x][0];
          extents[x][1] = y;
        }
      }
    }
    return extents;
  }
}
