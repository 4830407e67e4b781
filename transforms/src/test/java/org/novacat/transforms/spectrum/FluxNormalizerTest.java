package org.novacat.transforms.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.spectrum.FluxCalibration.ABSOLUTE;
import static org.novacat.layouts.spectrum.FluxCalibration.NORMALIZED;
import static org.novacat.layouts.spectrum.FluxCalibration.RELATIVE;
import static org.novacat.layouts.spectrum.FluxCalibration.UNCALIBRATED;
import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_FLUX;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;
import static org.novacat.transforms.spectrum.Sources.only;
import static org.novacat.transforms.spectrum.Sources.refusal;
import static org.novacat.transforms.spectrum.Sources.sound;
import static org.novacat.transforms.spectrum.Sources.spectrum;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.testing.Seeded;

class FluxNormalizerTest {
  private static void assertRefused(String detail, double... flux) {
    Refusal refusal = refusal(sound().flux("FLAM", ABSOLUTE, flux));
    assertThat(refusal.reason()).isEqualTo(INVALID_FLUX);
    assertThat(refusal.detail()).isEqualTo(detail);
  }

  @Test
  void leadingFactor_isApplied() {
    Sources source = sound().flux("1E-17 erg/cm^2/s/Ang", ABSOLUTE, 1, 2, 3, 4);

    assertThat(only(source).flux()).containsExactly(1e-17, 2e-17, 3e-17, 4e-17);
    assertThat(only(source).fluxLambda()).containsExactly(1e-17, 2e-17, 3e-17, 4e-17);
    assertThat(spectrum(source).fluxUnit()).isEqualTo("erg.s**-1.cm**-2.Angstrom**-1");
    assertThat(spectrum(source).notes())
        .containsExactly("The flux is multiplied by the factor of its unit, 1.0E-17.");
  }

  @Test
  void otherFluxDensity_keepsItsUnitAndGetsTheCanonicalOneBesideIt() {
    Sources source = sound().flux("W m-2 um-1", ABSOLUTE, 1e-15, 2e-15, 3e-15, 4e-15);

    assertThat(only(source).flux()).containsExactly(1e-15, 2e-15, 3e-15, 4e-15);
    assertThat(only(source).fluxLambda()[3]).isCloseTo(4e-16, within(1e-30));
    assertThat(spectrum(source).fluxUnit()).isEqualTo("W.m**-2.um**-1");
  }

  /** 3631 Jy is magnitude 0 (AB): 3631e-23 c / lambda^2, 3.63e-9 at 5478 Angstrom. */
  @Test
  void jansky_becomesFluxPerWavelength() {
    Sources source =
        sound().axis("um", 0.5478, 1, 2, 3).flux("Jy", ABSOLUTE, 3631, 3631, 3632, Double.NaN);

    double[] lambda = only(source).fluxLambda();

    assertThat(lambda[0]).isCloseTo(3.627e-9, within(5e-13));
    assertThat(lambda[1]).isCloseTo(3631e-23 * 2.99792458e18 / 1e8, within(1e-22));
    assertThat(lambda[3]).isNaN();
    assertThat(only(source).flux()[0]).isEqualTo(3631);
  }

  @Test
  void jansky_isConvertedWithVacuumWavelengths() {
    Sources air = sound().flux("Jy", ABSOLUTE, 1, 2, 3, 4).in(Medium.AIR, MediumSource.HEADER);

    NormalizedOrder order = only(air);

    double vacuum = order.wavelengthVacuum()[0];
    assertThat(order.fluxLambda()[0])
        .isCloseTo(1e-23 * 2.99792458e18 / (vacuum * vacuum), within(1e-27));
    assertThat(
            spectrum(sound().flux("Jy", ABSOLUTE, 1, 2, 3, 4).in(Medium.AIR, MediumSource.CUSTOM))
                .notes())
        .contains(
            "Flux density per wavelength is computed with wavelengths as they are:"
                + " medium not known.");
  }

  @ParameterizedTest
  @CsvSource({
    "'', UNCALIBRATED, UNCALIBRATED, ''",
    "'', RELATIVE, RELATIVE, ''",
    "'', ABSOLUTE, UNCALIBRATED, ''",
    "unknown, ABSOLUTE, UNCALIBRATED, ''",
    "ADU, UNCALIBRATED, UNCALIBRATED, adu",
    "ADU, ABSOLUTE, UNCALIBRATED, adu",
    "DU/PIXEL, UNCALIBRATED, UNCALIBRATED, adu.pixel**-1",
    "count nm-1, UNCALIBRATED, UNCALIBRATED, count.nm**-1",
    "Relative Flux, UNCALIBRATED, RELATIVE, ''",
    "relative, RELATIVE, RELATIVE, ''",
    "relative, NORMALIZED, NORMALIZED, ''",
    "normalized, RELATIVE, NORMALIZED, ''",
    "MJy/sr, ABSOLUTE, UNCALIBRATED, MJy.sr**-1",
    "FLAM, RELATIVE, RELATIVE, erg.s**-1.cm**-2.Angstrom**-1",
  })
  void worth_isWhatUnitAndConventionAllow(
      String unit, FluxCalibration stated, FluxCalibration expected, String symbol) {
    NormalizedSpectrum spectrum = spectrum(sound().flux(unit, stated, 1e-15, 2e-15, 3e-15, 4e-15));

    assertThat(spectrum.calibration()).isEqualTo(expected);
    assertThat(spectrum.fluxUnit()).isEqualTo(symbol);
    assertThat(spectrum.notes()).hasSize(stated == expected ? 0 : 1);
  }

