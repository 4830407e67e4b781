package org.novacat.layouts.axis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.axis.WavelengthUnit.Scale;
import org.novacat.layouts.spectrum.Medium;

class WavelengthUnitTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Angstrom | Angstrom | UNKNOWN | LINEAR",
        "Angstrom (air) | Angstrom | AIR | LINEAR",
        "Angstrom (in air) | Angstrom | AIR | LINEAR",
        "Angstroms_air | Angstroms | AIR | LINEAR",
        "nm (vacuum) | nm | VACUUM | LINEAR",
        "nm (vac) | nm | VACUUM | LINEAR",
        "nm_vac | nm | VACUUM | LINEAR",
        "nm, vacuum | nm | VACUUM | LINEAR",
        "nm [air] | nm | AIR | LINEAR",
        "Ang. (air) | Ang | AIR | LINEAR",
        "air nm | nm | AIR | LINEAR",
        "Wavelength (Angstrom, air) | Wavelength (Angstrom) | AIR | LINEAR",
        "log10(Angstrom) | Angstrom | UNKNOWN | LOG10",
        "log(Angstrom) | Angstrom | UNKNOWN | LOG10",
        "dex(Angstrom) | Angstrom | UNKNOWN | LOG10",
        "log10 Angstrom | Angstrom | UNKNOWN | LOG10",
        "ln(nm) | nm | UNKNOWN | LN",
        "log10(Angstrom (air)) | Angstrom | AIR | LOG10",
      })
  void text_isTheUnitAndWhatStandsBesideIt(String text, String unit, Medium medium, Scale scale) {
    assertThat(WavelengthUnit.of(text)).isEqualTo(new WavelengthUnit(unit, medium, scale));
    assertThat(WavelengthUnit.of(text).isLength()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "air", "vacuum", "pixel", "km/s", "deg", "erg/s", "furlong (air)", "AU"})
  void textWithoutAUnitOfWavelength_isNoLength(String text) {
    assertThat(WavelengthUnit.of(text).isLength()).isFalse();
  }

  @Test
  void prose_isNoUnit() {
    assertThat(WavelengthUnit.of("air (".repeat(50_000)).isMore()).isFalse();
  }

  @Test
  void scales_areRaised() {
    assertThat(Scale.LOG10.raise(3)).isEqualTo(1000);
    assertThat(Scale.LN.raise(0)).isEqualTo(1);
    assertThat(Scale.LINEAR.raise(5)).isEqualTo(5);
  }
}
