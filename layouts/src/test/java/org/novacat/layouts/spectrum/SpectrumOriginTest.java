package org.novacat.layouts.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.testing.Seeded;

class SpectrumOriginTest {
  private static final String FROM = "sidecar x.csv.sidecar.json";

  private static final List<SourceType> COMPUTED =
      Arrays.stream(SourceType.values()).filter(SourceType::mayBeComputed).toList();

  @Test
  void nothingStated_isAnObservedFlux() {
    SpectrumOrigin origin = SpectrumOrigin.of(StatedFacts.NONE);

    assertThat(origin).isEqualTo(SpectrumOrigin.UNSTATED);
    assertThat(origin.sourceType().code()).isEqualTo("observed");
    assertThat(origin.fluxType().code()).isEqualTo("flux");
    assertThat(origin.simulator()).isEmpty();
    assertThat(new double[] {origin.teff(), origin.logg(), origin.feh()}).containsOnly(Double.NaN);
  }

  @Test
  void codes_areThoseOfTheContract() {
    assertThat(Arrays.stream(SourceType.values()).map(SourceType::code))
        .containsExactly("observed", "synthetic", "emulator", "forward_model", "stacked");
    assertThat(Arrays.stream(FluxType.values()).map(FluxType::code))
        .containsExactly("flux", "intensity");
  }

  @Test
  void whatIsStated_comesBackEqual() {
    Seeded.cases(
        2000,
        random -> {
          SourceType source = COMPUTED.get(random.nextInt(COMPUTED.size()));
          FluxType flux = random.nextBoolean() ? FluxType.FLUX : FluxType.INTENSITY;
          double teff = 100 + 1e6 * random.nextDouble();
          double logg = 20 * (2 * random.nextDouble() - 1);
          double feh = 9 * (2 * random.nextDouble() - 1);
          Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
          facts.put(StatedFact.SOURCE_TYPE, source.code());
          facts.put(StatedFact.FLUX_TYPE, flux.code());
          facts.put(StatedFact.SIMULATOR, "code " + random.nextInt());
          facts.put(StatedFact.TEFF, Double.toString(teff));
          facts.put(StatedFact.LOGG, Double.toString(logg));
          facts.put(StatedFact.FEH, Double.toString(feh));

          assertThat(SpectrumOrigin.of(new StatedFacts(facts, FROM)))
              .isEqualTo(
                  new SpectrumOrigin(
                      source, flux, facts.get(StatedFact.SIMULATOR), teff, logg, feh));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "SOURCE_TYPE, Forward_Model",
    "FLUX_TYPE, INTENSITY",
    "TEFF, 100",
    "TEFF, +1.2D4",
    "TEFF, 9990",
    "TEFF, 9.999e3",
    "LOGG, 0",
    "LOGG, -20",
    "LOGG, 9.9",
    "FEH, -.5",
    "FEH, 10.",
  })
  void valueThatStarsHave_isTaken(StatedFact fact, String text) {
    SpectrumOrigin stated = SpectrumOrigin.of(facts(fact, text));

    assertThat(stated).isNotEqualTo(SpectrumOrigin.UNSTATED);
  }

  @ParameterizedTest
  @CsvSource({
    "SOURCE_TYPE, simulated",
    "SOURCE_TYPE, forward model",
    "FLUX_TYPE, Jy",
    "TEFF, hot",
    "TEFF, NaN",
    "TEFF, Infinity",
    "TEFF, 0x1p12",
    "TEFF, 5000f",
    "TEFF, 5000 K",
    "TEFF, '5,000'",
    "TEFF, -999",
    "TEFF, -5000",
    "TEFF, 0",
    "TEFF, 4.2",
    "TEFF, 1e20",
    "TEFF, 9999",
    "TEFF, 9999.0",
    "TEFF, 99999",
    "LOGG, -999",
    "LOGG, 20.1",
    "LOGG, 9.99",
    "FEH, -9.99",
    "FEH, -9.9990",
    "FEH, 99.9",
    "FEH, 1e999",
    "FEH, -",
    "FEH, .",
  })
  void valueThatIsNone_isNamedWithItsPlace(StatedFact fact, String text) {
    assertThatThrownBy(() -> SpectrumOrigin.of(facts(fact, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot use %s = '%s' of %s: ".formatted(fact.key(), text, FROM))
        .hasMessageContaining("leave it out");
  }

  @Test
  void longValue_isShortInTheMessage() {
    assertThatThrownBy(() -> SpectrumOrigin.of(facts(StatedFact.FEH, "9".repeat(100_000))))
        .message()
        .hasSizeLessThan(300);
  }

  /** Else a computed spectrum would be exported as an observed one. */
  @ParameterizedTest
  @CsvSource(
      value = {"none", "observed"},
      nullValues = "none")
  void simulatorOfAnObservedSpectrum_isRefused(@Nullable String source) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    facts.put(StatedFact.SIMULATOR, "CMFGEN");
    if (source != null) {
      facts.put(StatedFact.SOURCE_TYPE, source);
    }

    assertThatThrownBy(() -> SpectrumOrigin.of(new StatedFacts(facts, FROM)))
        .hasMessage(
            "Cannot use simulator = 'CMFGEN' of sidecar x.csv.sidecar.json: its source_type is observed, and no code computes what is observed (state source_type, such as synthetic, or leave out simulator)");
  }

  private static StatedFacts facts(StatedFact fact, String text) {
    return new StatedFacts(Map.of(fact, text), FROM);
  }
}
