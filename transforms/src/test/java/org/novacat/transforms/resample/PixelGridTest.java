package org.novacat.transforms.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelGridTest {
  @Test
  void regularGrid_hasItsStopWhereThatIsACentre() {
    PixelGrid grid = PixelGrid.regular(4000, 4001, 0.1);

    assertThat(grid.size()).isEqualTo(11);
    assertThat(grid.centres()[10]).isEqualTo(4001, within(1e-9));
    assertThat(grid.edges()[0]).isEqualTo(3999.95, within(1e-9));
    assertThat(grid.width(3)).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void stopBetweenCentres_isNotPassed() {
    assertThat(PixelGrid.regular(1, 2.9, 1).centres()).containsExactly(1, 2);
    assertThat(PixelGrid.regular(5, 5, 2).edges()).containsExactly(4, 6);
  }

  @ParameterizedTest
  @CsvSource({"1,2,0", "1,2,-1", "2,1,1", "NaN,2,1", "1,Infinity,1", "1,2,NaN", "1,2,Infinity"})
  void impossibleRange_isRefused(double start, double stop, double step) {
    assertThatThrownBy(() -> PixelGrid.regular(start, stop, step))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot ");
  }

  @Test
  void tooManyPixels_areRefusedBeforeMemoryIsTaken() {
    assertThatThrownBy(() -> PixelGrid.regular(1, 1e300, 1e-300))
        .hasMessageContaining("at most 10000000");
    assertThatThrownBy(() -> PixelGrid.regular(0, 10_000_000, 1)).hasMessageContaining("at most");
  }

  @Test
  void stepThatVanishesBesideTheWavelength_isRefused() {
    assertThatThrownBy(() -> PixelGrid.regular(1e16, 1e16 + 2, 0.001))
        .hasMessageContaining("strictly increasing");
  }

  @Test
  void edges_lieHalfWayAndMirroredAtTheEnds() {
    PixelGrid grid = PixelGrid.ofCentres(new double[] {1, 2, 4});

    assertThat(grid.edges()).containsExactly(0.5, 1.5, 3, 5);
    assertThat(grid.centres()).containsExactly(1, 2, 4);
  }

  @Test
  void centresThatAreNoAxis_areRefused() {
    assertThatThrownBy(() -> PixelGrid.ofCentres(new double[] {1}))
        .hasMessageContaining("1 centres have no width");
    assertThatThrownBy(() -> PixelGrid.ofCentres(new double[] {1, 2, 2}))
        .hasMessageContaining("pixel centre 2: 2.0 does not follow 2.0");
    assertThatThrownBy(() -> PixelGrid.ofCentres(new double[] {1, Double.NaN}))
        .hasMessageContaining("pixel centre 1: it is NaN");
  }

  @Test
  void centreOutsideItsPixel_isRefused() {
    assertThatThrownBy(() -> new PixelGrid(new double[] {3}, new double[] {1, 2}))
        .hasMessageContaining("centre 3.0 of pixel 0");
    assertThatThrownBy(() -> new PixelGrid(new double[] {1, 2}, new double[] {0, 3}))
        .hasMessageContaining("2 centres and 2 edges");
  }

  @Test
  void equalGrids_areEqual() {
    assertThat(PixelGrid.regular(1, 9, 2))
        .isEqualTo(PixelGrid.ofCentres(new double[] {1, 3, 5, 7, 9}))
        .hasSameHashCodeAs(PixelGrid.regular(1, 9, 2))
        .isNotEqualTo(PixelGrid.regular(1, 9, 1));
  }
}
