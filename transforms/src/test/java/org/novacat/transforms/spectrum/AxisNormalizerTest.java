package org.novacat.transforms.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.spectrum.FluxCalibration.ABSOLUTE;
import static org.novacat.layouts.spectrum.QuarantineReason.INVALID_AXIS;
import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;
import static org.novacat.layouts.spectrum.QuarantineReason.UNKNOWN_UNITS;
import static org.novacat.transforms.spectrum.Sources.only;
import static org.novacat.transforms.spectrum.Sources.refusal;
import static org.novacat.transforms.spectrum.Sources.sound;
import static org.novacat.transforms.spectrum.Sources.spectrum;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.layouts.testing.Seeded;

class AxisNormalizerTest {
  private static void assertRefused(Refusal refusal, String detail) {
    assertThat(refusal.reason()).isEqualTo(INVALID_AXIS);
    assertThat(refusal.detail()).isEqualTo(detail);
  }

  @Test
  void nanometres_becomeAngstrom() {
    NormalizedOrder order = only(sound().axis("nm", 500, 500.1, 500.2, 500.3));

    assertThat(order.wavelength()).containsExactly(5000, 5001, 5002, 5003);
  }

  @Test
  void decreasingAxis_isReversedWithEverythingOnIt() {
    Sources source =
        sound()
            .axis("Angstrom", 5003, 5002, 5001, 5000)
            .flux("FLAM", ABSOLUTE, 1e-15, 2e-15, Double.NaN, 4e-15)
            .uncertainty(Uncertainty.Kind.IVAR, "", 1e30, 0, 4e30, 1e32)
            .mask(4, 4, 1, 2, 8);

    NormalizedOrder order = only(source);

    assertThat(order.wavelength()).containsExactly(5000, 5001, 5002, 5003);
    assertThat(order.wavelengthVacuum()).containsExactly(5000, 5001, 5002, 5003);
    assertThat(order.flux()).containsExactly(4e-15, Double.NaN, 2e-15, 1e-15);
    assertThat(order.fluxLambda()).containsExactly(4e-15, Double.NaN, 2e-15, 1e-15);
    assertThat(order.uncertainty()).containsExactly(1e-16, 5e-16, Double.NaN, 1e-15);
    assertThat(order.maskBits()).containsExactly(8, 2, 1, 4);
    assertThat(order.good()).containsExactly(true, false, false, false);
    assertThat(spectrum(source).notes())
        .contains("The axis decreases in the file: all samples are reversed.");
  }

  @Test
  void reversing_isItsOwnInverse() {
    Seeded.cases(
        200,
        random -> {
          Sources up = random(random);
          double[] turned = SpectrumSamples.reversed(up.wavelength());
          Sources down =
              up.axis("Angstrom", turned)
                  .flux("FLAM", ABSOLUTE, SpectrumSamples.reversed(up.flux()))
                  .uncertainty(
                      Uncertainty.Kind.SIGMA,
                      "",
                      SpectrumSamples.reversed(up.uncertainty().values()));

          assertThat(only(down)).usingRecursiveComparison().isEqualTo(only(up));
        });
  }

  private static Sources random(Random random) {
    int n = 2 + random.nextInt(50);
    double[] wavelength = new double[n];
    double at = 1000;
    for (int i = 0; i < n; i++) {
      at += random.nextDouble() + 0.01;
      wavelength[i] = at;
    }
    return sound()
        .axis("Angstrom", wavelength)
        .flux("FLAM", ABSOLUTE, random.doubles(n, 0, 1e-15).toArray())
        .uncertainty(Uncertainty.Kind.SIGMA, "", random.doubles(n, 0, 1e-16).toArray());
  }

