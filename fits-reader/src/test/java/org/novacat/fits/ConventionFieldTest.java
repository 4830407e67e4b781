package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.layouts.testing.SharedData;

/**
 * Inputs from the field: several spectra in a file, masks, uncertainties, conventions of HDUs and
 * columns.
 */
class ConventionFieldTest {
  @Test
  void theArmsOfLamost_areTwoSpectraWithTheirMasks() {
    ReadResult.Read read = read("k3_lamost_mrs_coadd_b_coadd_r.fits");

    assertThat(read.profile()).isEqualTo("lamost-tables@1");
    assertThat(read.spectra()).extracting(SourceSpectrum::hdu).containsExactly(1, 2);
    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(1, 2);
    assertThat(read.spectra().get(0).axis().values()[0]).isCloseTo(4898.12, within(0.01));
    assertThat(read.spectra().get(1).axis().values()[0]).isCloseTo(6271.77, within(0.01));
    assertThat(read.spectra())
        .allSatisfy(
            arm -> {
              assertThat(arm.axis().medium()).isEqualTo(Medium.VACUUM);
              assertThat(arm.uncertainty().kind()).isEqualTo(Uncertainty.Kind.IVAR);
              assertThat(arm.mask().source()).isEqualTo("column ANDMASK");
            });
    assertThat(String.join(" ", read.notes())).contains("1 COADD_B, 2 COADD_R");
  }

  @ParameterizedTest
  @CsvSource({
    "k3_coadd_b_coadd_r.fits, 2",
    "k11_blue_and_red_table.fits, 2",
    "k11_uvb_vis_nir_tables.fits, 3"
  })
  void tablesOfOneLayout_areOrders(String file, int n) {
    ReadResult.Read read = read(file);

    assertThat(read.spectra()).hasSize(n);
    assertThat(read.spectra()).extracting(SourceSpectrum::order).doesNotHaveDuplicates();
    assertThat(String.join(" ", read.notes())).contains("Each table is an order of its own");
  }

  @Test
  void armsInTables_haveTheirWavelengths() {
    assertThat(read("k11_blue_and_red_table.fits").spectra())
        .extracting(s -> s.axis().values()[0], s -> s.axis().values()[s.length() - 1])
        .containsExactly(tuple(4000.0, 4398.0), tuple(4400.0, 4798.0));
    assertThat(read("k11_uvb_vis_nir_tables.fits").spectra())
        .extracting(s -> s.axis().values()[0])
        .containsExactly(3800.0, 5800.0, 10800.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k4_pypeit_mask_1_is_good.fits",
        "k4_table_dq.fits",
        "k4_table_mask_logical.fits",
        "k4_hdu_per_array_mask.fits",
        "k4_loglam_andmask.fits"
      })
  void masks_markRows50To59(String file) {
    Mask mask = read(file).spectra().get(0).mask();

    assertThat(mask).as(file).isNotNull();
    assertThat(IntStream.range(0, mask.bits().length).filter(mask::bad))
        .as(file)
        .containsExactly(50, 51, 52, 53, 54, 55, 56, 57, 58, 59);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k5_fluxerr.fits", "k5_eflux.fits"})
  void uncertainties_areKnownByTheNameOfTheFlux(String file) {
    Uncertainty uncertainty = read(file).spectra().get(0).uncertainty();

    assertThat(uncertainty.kind()).isEqualTo(Uncertainty.Kind.SIGMA);
    assertThat(uncertainty.values()).hasSize(200).containsOnly(1e-16);
  }

  @ParameterizedTest
  @CsvSource({
    "k10_spectral_flux.fits, 4000, 4398, Angstrom, ct",
    "k10_spectral_axis.fits, 4000, 4398, Angstrom, erg / (Angstrom s cm2)",
    "k10_wavelength_counts.fits, 400, 439.8, nm, count",
    "k10_lambda_fluxes_errors.fits, 4000, 4398, Angstroms, ergs/cm2/s/A",
    "k10_pypeit_spec1d_one_object.fits, 4000, 4398, Angstrom, 1E-17 erg/s/cm2/Angstrom",
    "k16_sci_var_dq.fits, 4000, 4398, Angstrom, erg/s/cm2/A",
    "k16_data_stat.fits, 4000, 4398, Angstrom, erg/s/cm2/A",
    "k16_flux_err_wcs.fits, 4000, 4398, Angstrom, erg/s/cm2/A",
    "k16_xshooter_errs_qual.fits, 400, 439.8, nm, erg/s/cm2/Angstrom",
    "k15_aspcapstar_log_linear.fits, 15100.80, 15142.38, Angstrom, ''",
  })
  void axisAndUnits_areThoseOfTheFile(
      String file, double first, double last, String unit, String fluxUnit) {
    SourceSpectrum spectrum = read(file).spectra().get(0);

    assertThat(spectrum.length()).isEqualTo(200);
    assertThat(spectrum.axis().values()[0]).isCloseTo(first, within(0.01));
    assertThat(spectrum.axis().values()[199]).isCloseTo(last, within(0.01));
    assertThat(spectrum.axis().unit()).isEqualTo(unit);
    assertThat(spectrum.flux().unit()).isEqualTo(fluxUnit);
  }

  @ParameterizedTest
  @CsvSource({
    "k10_spectral_axis.fits, SIGMA, 1e-16",
    "k10_lambda_fluxes_errors.fits, SIGMA, 1e-16",
    "k10_pypeit_spec1d_one_object.fits, SIGMA, 10",
    "k16_sci_var_dq.fits, VARIANCE, 1e-32",
    "k16_data_stat.fits, VARIANCE, 1e-32",
    "k16_flux_err_wcs.fits, SIGMA, 1e-16",
    "k16_xshooter_errs_qual.fits, SIGMA, 1e-16"
  })
  void uncertainties_areOfTheirKind(String file, Uncertainty.Kind kind, double value) {
    Uncertainty uncertainty = read(file).spectra().get(0).uncertainty();

    assertThat(uncertainty.kind()).isEqualTo(kind);
    assertThat(uncertainty.values()[10]).isCloseTo(value, within(value * 1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "k16_sci_var_dq.fits, image HDU DQ",
    "k16_xshooter_errs_qual.fits, image HDU QUAL",
    "k10_pypeit_spec1d_one_object.fits, 'column OPT_MASK, of which 0 is bad'"
  })
  void masksBesideAnImage_reachTheSpectrum(String file, String source) {
    assertThat(read(file).spectra().get(0).mask().source()).isEqualTo(source);
  }

  private static ReadResult.Read read(String file) {
    try {
      byte[] bytes = Files.readAllBytes(SharedData.field().resolve("fits").resolve(file));
      ReadResult result = SpectrumReader.standard().read(file, bytes);
      assertThat(result).as("%s: %s", file, result).isInstanceOf(ReadResult.Read.class);
      return (ReadResult.Read) result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
