package org.novacat.fits;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.SourceSpectrum;

/** How far spectra are from the truth: greatest relative difference, infinite for a wrong kind. */
final class Difference {
  private Difference() {}

  /** Of all spectra of a file; both lists in the file's order. */
  static double of(List<SourceSpectrum> read, List<JsonNode> truth) {
    if (read.size() != truth.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double worst = 0;
    for (int i = 0; i < read.size(); i++) {
      worst = Math.max(worst, of(read.get(i), truth.get(i)));
    }
    return worst;
  }

  private static double of(SourceSpectrum read, JsonNode truth) {
    double worst = of(read.axis().values(), truth.get("axis"));
    worst = Math.max(worst, of(read.flux().values(), truth.get("flux")));
    return Math.max(worst, uncertainty(read, truth));
  }

  /** The truth lists no uncertainty for some files that have one; then ours is not judged. */
  private static double uncertainty(SourceSpectrum read, JsonNode truth) {
    JsonNode expected = truth.get("uncertainty");
    if (expected == null) {
      return 0;
    }
    if (read.uncertainty() == null) {
      return Double.POSITIVE_INFINITY;
    }
    String kind =
        switch (read.uncertainty().kind()) {
          case SIGMA -> "std";
          case VARIANCE -> "var";
          case IVAR -> "ivar";
        };
    return kind.equals(expected.get("kind").asText())
        ? of(read.uncertainty().values(), expected)
        : Double.POSITIVE_INFINITY;
  }

  /** Of one series. */
  static double of(double[] values, @Nullable JsonNode truth) {
    JsonNode expected = Objects.requireNonNull(truth);
    SeriesSummary s = SeriesSummary.of(values);
    if (s.n() != expected.get("n").asInt()) {
      return Double.POSITIVE_INFINITY;
    }
    double worst = relative(s.first(), expected.get("first"));
    worst = Math.max(worst, relative(s.last(), expected.get("last")));
    worst = Math.max(worst, relative(s.min(), expected.get("min")));
    worst = Math.max(worst, relative(s.max(), expected.get("max")));
    return Math.max(worst, relative(s.sum(), expected.get("sum_finite")));
  }

  private static double relative(double value, JsonNode truth) {
    if (truth == null || truth.isNull()) {
      // The truth leaves out extremes and sum where no value is finite.
      return Double.isFinite(value) && value != 0 ? Double.POSITIVE_INFINITY : 0;
    }
    double expected = truth.isNumber() ? truth.asDouble() : nonFinite(truth.asText());
    if (Double.compare(value, expected) == 0 || value == expected) {
      return 0;
    }
    double difference = Math.abs(value - expected) / Math.abs(expected);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private static double nonFinite(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.NaN;
    };
  }
}