  @Test
  void airByHeader_getsVacuumBesideIt() {
    Sources air =
        sound().axis("Angstrom", 1990, 2100, 6562.801, 7000).in(Medium.AIR, MediumSource.HEADER);

    NormalizedOrder order = only(air);

    assertThat(order.wavelength()).containsExactly(1990, 2100, 6562.801, 7000);
    assertThat(order.wavelengthVacuum()[0]).isEqualTo(1990);
    assertThat(order.wavelengthVacuum()[2]).isCloseTo(6564.614, within(5e-4));
    assertThat(spectrum(air).medium()).isEqualTo(Medium.AIR);
  }

  @Test
  void vacuumByDataModel_isItsOwnVacuum() {
    NormalizedOrder order = only(sound().in(Medium.VACUUM, MediumSource.DATA_MODEL));

    assertThat(order.wavelengthVacuum()).isEqualTo(order.wavelength());
  }

  @ParameterizedTest
  @EnumSource(
      value = MediumSource.class,
      names = {"CUSTOM", "UNKNOWN"})
  void mediumThatIsOnlyAssumed_isNeverConvertedOn(MediumSource source) {
    assertThat(only(sound().in(Medium.AIR, source)).wavelengthVacuum()).isNull();
    assertThat(only(sound().in(Medium.VACUUM, source)).wavelengthVacuum()).isNull();
  }

  @Test
  void unknownMedium_hasNoVacuum() {
    assertThat(only(sound().in(Medium.UNKNOWN, MediumSource.HEADER)).wavelengthVacuum()).isNull();
  }

  @Test
  void assumedUnit_isNoted() {
    assertThat(spectrum(sound().assumed()).notes())
        .containsExactly("The unit of the axis, Angstrom, is assumed: the file states none.");
    assertThat(spectrum(sound()).notes()).isEmpty();
  }

  /** Decision 0004: galaxy1 of the real files passes. */
  @Test
  void noUnit_passesOnlyWhereNoOtherUnitFits() {
    double[] galaxy = {6559.607421875, 6600, 6700, 6798.357421875};
    assertThat(spectrum(sound().axis("", galaxy)).notes())
        .containsExactly(
            "The unit of the axis, Angstrom, is assumed: the file states none,"
                + " and 6559.607421875 to 6798.357421875 fits no other.");
    assertThat(only(sound().axis("", galaxy)).wavelength()).isEqualTo(galaxy);
    double[] decreasing = {9000, 8000, 5000, 3800};
    assertThat(only(sound().axis("", decreasing)).wavelength()[0]).isEqualTo(3800);
  }