  @Test
  void whatIsNoFluxDensity_hasNoFluxPerWavelength() {
    assertThat(only(sound().flux("ADU", UNCALIBRATED, 1, 2, 3, 4)).fluxLambda()).isNull();
    assertThat(only(sound().flux("", NORMALIZED, 1, 2, 3, 4)).fluxLambda()).isNull();
  }

  /** PH957_f of the real files: normalised, and still BUNIT = erg/cm2/s/A. */
  @Test
  void absoluteFluxBrighterThanAnyNova_isRelative() {
    NormalizedSpectrum spectrum =
        spectrum(sound().flux("erg/cm2/s/A", ABSOLUTE, 0.9, 1.1, 1.0, Double.NaN));

    assertThat(spectrum.calibration()).isEqualTo(RELATIVE);
    assertThat(spectrum.notes())
        .containsExactly(
            "The flux is taken as RELATIVE, not ABSOLUTE:"
                + " in 'erg/cm2/s/A' it is brighter than any nova.");
    assertThat(spectrum(sound().flux("FLAM", ABSOLUTE, 9e-7, 8e-7, 1, 1e-9)).calibration())
        .isEqualTo(ABSOLUTE);
  }

  @Test
  void unknownUnit_isRefused() {
    Refusal refusal = refusal(sound().flux("erg/furlong", ABSOLUTE, 1, 2, 3, 4));

    assertThat(refusal.reason()).isEqualTo(UNKNOWN_UNITS);
    assertThat(refusal.detail()).isEqualTo("FLUX_UNIT_UNKNOWN");
    assertThat(refusal.message())
        .isEqualTo(
            "Cannot use the flux: its unit, 'erg/furlong', is not known: no table has 'furlong' (state flux_unit in FILE.sidecar.json)");
  }

  @Test
  void missingSamples_stayMissing() {
    NormalizedOrder order = only(sound().flux("FLAM", ABSOLUTE, 1e-15, Double.NaN, 2e-15, 0));

    assertThat(order.flux()).containsExactly(1e-15, Double.NaN, 2e-15, 0);
    assertThat(order.good()).containsExactly(true, false, true, true);
  }

  @Test
  void mostlyMissing_isRefused() {
    double nan = Double.NaN;
    assertThat(only(sound().flux("FLAM", ABSOLUTE, nan, 1e-15, nan, 2e-15)).length()).isEqualTo(4);
    assertRefused("FLUX_NOT_FINITE", nan, 1e-15, nan, Double.POSITIVE_INFINITY);
    assertRefused("FLUX_NOT_FINITE", nan, nan, nan, nan);
  }

  @Test
  void zeroOrConstant_isRefused() {
    assertRefused("FLUX_ALL_ZERO", 0, 0, -0.0, 0);
    assertRefused("FLUX_ALL_ZERO", 0, Double.NaN, 0, 0);
    assertRefused("FLUX_CONSTANT", 7, 7, 7, 7);
    assertRefused("FLUX_CONSTANT", 7, Double.NaN, 7, 7);
  }

  /** What is left of flux when a transfer in text mode drops a byte before it. */
  @Test
  void misalignedBytes_areRefused() {
    Seeded.cases(
        200,
        random -> {
          double[] flux = noisyContinuum(random);
          double[] shifted = shiftedByAByte(flux);

          assertThat(FluxChecks.fault(flux)).isEmpty();
          assertThat(FluxChecks.fault(shifted))
              .hasValueSatisfying(
                  refusal -> assertThat(refusal.detail()).isEqualTo("FLUX_SCRAMBLED"));
        });
  }

  private static double[] noisyContinuum(Random random) {
    double[] flux = new double[2000];
    double level = Math.pow(10, random.nextDouble(-18, 5));
    Arrays.setAll(flux, i -> (float) (level * (1 + 0.1 * random.nextGaussian())));
    return flux;
  }

  private static double[] shiftedByAByte(double[] flux) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * flux.length);
    for (double value : flux) {
      bytes.putFloat((float) value);
    }
    double[] shifted = new double[flux.length - 1];
    Arrays.setAll(shifted, i -> bytes.getFloat(4 * i + 1));
    return shifted;
  }
}
