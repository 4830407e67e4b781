package org.novacat.transforms.plot;

import java.util.List;
import java.util.function.IntPredicate;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;

/**
 * The picture of a spectrum: flux as found over wavelength, orders in two tones in turn, samples
 * that are not good in grey, gaps where samples are missing. Scales are logarithmic where the
 * wavelengths span more than a decade.
 */
public final class SpectrumPlot {
  /** Width of a picture, pixels. */
  public static final int WIDTH = 800;

  /** Height of a picture, pixels. */
  public static final int HEIGHT = 400;

  private static final double LINE = 1.15;
  private static final double LOG_RATIO = 12;
  private static final double LOG_FLUX_RATIO = 50;

  /** Room at either end of a logarithmic scale of flux. */
  private static final double LOG_MARGIN = 1.5;

  private static final int[] TONES = {Colors.BLUE, Colors.SKY};

  private final NormalizedSpectrum spectrum;
  private final Chart chart = new Chart(WIDTH, HEIGHT);
  private final AxisScale x;
  private final AxisScale y;

  private SpectrumPlot(NormalizedSpectrum spectrum) {
    this.spectrum = spectrum;
    x = wavelengthScale(spectrum.orders(), chart.area());
    y = fluxScale(FluxRange.of(spectrum.orders()), x instanceof LogScale, chart.area());
  }

  /**
   * Draws a spectrum.
   *
   * @param title written above it, cut where it is too long
   * @return the bytes of a PNG file, the same on every machine for equal arguments
   */
  public static byte[] png(NormalizedSpectrum spectrum, String title) {
    SpectrumPlot plot = new SpectrumPlot(spectrum);
    plot.draw(title);
    return Png.encode(plot.chart.raster());
  }

  private void draw(String title) {
    chart.title(title, AxisLabels.extent(spectrum));
    chart.axes(x, AxisLabels.wavelength(spectrum), y, AxisLabels.flux(spectrum, y.power()));
    spectrum.orders().forEach(order -> trace(order, i -> nearBad(order.good(), i)));
    chart.paint(Colors.FAINT);
    for (int tone = 0; tone < TONES.length; tone++) {
      for (int i = tone; i < spectrum.orders().size(); i += TONES.length) {
        NormalizedOrder order = spectrum.orders().get(i);
        trace(order, sample -> order.good()[sample]);
      }
      chart.paint(TONES[tone]);
    }
  }

  private void trace(NormalizedOrder order, IntPredicate shown) {
    Trace trace = new Trace(chart.ink(), chart.area(), LINE);
    for (int i = 0; i < order.length(); i++) {
      if (shown.test(i)) {
        trace.add(x.pixel(order.wavelength()[i]), y.pixel(order.flux()[i]));
      } else {
        trace.lift();
      }
    }
    trace.lift();
  }

  /** Whether a sample is bad or beside a bad one, so that the grey line meets the good ones. */
  private static boolean nearBad(boolean[] good, int i) {
    return !good[i] || (i > 0 && !good[i - 1]) || (i + 1 < good.length && !good[i + 1]);
  }

  private static AxisScale wavelengthScale(List<NormalizedOrder> orders, Box area) {
    double low = orders.stream().mapToDouble(order -> order.wavelength()[0]).min().orElseThrow();
    double high =
        orders.stream()
            .mapToDouble(order -> order.wavelength()[order.length() - 1])
            .max()
            .orElseThrow();
    return high > LOG_RATIO * low
        ? new LogScale(low, high, area.left() + 2.0, area.right() - 2.0)
        : new LinearScale(low, high, area.left() + 2.0, area.right() - 2.0, 0);
  }

  private static AxisScale fluxScale(FluxRange range, boolean logAllowed, Box area) {
    return logAllowed && range.high() > LOG_FLUX_RATIO * range.lowPositive()
        ? new LogScale(
            range.lowPositive() / LOG_MARGIN, range.high() * LOG_MARGIN, area.bottom(), area.top())
        : LinearScale.compact(range.low(), range.high(), area.bottom(), area.top());
  }
}
