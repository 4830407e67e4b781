package org.novacat.transforms.spectrum.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/** Small spectra as text, and their reading. */
final class TextSpectra {
  static final int SAMPLES = 50;

  private TextSpectra() {}

  /** Wavelength of a sample, Angstrom. */
  static double wavelength(int i) {
    return 4000 + 2.5 * i;
  }

  /** Flux of a sample, 1e-15. */
  static double flux(int i) {
    return 1 + i % 7 * 0.25;
  }

  /** A line a sample. */
  static String rows(IntFunction<String> row) {
    return IntStream.range(0, SAMPLES).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
  }

  /** Two columns in Angstrom. */
  static String rows(String between) {
    return rows(i -> wavelength(i) + between + flux(i));
  }

  static ReadResult result(String text, StatedFacts stated) {
    return TextSpectrumReader.read("spectrum.txt", text.getBytes(UTF_8), stated);
  }

  static ReadResult.Read read(String text) {
    return read(text, StatedFacts.NONE);
  }

  static ReadResult.Read read(String text, StatedFacts stated) {
    ReadResult result = result(text, stated);
    assertThat(result).as(result.toString()).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }

  static Refusal refused(String text) {
    return refused(text, StatedFacts.NONE);
  }

  static Refusal refused(String text, StatedFacts stated) {
    ReadResult result = result(text, stated);
    assertThat(result).isInstanceOf(ReadResult.Rejected.class);
    return ((ReadResult.Rejected) result).refusal();
  }

  /** The only spectrum of a text. */
  static SourceSpectrum one(String text) {
    ReadResult.Read read = read(text);
    assertThat(read.spectra()).hasSize(1);
    return read.spectra().get(0);
  }

  /** What a sidecar states: a key and its value, by turns. */
  static StatedFacts stated(String... pairs) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    for (int i = 0; i < pairs.length; i += 2) {
      facts.put(StatedFact.of(pairs[i]).orElseThrow(), pairs[i + 1]);
    }
    return new StatedFacts(facts, "sidecar");
  }
}
