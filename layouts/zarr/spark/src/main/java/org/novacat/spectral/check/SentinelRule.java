package org.novacat.spectral.check;

import java.util.Arrays;
import java.util.OptionalDouble;

/** No sample is a number that stands for a missing one; see {@link Sentinels}. */
final class SentinelRule implements Scan.SampleRule {
  private final Findings findings;
  private final String path;
  private long first;

  /** The least, the next least, the next greatest and the greatest of each row; NaN: none. */
  private double[] least = new double[0];

  private double[] low = new double[0];
  private double[] high = new double[0];
  private double[] greatest = new double[0];

  SentinelRule(Findings findings, String path) {
    this.findings = findings;
    this.path = path;
  }

  @Override
  public void begin(long from, int count) {
    first = from;
    least = nan(count);
    low = nan(count);
    high = nan(count);
    greatest = nan(count);
  }

  private static double[] nan(int count) {
    double[] values = new double[count];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  @Override
  public void samples(int row, Numbers numbers, int from, int count) {
    for (int i = from; i < from + count; i++) {
      double value = numbers.at(i);
      if (Double.isFinite(value)) {
        downward(row, value);
        upward(row, value);
      }
    }
  }

  // A comparison with NaN is false: "not above" takes the first value too.
  private void downward(int row, double value) {
    if (!(value >= least[row])) {
      low[row] = least[row];
      least[row] = value;
    } else if (value > least[row] && !(value >= low[row])) {
      low[row] = value;
    }
  }

  private void upward(int row, double value) {
    if (!(value <= greatest[row])) {
      high[row] = greatest[row];
      greatest[row] = value;
    } else if (value < greatest[row] && !(value <= high[row])) {
      high[row] = value;
    }
  }

  @Override
  public void end() {
    for (int row = 0; row < least.length; row++) {
      OptionalDouble found = Sentinels.apart(least[row], low[row], high[row], greatest[row]);
      if (found.isPresent()) {
        tell(row, found.getAsDouble());
      }
    }
  }

  private void tell(int row, double value) {
    findings.row(SpectralCheck.SIGNAL_SENTINELS, first + row, "'%s' has %s".formatted(path, value));
  }
}
