package org.novacat.layouts.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class UnitsTest {
  private static Unit unit(String text) {
    UnitReading reading = Units.parse(text);
    assertThat(reading).as(text).isInstanceOf(UnitReading.Understood.class);
    return ((UnitReading.Understood) reading).unit();
  }

  @ParameterizedTest
  @CsvSource({
    "Angstrom, 1",
    "angstrom, 1",
    "Angstroms, 1",
    "ANGSTROMS, 1",
    "Ang, 1",
    "A, 1",
    "Å, 1",
    "0.1 nm, 1",
    "nm, 10",
    "NM, 10",
    "nanometers, 10",
    "um, 10000",
    "µm, 10000",
    "μm, 10000",
    "MICRON, 10000",
    "Microns, 10000",
    "m, 1E10",
    "cm, 1E8",
    "pm, 0.01",
    "10**-10 m, 1",
    "AA, 1",
    "Ang., 1",
    "Angstroms., 1",
    "Angstr., 1",
    "\u00c3\u0085, 1",
    "$\\AA$, 1",
    "$\\mu$m, 10000",
    "nanometre, 10",
    "micrometres, 10000",
    "Wavelength (Ang), 1",
    "WAVELENGTH [Angstrom], 1",
  })
  void length_hasFactorToAngstrom(String text, double factor) {
    assertThat(unit(text).factorTo(Units.ANGSTROM)).hasValue(factor);
  }

  @ParameterizedTest
  @CsvSource({
    "FLAM, 1",
    "flam, 1",
    "erg/cm2/s/A, 1",
    "ERG/CM2/S/A, 1",
    "ERGS/CM**2/S/A, 1",
    "erg/s/cm**2/Angstrom, 1",
    "erg/cm^2/s/Angstrom, 1",
    "erg s-1 cm-2 A-1, 1",
    "erg.s**-1.cm**-2.Angstrom**-1, 1",
    "erg*s**-1*cm**-2*Angstrom**-1, 1",
    "erg cm**(-2) s**(-1) Angstrom**(-1), 1",
    "erg cm(-2) sec(-1) Ang(-1), 1",
    "erg / (cm2 s Angstrom), 1",
    "1E-17 erg/cm^2/s/Ang, 1E-17",
    "1.0E-17 erg/cm2/s/A, 1E-17",
    "1e-17erg/cm2/s/A, 1E-17",
    "10**-17 erg/(s cm2 Angstrom), 1E-17",
    "10**(-16)erg.cm**(-2).s**(-1).angstrom**(-1), 1E-16",
    "10^-17 erg/s/cm^2/Ang, 1E-17",
    "10-17erg/s/cm2/Angstrom, 1E-17",
    "1.5x10^-17 erg/s/cm2/A, 1.5E-17",
    "Flux (10^-17 erg/s/cm^2/Ang), 1E-17",
    "Flux Error (10^-17 erg/s/cm^2/Ang), 1E-17",
    "erg s**(-1) cm**(-2) nm**(-1), 0.1",
    "W.m**-2.nm**-1, 100",
    "W m-2 um-1, 0.1",
    "W/m2/um, 0.1",
    "W/m2 um-1, 0.1",
    "W/m^3, 1E-7",
    "erg/s/cm2/AA, 1",
    "erg/s/cm**2/AA, 1",
    "erg cm^{-2} s^{-1} A^{-1}, 1",
    "10^{-17} erg cm^{-2} s^{-1} \\AA^{-1}, 1E-17",
    "1e-17 erg/s/cm2/Ang., 1E-17",
    "ergs-1cm-2A-1, 1",
    "ergss-1cm-2A-1, 1",
    "Wm-2um-1, 0.1",
    "Wm-2nm-1, 100",
    "mWm-2nm-1, 0.1",
    "W/m^2/um, 0.1",
    "ergs/s/cm2/A, 1",
    "erg s!U-1!N cm!U-2!N A!U-1!N, 1",
    "erg\u00b7s\u207b\u00b9\u00b7cm\u207b\u00b2\u00b7\u00c5\u207b\u00b9, 1",
  })
  void fluxDensityPerWavelength_hasFactorToCgs(String text, double factor) {
    assertThat(unit(text).factorTo(Units.F_LAMBDA)).hasValue(factor);
  }

  @ParameterizedTest
  @CsvSource({
    "Jy, 1E-23",
    "mJy, 1E-26",
    "uJy, 1E-29",
    "microJy, 1E-29",
    "millijansky, 1E-26",
    "MilliJy, 1E-26",
    "megaJy, 1E-17",
    "ergs-1cm-2Hz-1, 1",
    "FNU, 1",
    "erg/s/cm2/Hz, 1",
    "W m-2 Hz-1, 1000",
  })
  void fluxDensityPerFrequency_hasFactorToCgs(String text, double factor) {
    assertThat(unit(text).factorTo(Units.F_NU)).hasValue(factor);
  }

  @ParameterizedTest
  @CsvSource({
    "erg/cm2/s/A, erg.s**-1.cm**-2.Angstrom**-1",
    "A-1 cm-2 s-1 erg, erg.s**-1.cm**-2.Angstrom**-1",
    "FLAM, erg.s**-1.cm**-2.Angstrom**-1",
    "W m-2 µm-1, W.m**-2.um**-1",
    "count nm-1, count.nm**-1",
    "Counts/s, count.s**-1",
    "e-/s, electron.s**-1",
    "electrons/sec, electron.s**-1",
    "DU/PIXEL, adu.pixel**-1",
    "DN, adu",
    "FN, FN",
    "MJy/sr, MJy.sr**-1",
    "Jy^2, Jy**2",
    "(MJy/sr)^2, MJy**2.sr**-2",
    "erg**(1/2), erg**(0.5)",
    "KM/S, km.s**-1",
    "m/m, ''",
    "1E-3, ''",
  })
  void understood_hasOneSpelling(String text, String symbol) {
    assertThat(unit(text).symbol()).isEqualTo(symbol);
  }

  @ParameterizedTest
  @CsvSource({
    "'', UNSTATED",
    "' ', UNSTATED",
    "unknown, UNSTATED",
    "NONE, UNSTATED",
    "relative, RELATIVE",
    "Relative Flux, RELATIVE",
    "relative_flux, RELATIVE",
    "Arbitrary units, RELATIVE",
    "normalized, NORMALIZED",
    "Normalised flux, NORMALIZED",
  })
  void wordInsteadOfUnit_isKnown(String text, UnitWord word) {
    assertThat(Units.parse(text)).isEqualTo(new UnitReading.Worded(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "furlong",
        "microfurlong",
        "milliA",
        "erg/s/cm2/a",
        "Wm",
        "ms-1cm-2",
        "erg/s cm2 A",
        "Jy/beam km/s",
        "MJY",
        "MHZ",
        "MM",
        "Nm",
        "a",
        "[nm]",
        "log(erg/s)",
        "log10(Angstrom)",
        "BJD - 2454833",
        "btjd",
        "Flag Mask (bitwise)",
        "erg/",
        "erg/(s cm2",
        "erg)",
        "erg**",
        "erg**x",
        "10**",
        "erg 1e-17",
        "Magic (erg/s)",
        "erg//s",
        "**2",
        "counts ???",
        "0 erg",
        "1e999 erg",
        "10**-999 erg",
        "erg**(1/0)",
        "cm99999",
      })
  void textOfNoTableOrTwoMeanings_isUnknown(String text) {
    assertThat(Units.parse(text)).isInstanceOf(UnitReading.Unknown.class);
  }

  @Test
  void unknown_saysWhy() {
    assertThat(Units.parse("erg/furlong"))
        .isEqualTo(new UnitReading.Unknown("erg/furlong", "no table has 'furlong'"));
    assertThat(Units.parse("erg/s cm2 A"))
        .isEqualTo(
            new UnitReading.Unknown(
                "erg/s cm2 A", "a product after '/' has two readings without brackets"));
  }

  @Test
  void surfaceBrightnessAndPhotons_areNoFluxDensity() {
    assertThat(FluxDensity.from(unit("MJy/sr"))).isEmpty();
    assertThat(FluxDensity.from(unit("erg/s/cm2/A/arcsec2"))).isEmpty();
    assertThat(FluxDensity.from(unit("photlam"))).isEmpty();
    assertThat(FluxDensity.from(unit("erg/cm/s/Ang"))).isEmpty();
    assertThat(FluxDensity.from(unit("count/s"))).isEmpty();
  }

  @Test
  void countsAndAdu_areNotTheSame() {
    assertThat(unit("count").factorTo(unit("adu"))).isEmpty();
  }

  @Test
  void inverseVariance_isThePowerOfItsFlux() {
    Unit inverse = unit("10**+34 (s2 cm4 Angstrom2) / erg2");

    assertThat(inverse.factorTo(Units.F_LAMBDA.power(-2)).orElseThrow())
        .isCloseTo(1e34, within(1e20));
  }

  @Test
  void solidAngle_isSquaredAngle() {
    assertThat(unit("arcsec2").factorTo(unit("sr")).orElseThrow())
        .isCloseTo(2.350443053909789e-11, within(1e-24));
  }

  @Test
  void textLongerThanAnyUnit_isUnknown() {
    assertThat(Units.parse("(".repeat(100_000)))
        .isInstanceOfSatisfying(
            UnitReading.Unknown.class,
            unknown -> assertThat(unknown.why()).isEqualTo("it is longer than any unit"));
  }

  @Test
  void anyText_isReadWithoutHarm() {
    String[] parts = {
      "erg", "cm", "s", "A", "1", "10", "-17", "E", "**", "^", "(", ")", "/", ".", "*", " ", "[",
      "]", "e-", "x", "flux", "+", "µ", "0", "\t", "flam"
    };
    Seeded.cases(
        20_000,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
          }

          UnitReading reading = Units.parse(text.toString());

          if (reading instanceof UnitReading.Understood understood) {
            assertThat(understood.unit().factor()).isBetween(1e-100, 1e100);
          }
        });
  }

  @Test
  void normalisedSpelling_isReadAsTheSameUnit() {
    for (String text :
        new String[] {
          "FLAM", "W m-2 um-1", "e-/s", "(MJy/sr)^2", "DU/PIXEL", "km/s", "erg**(1/2)"
        }) {
      Unit unit = unit(text);

      assertThat(unit(unit.symbol())).isEqualTo(unit);
    }
  }
}
