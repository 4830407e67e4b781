package org.novacat.transforms.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.spectrum.FluxCalibration.ABSOLUTE;
import static org.novacat.layouts.spectrum.FluxCalibration.UNCALIBRATED;
import static org.novacat.transforms.spectrum.Sources.only;
import static org.novacat.transforms.spectrum.Sources.sound;
import static org.novacat.transforms.spectrum.Sources.spectrum;

import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.Uncertainty.Kind;

class UncertaintyNormalizerTest {
  private static final double NAN = Double.NaN;

  /** As in SDSS and DESI files: values of order one, the scale in the unit. */
  private static Sources scaled() {
    return sound().flux("1E-17 erg/cm^2/s/Ang", ABSOLUTE, 1, 2, 3, 4);
  }

  @Test
  void standardDeviation_getsTheFactorOfTheFlux() {
    assertThat(only(scaled().uncertainty(Kind.SIGMA, "", 1, 2, 3, 4)).uncertainty())
        .containsExactly(1e-17, 2e-17, 3e-17, 4e-17);
    assertThat(
            only(scaled().uncertainty(Kind.SIGMA, "1E-17 erg/cm^2/s/Ang", 1, 2, 3, 4))
                .uncertainty())
        .containsExactly(1e-17, 2e-17, 3e-17, 4e-17);
  }

  @Test
  void otherUnitOfTheSameKind_isConverted() {
    double[] sigma =
        only(scaled().uncertainty(Kind.SIGMA, "erg s-1 cm-2 nm-1", 1e-16, 1, 1, 1)).uncertainty();

    assertThat(sigma[0]).isCloseTo(1e-17, within(1e-30));
  }

  @Test
  void variance_isRooted() {
    assertThat(only(scaled().uncertainty(Kind.VARIANCE, "", 4, 0, NAN, -1)).uncertainty())
        .containsExactly(2e-17, NAN, NAN, NAN);
    assertThat(
            only(sound().uncertainty(Kind.VARIANCE, "(erg/s/cm2/A)^2", 4e-34, 1, 1, 1))
                .uncertainty()[0])
        .isCloseTo(2e-17, within(1e-30));
  }

  @Test
  void inverseVarianceOfZero_isBadAndUnknown() {
    NormalizedOrder order = only(scaled().uncertainty(Kind.IVAR, "", 4, 0, NAN, 1));

    assertThat(order.uncertainty()).containsExactly(5e-18, NAN, NAN, 1e-17);
    assertThat(order.good()).containsExactly(true, false, false, true);
  }

  @Test
  void inverseVarianceWithItsOwnUnit_isConverted() {
    double[] sigma =
        only(scaled().uncertainty(Kind.IVAR, "10**+34 (s2 cm4 Angstrom2) / erg2", 4, 1, 1, 1))
            .uncertainty();

    assertThat(sigma[0]).isCloseTo(5e-18, within(1e-30));
  }

  @Test
  void inverseVarianceWithTheUnitOfTheFlux_isTakenByOversight() {
    double[] sigma =
        only(sound().uncertainty(Kind.IVAR, "erg s-1 cm-2 Angstrom-1", 4e30, 1, 1, 1))
            .uncertainty();

    assertThat(sigma[0]).isCloseTo(5e-16, within(1e-30));
  }

  /** IUE marks flagged samples with a sigma of -1; STIS and CALSPEC write 0 where none was made. */
  @Test
  void deviationThatIsNone_isUnknownButNotBad() {
    NormalizedOrder order = only(sound().uncertainty(Kind.SIGMA, "", -1, 0, NAN, 1e-16));

    assertThat(order.uncertainty()).containsExactly(NAN, NAN, NAN, 1e-16);
    assertThat(order.good()).containsExactly(true, true, true, true);
  }

  @Test
  void uncertainty_isConvertedAlongWithTheFlux() {
    NormalizedOrder order =
        only(
            sound()
                .flux("W m-2 um-1", ABSOLUTE, 1e-15, 2e-15, 3e-15, 4e-15)
                .uncertainty(Kind.SIGMA, "", 1e-16, 1e-16, 1e-16, 1e-16));

    assertThat(order.uncertainty()[0]).isEqualTo(1e-16);
    assertThat(order.uncertaintyLambda()[0]).isCloseTo(1e-17, within(1e-30));
  }

  @Test
  void noFluxDensity_hasNoConvertedUncertainty() {
    NormalizedOrder order =
        only(sound().flux("ADU", UNCALIBRATED, 1, 2, 3, 4).uncertainty(Kind.SIGMA, "", 1, 1, 1, 1));

    assertThat(order.uncertainty()).containsExactly(1, 1, 1, 1);
    assertThat(order.uncertaintyLambda()).isNull();
  }

  @Test
  void sameTextThatIsNoUnit_goesTogether() {
    NormalizedOrder order =
        only(
            sound()
                .flux("unknown", UNCALIBRATED, 1, 2, 3, 4)
                .uncertainty(Kind.SIGMA, "unknown", 1, 1, 1, 1));

    assertThat(order.uncertainty()).containsExactly(1, 1, 1, 1);
  }

  @Test
  void unitOfAnotherKind_leavesTheUncertaintyOut() {
    Sources source = sound().uncertainty(Kind.SIGMA, "Jy", 1, 1, 1, 1);

    assertThat(only(source).uncertainty()).isNull();
    assertThat(spectrum(source).notes())
        .containsExactly(
            "The uncertainty is left out: its unit 'Jy' does not go with that of the flux,"
                + " 'erg/s/cm2/Angstrom'.");
    assertThat(only(sound().uncertainty(Kind.SIGMA, "furlong", 1, 1, 1, 1)).uncertainty()).isNull();
    assertThat(
            only(sound()
                    .flux("", UNCALIBRATED, 1, 2, 3, 4)
                    .uncertainty(Kind.SIGMA, "Jy", 1, 1, 1, 1))
                .uncertainty())
        .isNull();
  }

  @Test
  void mask_makesBadWhatItsConventionCallsBad() {
    NormalizedOrder order = only(sound().mask(0b110, 0b1000, 0b0010, 0b0100, 0b0001));

    assertThat(order.maskBits()).containsExactly(8, 2, 4, 1);
    assertThat(order.good()).containsExactly(true, false, false, true);
    assertThat(only(sound()).maskBits()).isNull();
  }
}
