package org.novacat.transforms.spectrum.text;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;

/**
 * What columns of numbers without names may be. Wavelengths are sampled in even steps, times seldom
 * are; where times may be, the answer is that it cannot be told.
 */
final class NamelessTables {
  private static final int LEAST_ROWS = 30;
  private static final double EVEN_SHARE = 0.9;
  private static final double MOST_UNEVEN = 1.7;

  /** Julian Dates of three centuries. */
  private static final double JD_FROM = 2_300_000;

  private static final double JD_TO = 2_600_000;

  /** Modified Julian Dates begin here, or wavelengths beyond 3 micrometres. */
  private static final double MJD_FROM = 30_000;

  /** The end of an axis in Angstrom, which no nanometres of an optical spectrum reach. */
  private static final double LEAST_END = 3000;

  private static final double LEAST_BEGIN = 100;

  private static final String STATE =
      " (state wavelength_unit in a sidecar, a manifest or a metadata table if it is a spectrum)";

  private NamelessTables() {}

  static TextKind kind(TextTable table) {
    Samples samples = table.samples();
    int[] columns = columns(samples);
    if (columns.length < 2 || samples.rows() < LEAST_ROWS) {
      return cannot("it has too few numbers to tell what they are");
    }
    double[] x = samples.column(columns[0]);
    double low = Arrays.stream(x).min().orElse(0);
    double high = Arrays.stream(x).max().orElse(0);
    if (low > JD_FROM && high < JD_TO) {
      return new TextKind(TextKind.Kind.LIGHT_CURVE, "its first column holds Julian Dates");
    }
    if (!areEven(x)) {
      return cannot("its first column has no even steps, as wavelengths have");
    }
    if (low < LEAST_BEGIN || high < LEAST_END || high > MJD_FROM || mayBeTimes(x, low, high)) {
      return cannot("its first column may hold wavelengths or times");
    }
    return areMagnitudes(samples.column(columns[1]))
        ? cannot("its second column may hold magnitudes")
        : new TextKind(
            TextKind.Kind.SPECTRUM, "its columns have no names, and the first has even steps");
  }

  private static TextKind cannot(String why) {
    return TextKind.neither(why + STATE);
  }

  /** Columns with numbers that do not count the rows. */
  private static int[] columns(Samples samples) {
    return IntStream.range(0, samples.columns()).filter(i -> samples.numbers(i) > 0).toArray();
  }

  /** Whether steps go one way and are about as long as those beside them. */
  private static boolean areEven(double[] x) {
    boolean up = x[1] > x[0];
    int even = 0;
    for (int i = 2; i < x.length; i++) {
      double before = up ? x[i - 1] - x[i - 2] : x[i - 2] - x[i - 1];
      double step = up ? x[i] - x[i - 1] : x[i - 1] - x[i];
      even += step > 0 && step < before * MOST_UNEVEN && before < step * MOST_UNEVEN ? 1 : 0;
    }
    return even >= EVEN_SHARE * (x.length - 2);
  }

  /** Whether steps and span are those of a night, or of a month watched from space. */
  private static boolean mayBeTimes(double[] x, double low, double high) {
    double step = (high - low) / (x.length - 1);
    return high - low < 1.5 || (high - low < 30 && step < 0.03);
  }

  private static boolean areMagnitudes(double[] y) {
    double[] sorted = Arrays.stream(y).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return true;
    }
    double middle = sorted[sorted.length / 2];
    double range = sorted[sorted.length - 1] - sorted[0];
    return sorted[0] > 0 && middle >= 2 && middle <= 25 && range < 12;
  }
}
