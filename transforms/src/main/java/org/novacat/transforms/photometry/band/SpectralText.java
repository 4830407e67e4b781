package org.novacat.transforms.photometry.band;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.Regime;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.text.Tsv;

/** Filter texts that are a number with a unit: {@code 5 GHz}, {@code 0.3-8 keV}, {@code >1 TeV}. */
final class SpectralText {
  private static final Pattern FREQUENCY = Pattern.compile("(\\d+\\.?\\d*) ?([MG]Hz)");
  private static final Pattern RANGE =
      Pattern.compile("(\\d+\\.?\\d*) ?(?:-|–|to) ?(\\d+\\.?\\d*) ?([kMGT]eV)");
  private static final Pattern ABOVE = Pattern.compile("> ?(\\d+\\.?\\d*) ?([kMGT]eV)");

  /**
   * The largest distance of a frequency from its band, as a part of the band's own: 20 per cent.
   */
  private static final double NEAR = 0.2 + 1e-9; // 1.68 is within 20 per cent of 1.4

  /** The part of two ranges, in logarithms of energy, that must be common to both. */
  private static final double COMMON = 0.5;

  /** Where a range without an upper end ends, keV: 100 TeV, above which nothing was seen. */
  private static final double HIGHEST = 1e11;

  private static final List<Receiver> RECEIVERS =
      Tsv.resource(SpectralText.class, "radio-ranges.tsv").rows().stream()
          .map(
              row ->
                  new Receiver(
                      Double.parseDouble(row.cell("low")),
                      Double.parseDouble(row.cell("high")),
                      row.cell("band")))
          .toList();

  private final BandRegistry registry;

  SpectralText(BandRegistry registry) {
    this.registry = registry;
  }

  /** The frequency that a text gives; null when it gives none. */
  static @Nullable SpectralCoordinate frequency(String normal) {
    Matcher text = FREQUENCY.matcher(normal);
    if (!text.matches() || Double.parseDouble(text.group(1)) == 0) {
      return null;
    }
    double value = Double.parseDouble(text.group(1));
    return new SpectralCoordinate(text.group(2).equals("MHz") ? value / 1000 : value, "GHz");
  }

  /**
   * The radio band nearest to a frequency, within 20 per cent; else that of the receivers which
   * hear it.
   */
  Optional<Band> nearest(double gigahertz) {
    return registry.bands().stream()
        .filter(band -> band.regime() == Regime.RADIO && distance(band, gigahertz) <= NEAR)
        .min(Comparator.comparingDouble(band -> distance(band, gigahertz)))
        .or(() -> received(gigahertz));
  }

  private Optional<Band> received(double gigahertz) {
    return RECEIVERS.stream()
        .filter(receiver -> gigahertz >= receiver.low && gigahertz < receiver.high)
        .findFirst()
        .flatMap(receiver -> registry.find(receiver.band));
  }

  /** The band of energies that has most in common with the range that a text gives. */
  Optional<Band> energies(String normal) {
    Range range = range(normal);
    return range == null
        ? Optional.empty()
        : registry.bands().stream()
            .filter(band -> common(band, range) >= COMMON)
            .max(Comparator.comparingDouble(band -> common(band, range)));
  }

  private static double distance(Band band, double gigahertz) {
    Double own = band.spectralValue();
    return own == null ? Double.POSITIVE_INFINITY : Math.abs(gigahertz - own) / own;
  }

  private static double common(Band band, Range range) {
    Range own = range(band.name());
    return own == null ? 0 : own.common(range);
  }

  private static @Nullable Range range(String text) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      double unit = keV(range.group(3));
      return Range.of(
          Double.parseDouble(range.group(1)) * unit, Double.parseDouble(range.group(2)) * unit);
    }
    Matcher above = ABOVE.matcher(text);
    return above.matches()
        ? Range.of(Double.parseDouble(above.group(1)) * keV(above.group(2)), HIGHEST)
        : null;
  }

  private static double keV(String unit) {
    return switch (unit) {
      case "keV" -> 1;
      case "MeV" -> 1e3;
      case "GeV" -> 1e6;
      default -> 1e9; // TeV
    };
  }

  /** What radio receivers of one letter hear, GHz, and the band that it is. */
  private record Receiver(double low, double high, String band) {}

  /** A range of energies, keV. */
  private record Range(double low, double high) {
    static @Nullable Range of(double low, double high) {
      return low > 0 && low < high ? new Range(low, high) : null;
    }

    /** What is common to both as a part of what either covers, in logarithms. */
    double common(Range other) {
      double common = Math.min(high, other.high) / Math.max(low, other.low);
      double all = Math.max(high, other.high) / Math.min(low, other.low);
      return common <= 1 ? 0 : Math.log(common) / Math.log(all);
    }
  }
}
