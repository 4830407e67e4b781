package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.novacat.fits.ProfileRegistry.Candidate;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.tile.TileCompression;
import org.novacat.layouts.spectrum.SourceSpectrum;

/** Each part of a spectrum says where it stands. */
class OriginsTest {
  @Test
  void everyRealSpectrum_namesThePlaceOfEachOfItsParts() {
    for (RealFile file : Corpus.files()) {
      if (file.expect().equals("spectrum")) {
        Reading reading = reading(file);
        TreeSet<String> wanted = new TreeSet<>(List.of("axis", "flux"));
        for (SourceSpectrum spectrum : reading.spectra()) {
          if (spectrum.uncertainty() != null) {
            wanted.add("uncertainty");
          }
          if (spectrum.mask() != null) {
            wanted.add("mask");
          }
        }

        assertThat(reading.used()).extracting(Origin::use).as(file.name()).containsAll(wanted);
      }
    }
  }

  @Test
  void theColumnsOfStis_areNamedWithTheirUse() {
    assertThat(reading(Corpus.file("odbue5030_x1d.fits")).used())
        .extracting(Origin::name, Origin::use)
        .contains(
            tuple("SPORDER", "order"),
            tuple("NELEM", "count"),
            tuple("WAVELENGTH", "axis"),
            tuple("DQ", "mask"));
  }

  private static Reading reading(RealFile file) {
    FitsFile fits =
        TileCompression.expand(FitsFile.open(file.bytes(), ReadLimits.DEFAULT), ReadLimits.DEFAULT);
    Input input = new Input(file.name(), fits, ReadLimits.DEFAULT);
    Candidate chosen = ProfileRegistry.standard().select(input).chosen();
    assertThat(chosen).as(file.name()).isNotNull();
    return chosen.match().reading().get();
  }
}
