package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class ScaleTest {
  private static List<String> labels(AxisScale scale, int most) {
    return scale.ticks(most).stream().filter(Tick::major).map(Tick::label).toList();
  }

  @Test
  void linear_hasRoundLabels() {
    assertThat(labels(new LinearScale(3710.0, 7734.6, 0, 700, 0), 7))
        .containsExactly("4000", "5000", "6000", "7000");
    assertThat(labels(new LinearScale(0.28, 0.91, 0, 700, 0), 7))
        .containsExactly("0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9");
    assertThat(labels(new LinearScale(-1.2, 1.1, 0, 700, 0), 5))
        .containsExactly("−1.0", "−0.5", "0.0", "0.5", "1.0");
  }

  @Test
  void compact_leavesOutThePowerOfLongNumbersOnly() {
    LinearScale tiny = LinearScale.compact(0, 3.2e-15, 300, 0);
    assertThat(tiny.power()).isEqualTo(-15);
    assertThat(labels(tiny, 4)).containsExactly("0", "1", "2", "3");
    LinearScale large = LinearScale.compact(0, 525_436, 300, 0);
    assertThat(large.power()).isEqualTo(5);
    assertThat(labels(large, 4)).containsExactly("0", "2", "4");
    assertThat(LinearScale.compact(0, 0.02, 300, 0).power()).isZero();
    assertThat(LinearScale.compact(0, 26_639, 300, 0).power()).isZero();
  }

  @Test
  void linear_mapsItsEnds() {
    LinearScale upwards = new LinearScale(2, 4, 300, 0, 0);

    assertThat(upwards.pixel(2)).isEqualTo(300);
    assertThat(upwards.pixel(4)).isEqualTo(0);
    assertThat(upwards.pixel(3)).isEqualTo(150);
    assertThat(upwards.pixel(Double.NaN)).isNaN();
  }

  @Test
  void log_labelsDecadesAndWhatFitsBetween() {
    assertThat(labels(new LogScale(900, 3e6, 0, 700), 7))
        .containsExactly("1000", "10000", "10⁵", "10⁶");
    assertThat(labels(new LogScale(900, 21_000, 0, 700), 10))
        .containsExactly("1000", "2000", "5000", "10000", "20000");
    assertThat(labels(new LogScale(2e-19, 3e-8, 300, 0), 6))
        .containsExactly("10⁻¹⁸", "10⁻¹⁶", "10⁻¹⁴", "10⁻¹²", "10⁻¹⁰", "10⁻⁸");
  }

  @Test
  void log_hasNoPlaceForWhatIsNotPositive() {
    LogScale scale = new LogScale(1, 100, 0, 200);

    assertThat(scale.pixel(10)).isEqualTo(100);
    assertThat(scale.pixel(0)).isNaN();
    assertThat(scale.pixel(-1)).isNaN();
    assertThat(scale.pixel(Double.NaN)).isNaN();
  }

  @Test
  void ticks_lieInsideAndAreFew() {
    Seeded.cases(
        2000,
        random -> {
          double low = random.nextGaussian() * Math.pow(10, random.nextDouble(-20, 20));
          double high = low + Math.abs(low) * random.nextDouble(1e-6, 10);

          List<Tick> ticks = new LinearScale(low, high, 0, 700, 0).ticks(7);

          assertThat(ticks).hasSizeBetween(2, 8);
          assertThat(ticks).allMatch(tick -> tick.value() >= low && tick.value() <= high);
          assertThat(ticks.stream().map(Tick::label).distinct()).hasSameSizeAs(ticks);
        });
  }
}
