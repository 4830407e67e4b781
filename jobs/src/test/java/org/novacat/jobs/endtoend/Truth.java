package org.novacat.jobs.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novacat.layouts.testing.SharedData;

/** What an independent reader says that a real file holds, and how far stored spectra are off. */
record Truth(String file, String expect, List<JsonNode> spectra) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Angstrom in one of the truth's units of wavelength; "" is Angstrom by decision 0004. */
  private static final Map<String, Double> ANGSTROM =
      Map.ofEntries(
          Map.entry("Angstrom", 1.0),
          Map.entry("Angstroms", 1.0),
          Map.entry("ANGSTROM", 1.0),
          Map.entry("ANGSTROMS", 1.0),
          Map.entry("Angstrom (assumed)", 1.0),
          Map.entry("", 1.0),
          Map.entry("nm", 10.0),
          Map.entry("um", 1e4),
          Map.entry("MICRON", 1e4));

  /** The units of flux that begin with a factor; all others count as they are. */
  private static final Map<String, Double> FACTORS =
      Map.of(
          "1E-17 erg/cm^2/s/Ang", 1e-17,
          "10**-17 erg/(s cm2 Angstrom)", 1e-17,
          "Flux (10^-17 erg/s/cm^2/Ang)", 1e-17);

  /** The truths of all real files; the test is skipped where they are absent. */
  static List<Truth> all() {
    try (Stream<Path> files = Files.list(SharedData.fits().resolve("truth"))) {
      return files.sorted().map(Truth::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a stack of bands the first is the spectrum, the others are what it was made of. */
  private static Truth read(Path file) {
    try {
      JsonNode truth = JSON.readTree(file.toFile());
      List<JsonNode> spectra = new ArrayList<>();
      for (JsonNode one : truth.path("spectra")) {
        if (one.path("band").asInt(1) == 1) {
          spectra.add(one);
        }
      }
      return new Truth(truth.get("file").asText(), truth.get("expect").asText(), spectra);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isSpectrum() {
    return expect.equals("spectrum");
  }

  /**
   * The greatest relative difference of stored orders from the truth's, both in the file's order;
   * infinite when they cannot be matched.
   *
   * @param dropped how many orders the notes of the spectrum say are dropped
   */
  double difference(List<StoredSeries> stored, long dropped, double tolerance) {
    if (stored.size() + dropped != spectra.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double worst = 0;
    long left = dropped;
    int next = 0;
    for (JsonNode truth : spectra) {
      double here = next == stored.size() ? Double.NaN : difference(stored.get(next), truth);
      if (here <= tolerance || left == 0) {
        worst = Math.max(worst, here);
        next++;
      } else {
        left--;
      }
    }
    return worst;
  }

  private static double difference(StoredSeries stored, JsonNode truth) {
    boolean decreasing = truth.get("axis").path("monotonic").asText().equals("dec");
    double unit = ANGSTROM.get(truth.get("axis").get("unit").asText());
    double factor = FACTORS.getOrDefault(truth.get("flux").get("unit").asText(), 1.0);
    return Math.max(
        difference(stored.wavelength(), truth.get("axis"), unit, decreasing),
        difference(stored.flux(), truth.get("flux"), factor, decreasing));
  }

  private static double difference(
      StoredSeries.Series stored, JsonNode truth, double factor, boolean reversed) {
    if (stored.n() != truth.get("n").asLong()) {
      return Double.POSITIVE_INFINITY;
    }
    double first = reversed ? stored.last() : stored.first();
    double last = reversed ? stored.first() : stored.last();
    double worst = relative(first / factor, truth.path("first"));
    worst = Math.max(worst, relative(last / factor, truth.path("last")));
    return Math.max(worst, relative(stored.sum() / factor, truth.path("sum_finite")));
  }

  /** Both not finite is equal: the truth spells such values as words, or leaves them out. */
  private static double relative(double value, JsonNode truth) {
    if (!truth.isNumber()) {
      return Double.isFinite(value) ? Double.POSITIVE_INFINITY : 0;
    }
    double expected = truth.asDouble();
    double difference = value == expected ? 0 : Math.abs(value - expected) / Math.abs(expected);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
