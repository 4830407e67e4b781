package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;

/** The measure that judges the readers must itself see small faults. */
class DifferenceTest {
  private final RealFile file = Corpus.file("ondrejov_hd217476.fit");
  private final SourceSpectrum spectrum =
      SpectrumReader.standard()
          .read(file.name(), file.bytes())
          .match(read -> read.spectra().get(0), rejected -> null);

  @Test
  void oneSampleOfFluxOff_isSeen() {
    double before = Difference.of(List.of(spectrum), file.spectra());
    spectrum.flux().values()[1000] *= 1.001;

    assertThat(before).isLessThan(1e-12);
    assertThat(Difference.of(List.of(spectrum), file.spectra())).isGreaterThan(1e-9);
  }

  @Test
  void axisShiftedByAThousandthOfAPixel_isSeen() {
    double[] axis = spectrum.axis().values();
    for (int i = 0; i < axis.length; i++) {
      axis[i] += 0.000256;
    }

    assertThat(Difference.of(List.of(spectrum), file.spectra())).isGreaterThan(1e-9);
  }

  @Test
  void oneSampleTooFew_isInfinite() {
    SpectralAxis axis = spectrum.axis();
    Flux flux = spectrum.flux();
    SourceSpectrum shorter =
        new SourceSpectrum(
            0,
            0,
            new SpectralAxis(
                java.util.Arrays.copyOf(axis.values(), 1996),
                axis.unit(),
                false,
                axis.medium(),
                axis.mediumSource(),
                axis.source()),
            new Flux(java.util.Arrays.copyOf(flux.values(), 1996), flux.unit(), flux.calibration()),
            null,
            null);

    assertThat(Difference.of(List.of(shorter), file.spectra())).isInfinite();
  }

  @Test
  void fewerOrdersThanTheTruth_isInfinite() {
    assertThat(Difference.of(List.of(), file.spectra())).isInfinite();
  }
}
