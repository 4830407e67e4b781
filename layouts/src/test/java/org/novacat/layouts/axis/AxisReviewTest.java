package org.novacat.layouts.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

class AxisReviewTest {
  private static final double NAN = Double.NaN;

  @Test
  void soundSpectrum_isLeftAsItIs() {
    SourceSpectrum source = spectrum("Angstrom", axis(4000, 4002, 4004), 1, 0, 3);

    AxisReview review = AxisReview.of(List.of(source));

    assertThat(review.sound()).containsExactly(source);
    assertThat(review.refused()).isEmpty();
    assertThat(review.notes()).isEmpty();
  }

  @Test
  void padding_isTakenOffAllSamplesAlike() {
    double[] axis = axis(0, 0, 4000, 4002, 4004, NAN);
    SourceSpectrum source =
        new SourceSpectrum(
            1,
            2,
            axis("Angstrom", axis),
            new Flux(new double[] {7, 8, 1, 2, 3, 9}, "", FluxCalibration.RELATIVE),
            new Uncertainty(Uncertainty.Kind.SIGMA, new double[] {7, 8, .1, .2, .3, 9}, ""),
            new Mask(new int[] {7, 8, 1, 2, 3, 9}, 1, "column DQ"));

    AxisReview review = AxisReview.of(List.of(source));

    SourceSpectrum left = review.sound().get(0);
    assertThat(left.axis().values()).containsExactly(4000, 4002, 4004);
    assertThat(left.flux().values()).containsExactly(1, 2, 3);
    assertThat(left.uncertainty().values()).containsExactly(.1, .2, .3);
    assertThat(left.mask().bits()).containsExactly(1, 2, 3);
    assertThat(review.notes())
        .containsExactly(
            "3 samples without a wavelength, at the ends of the spectrum, are padding and left out.");
  }

  /** Wavelengths with the fluxes 1, 2, 3, …; a 0 after a colon stands for a flux of 0. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 0 4000 4002 4004 | 4000 4002 4004",
        "0 4000 4002 4004 | 4000 4002 4004",
        "4000 4002 4004 0 | 4000 4002 4004",
        "4000 4002 4004 -1:0 -1:0 | 4000 4002 4004",
        "-999:0 4000 4002 4004 | 4000 4002 4004",
        "4000 4002 4004 4004:0 4004:0 | 4000 4002 4004",
        "1 1 4000 4002 4004 1 1 1 | 4000 4002 4004",
        "NaN 4000 4002 4004 NaN NaN | 4000 4002 4004",
        "8004 8002 8000 0 0 | 8004 8002 8000"
      })
  void endsWithoutAWavelength_arePadding(String all, String left) {
    AxisReview review = AxisReview.of(List.of(parsed(all)));

    assertThat(review.refused()).isEmpty();
    assertThat(review.sound().get(0).axis().values()).containsExactly(parsed(left).axis().values());
    assertThat(review.notes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 1 2 3 4 | AXIS_IS_PIXEL_INDEX",
        "4000 0 0 4002 4004 | AXIS_NOT_MONOTONIC",
        "4000 NaN 4002 4004 | AXIS_NOT_FINITE",
        "4000 4002 4004 -1 -1 | AXIS_NOT_MONOTONIC",
        "NaN NaN NaN | AXIS_NOT_FINITE",
        "0 0 0 0 | AXIS_NOT_MONOTONIC",
        "-6:0 -4:0 -2:0 0:0 2 4 | AXIS_OUT_OF_RANGE",
        "4000 | AXIS_TOO_SHORT"
      })
  void otherFaults_areNotHidden(String all, String detail) {
    AxisReview review = AxisReview.of(List.of(parsed(all)));

    assertThat(review.sound()).isEmpty();
    assertThat(review.refused().get(0).refusal().detail()).isEqualTo(detail);
    assertThat(review.notes()).isEmpty();
  }

  @Test
  void faultyOrder_isPartedFromTheOthers() {
    SourceSpectrum good = spectrum("nm", axis(400, 401, 402), 1, 2, 3);
    SourceSpectrum bad = spectrum("nm", axis(400, 401, 400), 1, 2, 3);

    AxisReview review = AxisReview.of(List.of(bad, good));

    assertThat(review.sound()).containsExactly(good);
    assertThat(review.refused()).hasSize(1);
    assertThat(review.refused().get(0).note())
        .isEqualTo(
            "Order 0 is dropped, AXIS_NOT_MONOTONIC: Cannot use the axis: it turns at sample 2:"
                + " 400.0 follows 401.0.");
  }

  @Test
  void mediumInTheUnit_isThatOfTheHeader() {
    AxisReview review =
        AxisReview.of(List.of(spectrum("Angstrom (air)", axis(4000, 4002, 4004), 1, 2, 3)));

    SpectralAxis axis = review.sound().get(0).axis();
    assertThat(axis.unit()).isEqualTo("Angstrom");
    assertThat(axis.medium()).isEqualTo(Medium.AIR);
    assertThat(axis.mediumSource()).isEqualTo(MediumSource.HEADER);
  }

  @Test
  void mediumInTheUnit_thatTheHeaderContradicts_isUnknown() {
    SourceSpectrum source = spectrum("Angstrom (air)", axis(4000, 4002, 4004), 1, 2, 3);
    SourceSpectrum vacuum =
        new SourceSpectrum(
            0, 0, source.axis().in(Medium.VACUUM, MediumSource.HEADER), source.flux(), null, null);

    AxisReview review = AxisReview.of(List.of(vacuum));

    assertThat(review.sound().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(review.notes())
        .containsExactly(
            "The unit of the axis says AIR and the header VACUUM: the medium is taken as unknown.");
  }

  @Test
  void logarithmsByTheirUnit_areRaised() {
    AxisReview review =
        AxisReview.of(List.of(spectrum("log10(Angstrom)", axis(3, 4, 4.5), 1, 2, 3)));

    assertThat(review.sound().get(0).axis().values()[1]).isEqualTo(10_000);
    assertThat(review.sound().get(0).axis().unit()).isEqualTo("Angstrom");
    assertThat(review.notes()).hasSize(1);
  }

  private static double[] axis(double... values) {
    return values;
  }

  private static SpectralAxis axis(String unit, double[] values) {
    return new SpectralAxis(
        values, unit, false, Medium.UNKNOWN, MediumSource.UNKNOWN, "column WAVE");
  }

  private static SourceSpectrum spectrum(String unit, double[] values, double... flux) {
    return new SourceSpectrum(
        0, 0, axis(unit, values), new Flux(flux, "", FluxCalibration.RELATIVE), null, null);
  }

  private static SourceSpectrum parsed(String text) {
    String[] words = text.strip().split(" ");
    double[] flux = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      flux[i] = words[i].endsWith(":0") ? 0 : i + 1;
    }
    double[] axis =
        Arrays.stream(words).mapToDouble(word -> Double.parseDouble(word.split(":")[0])).toArray();
    return spectrum("Angstrom", axis, flux);
  }
}