  @ParameterizedTest
  @CsvSource({
    "917.18603515625, 1005.468994140625",
    "3800, 5400",
    "0.8, 2.5",
    "400, 9000",
    "6000, 40000",
  })
  void noUnit_isRefusedWhereAnotherFits(double first, double last) {
    double step = (last - first) / 3;

    Refusal refusal = refusal(sound().axis("", first, first + step, last - step, last));

    assertThat(refusal.reason()).isEqualTo(UNKNOWN_UNITS);
    assertThat(refusal.detail()).isEqualTo("AXIS_UNIT_MISSING");
    assertThat(refusal.facts()).containsEntry("first", Double.toString(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"furlong", "relative", "[nm]"})
  void unknownUnit_isRefused(String unit) {
    Refusal refusal = refusal(sound().axis(unit, 5000, 5001, 5002, 5003));

    assertThat(refusal.reason()).isEqualTo(UNKNOWN_UNITS);
    assertThat(refusal.detail()).isEqualTo("AXIS_UNIT_UNKNOWN");
    assertThat(refusal.facts()).containsEntry("axisUnit", unit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"km/s", "MHz", "keV", "pixel", "d"})
  void axisThatIsNoLength_isNotASpectrum(String unit) {
    Refusal refusal = refusal(sound().axis(unit, 5000, 5001, 5002, 5003));

    assertThat(refusal.reason()).isEqualTo(NOT_A_SPECTRUM);
    assertThat(refusal.detail()).isEqualTo("AXIS_NOT_WAVELENGTH");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void axisThatIsNotFinite_isRefused(double value) {
    assertRefused(refusal(sound().axis("Angstrom", 5000, 5001, value, 5003)), "AXIS_NOT_FINITE");
    assertRefused(refusal(sound().axis("Angstrom", value, 5001, 5002, 5003)), "AXIS_NOT_FINITE");
  }

  @Test
  void axisThatTurnsOrStands_isRefused() {
    assertRefused(refusal(sound().axis("Angstrom", 5000, 5002, 5001, 5003)), "AXIS_NOT_MONOTONIC");
    assertRefused(refusal(sound().axis("Angstrom", 5000, 5001, 5001, 5003)), "AXIS_NOT_MONOTONIC");
    assertRefused(refusal(sound().axis("Angstrom", 5000, 5000, 5001, 5003)), "AXIS_NOT_MONOTONIC");
    assertRefused(refusal(sound().axis("Angstrom", 5003, 5002, 5002, 5000)), "AXIS_NOT_MONOTONIC");
    assertThat(refusal(sound().axis("Angstrom", 5000, 5002, 5001, 5003)).message())
        .isEqualTo("Cannot use the axis: it turns at sample 2: 5001.0 follows 5002.0");
  }

  @Test
  void oneSample_isNoAxis() {
    assertRefused(
        refusal(sound().axis("Angstrom", 5000).flux("FLAM", ABSOLUTE, 1)), "AXIS_TOO_SHORT");
    assertRefused(refusal(sound().axis("Angstrom").flux("FLAM", ABSOLUTE)), "AXIS_TOO_SHORT");
  }

  @Test
  void wavelengthsFromXRaysToAMillimetre_pass() {
    assertThat(only(sound().axis("Angstrom", 900.452, 5000, 1e6, 2993651.7)).length()).isEqualTo(4);
    assertThat(only(sound().axis("Angstrom", 1.2, 5, 10, 38)).length()).isEqualTo(4);
    assertThat(only(sound().axis("nm", 0.7, 5, 1000, 30000)).length()).isEqualTo(4);
    assertThat(only(sound().axis("mm", 0.1, 0.2, 0.5, 1)).length()).isEqualTo(4);
  }

  @Test
  void wavelengthsBeyond_areRefused() {
    assertRefused(refusal(sound().axis("Angstrom", -34, 10, 20, 40)), "AXIS_OUT_OF_RANGE");
    assertRefused(refusal(sound().axis("Angstrom", 0.5, 10, 20, 40)), "AXIS_OUT_OF_RANGE");
    assertRefused(refusal(sound().axis("cm", 1, 6, 21, 22)), "AXIS_OUT_OF_RANGE");
  }

  /** Degrees for a pixel of the sky, left in CD1_1 by an acquisition image. */
  @Test
  void stepFinerThanAnySpectrumIsSampled_isRefused() {
    assertRefused(
        refusal(sound().axis("Angstrom", 4000, 4000.00007, 4000.00014, 4000.00021)),
        "AXIS_STEP_TOO_SMALL");
    assertThat(only(sound().axis("Angstrom", 4000, 4000.01, 4000.02, 4000.03)).length())
        .isEqualTo(4);
  }

  /** The two ways in which other readers are silently wrong. */
  @Test
  void logarithmsAndPixels_areNotTakenForAngstrom() {
    assertRefused(
        refusal(sound().axis("Angstrom", 3.581, 3.7, 3.9, 4.0385)), "AXIS_LOOKS_LOGARITHMIC");
    assertRefused(refusal(sound().axis("Angstrom", 1, 2, 3, 4)), "AXIS_IS_PIXEL_INDEX");
    assertRefused(refusal(sound().axis("nm", 0, 1, 2, 3)), "AXIS_IS_PIXEL_INDEX");
    assertThat(only(sound().axis("Angstrom", 1, 2, 3, 5)).length()).isEqualTo(4);
    assertThat(only(sound().axis("Angstrom", 2, 3, 4, 5)).length()).isEqualTo(4);
  }
}
