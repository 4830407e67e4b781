package org.novacat.fits.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.fits.ProfileRegistry;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.ReadResult;

/** Any bytes through the whole reader: spectra or a refusal, never a fault of the decoder. */
class SpectraFuzzTest {
  private final SpectrumReader reader =
      new SpectrumReader(
          ProfileRegistry.standard(), new ReadLimits(1 << 24, 200, 400, 1000, 100, 100_000));

  static Stream<byte[]> seeds() {
    return Stream.of(
        FitsBytes.image(
                new float[] {1, 2, 3},
                "CRVAL1  = 6500.5",
                "CDELT1  = 0.25",
                "CTYPE1  = 'Wavelength'",
                "CUNIT1  = 'Angstrom'",
                "BSS_INST= 'C8 LISA'",
                "DATE-OBS= '2023-05-26T22:00:00.000'",
                "EXPTIME = 3600.0")
            .bytes(),
        FitsBytes.image(
                new float[] {1, 2, 3, 4},
                "WAT0_001= 'system=multispec'",
                "CTYPE1  = 'MULTISPE'",
                "WAT1_001= 'wtype=multispec label=Wavelength units=angstroms'",
                "WAT2_001= 'wtype=multispec spec1 = \"1 1 2 4000. 1. 4 0. 1. 4. 1. 0. 1 3 1.'",
                "WAT2_002= ' 4. 4001.5 1.5 0.1\"'")
            .bytes(),
        new SyntheticTable()
            .primary("TELESCOP", "IUE")
            .column("WAVELENGTH", "ANGSTROM", new float[] {1150})
            .column("DELTAW", "ANGSTROM", new float[] {1.5f})
            .column("NPOINTS", "", new short[] {3})
            .column("FLUX", "ERG/CM2/S/A", new float[1][4])
            .column("SIGMA", "ERG/CM2/S/A", new float[1][4])
            .bytes(),
        new SyntheticTable()
            .primary("PRODCATG", "SCIENCE.SPECTRUM")
            .column("WAVE", "nm", "spec:Data.SpectralAxis.Value", "em.wl", new double[][] {{1, 2}})
            .column("FLUX", "Jy", "spec:Data.FluxAxis.Value", "meta.main", new float[1][2])
            .bytes());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "5m")
  void anyBytes_endAsSpectraOrARefusal(byte[] bytes) {
    ReadResult result = reader.read("fuzzed.fits", bytes);

    String detail = result.match(read -> "", rejected -> rejected.refusal().detail());
    assertThat(detail)
        .as(result.toString())
        .isNotIn("READER_FAULT", "OUT_OF_MEMORY", "STACK_OVERFLOW");
  }
}
