package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.spectrum.NormalizedSpectrum;

class AxisLabelsTest {
  private static final NormalizedSpectrum SPECTRUM =
      Pictures.spectrum(
          Pictures.order(Pictures.wavelengths(1200), Pictures.flat(1200)),
          Pictures.order(Pictures.wavelengths(2), Pictures.flat(2)));

  @ParameterizedTest
  @CsvSource({
    "erg.s**-1.cm**-2.Angstrom**-1, erg s⁻¹ cm⁻² Å⁻¹",
    "W.m**-2.um**-1, W m⁻² μm⁻¹",
    "uJy, μJy",
    "adu.pixel**-1, adu pixel⁻¹",
    "erg**(0.5), erg^(0.5)",
    "'', ''",
  })
  void unit_isSetAsInPrint(String symbol, String label) {
    assertThat(AxisLabels.unit(symbol)).isEqualTo(label);
  }

  @Test
  void flux_namesQuantityPowerAndUnit() {
    assertThat(AxisLabels.flux(SPECTRUM, -15)).isEqualTo("Flux density [10⁻¹⁵ erg s⁻¹ cm⁻² Å⁻¹]");
    assertThat(AxisLabels.flux(SPECTRUM, 0)).isEqualTo("Flux density [erg s⁻¹ cm⁻² Å⁻¹]");
  }

  @Test
  void wavelength_namesItsMedium() {
    assertThat(AxisLabels.wavelength(SPECTRUM)).isEqualTo("Wavelength in air [Å]");
  }

  @Test
  void extent_countsOrdersAndSamples() {
    assertThat(AxisLabels.extent(SPECTRUM)).isEqualTo("2 orders · 1,202 samples");
  }
}
