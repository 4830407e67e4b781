package org.novacat.transforms.wavelength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.testing.Seeded;

class AirVacuumTest {
  private static final double SPEED_OF_LIGHT = 299_792_458;

  /**
   * Published pairs: Hα, Hβ, [O III] as SDSS lists them; Na D of the NIST Atomic Spectra Database,
   * whose own formula (Peck and Reeder 1972) differs by 5 m/s; and the worked examples of the IDL
   * Astronomy Library, Kr I 6056.125 and 2000.
   */
  @ParameterizedTest
  @CsvSource({
    "6564.614, 6562.801, 0.0005",
    "4862.683, 4861.325, 0.0005",
    "5008.240, 5006.843, 0.0005",
    "4960.295, 4958.911, 0.0005",
    "5891.583264, 5889.950954, 0.0002",
    "5897.558147, 5895.924237, 0.0002",
    "6057.8019, 6056.125, 0.0001",
    "2000, 1999.353, 0.0005",
  })
  void publishedPair_agreesToItsLastDigit(double vacuum, double air, double tolerance) {
    assertThat(AirVacuum.toAir(vacuum)).isCloseTo(air, within(tolerance));
  }

  @ParameterizedTest
  @CsvSource({
    "6564.614, 6562.801, 0.0005",
    "5891.583264, 5889.950954, 0.0002",
    "6057.8019, 6056.125, 0.00005",
  })
  void publishedPair_agreesTheOtherWay(double vacuum, double air, double tolerance) {
    assertThat(AirVacuum.toVacuum(air)).isCloseTo(vacuum, within(tolerance));
  }

  /** The paper's own form, in decimals: 10^8 (n - 1) for a wavenumber in 1/um (Ciddor 1996). */
  private static BigDecimal ciddorIndex(double vacuum) {
    BigDecimal micron = BigDecimal.valueOf(vacuum).movePointLeft(4);
    BigDecimal wavenumber2 = BigDecimal.ONE.divide(micron.pow(2), MathContext.DECIMAL128);
    BigDecimal first =
        new BigDecimal("5792105")
            .divide(new BigDecimal("238.0185").subtract(wavenumber2), MathContext.DECIMAL128);
    BigDecimal second =
        new BigDecimal("167917")
            .divide(new BigDecimal("57.362").subtract(wavenumber2), MathContext.DECIMAL128);
    return first.add(second).movePointLeft(8).add(BigDecimal.ONE);
  }

  @Test
  void publishedFormula_agreesBothWays() {
    Seeded.cases(
        5000,
        random -> {
          double vacuum = 2001 * Math.pow(1e6 / 2001, random.nextDouble());
          double air =
              BigDecimal.valueOf(vacuum)
                  .divide(ciddorIndex(vacuum), MathContext.DECIMAL128)
                  .doubleValue();

          assertThat(AirVacuum.toAir(vacuum) / air - 1).isCloseTo(0, within(1e-10));
          assertThat(AirVacuum.toVacuum(air) / vacuum - 1).isCloseTo(0, within(1e-10));
        });
  }

  /** FITS paper III, equation 65, n - 1 = 10^-6 (287.6155 + 1.62887/um^2 + 0.01360/um^4). */
  @Test
  void formulaOfPaperThree_isNotUsed() {
    double micron2 = 0.6564614 * 0.6564614;
    double trap =
        6564.614 / (1 + 1e-6 * (287.6155 + 1.62887 / micron2 + 0.0136 / micron2 / micron2));

    assertThat(trap).isCloseTo(6562.701, within(0.0005));
    assertThat(AirVacuum.toAir(6564.614) - trap).isCloseTo(0.0998, within(0.0005));
  }

  @Test
  void roundTrip_isExactToAMillimetrePerSecond() {
    Seeded.cases(
        20_000,
        random -> {
          double vacuum = 2001 * Math.pow(1e7 / 2001, random.nextDouble());

          double back = AirVacuum.toVacuum(AirVacuum.toAir(vacuum));

          assertThat((back - vacuum) / vacuum * SPEED_OF_LIGHT).isCloseTo(0, within(1e-3));
        });
  }

  @Test
  void conversion_keepsOrder() {
    Seeded.cases(
        20_000,
        random -> {
          double shorter = 100 + 20_000 * random.nextDouble();
          double longer = Math.nextUp(shorter) + 1e-6 * random.nextDouble();

          assertThat(AirVacuum.toVacuum(shorter)).isLessThanOrEqualTo(AirVacuum.toVacuum(longer));
        });
  }

  @Test
  void below2000Angstrom_nothingChanges() {
    assertThat(AirVacuum.toVacuum(1999.99)).isEqualTo(1999.99);
    assertThat(AirVacuum.toAir(1999.99)).isEqualTo(1999.99);
    assertThat(AirVacuum.toVacuum(2000)).isGreaterThan(2000.6);
  }

  @Test
  void nan_staysNan() {
    assertThat(AirVacuum.toVacuum(new double[] {Double.NaN, 5000})[0]).isNaN();
    assertThat(AirVacuum.toAir(Double.NaN)).isNaN();
  }
}
