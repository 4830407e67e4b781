package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/** Conventions that the corpus of real files lacks, written from their published descriptions. */
class SyntheticConventionsTest {
  private static final double[][] WAVE = {{1300.5, 1301, 1301.5}};
  private static final float[][] FLUX = {{1e-13f, 2e-13f, 3e-13f}};
  private static final float[][] ERROR = {{1e-14f, 1e-14f, 2e-14f}};

  /**
   * COS Data Handbook, section 2.4.3, table 2.5: a row for each segment, vectors of NELEM values.
   */
  @Test
  void cosX1d_givesASpectrumForEachSegment() {
    byte[] bytes =
        new SyntheticTable()
            .primary("TELESCOP", "HST")
            .primary("INSTRUME", "COS")
            .primary("TARGNAME", "V339-DEL")
            .table("EXTNAME", "SCI")
            .table("SDQFLAGS", 184)
            .table("EXPSTART", 56600.0)
            .table("EXPEND", 56600.02)
            .column("SEGMENT", "", new String[] {"FUVA", "FUVB"})
            .column("EXPTIME", "s", new double[] {1700, 1700})
            .column("NELEM", "", new int[] {3, 2})
            .column("WAVELENGTH", "angstrom", new double[][] {WAVE[0], {1100, 1101, 0}})
            .column("FLUX", "erg /s /cm**2 /angstrom", new float[][] {FLUX[0], {4e-13f, 5e-13f, 0}})
            .column("ERROR", "erg /s /cm**2 /angstrom", new float[][] {ERROR[0], {1, 1, 0}})
            .column("DQ", "", new short[][] {{0, 8, 4}, {0, 0, 0}})
            .bytes();

    ReadResult.Read read = read(bytes);

    assertThat(read.profile()).isEqualTo("hst-x1d@2");
    assertThat(read.spectra()).hasSize(2);
    SourceSpectrum first = read.spectra().get(0);
    assertThat(first.axis().values()).containsExactly(WAVE[0]);
    assertThat(first.axis().medium()).isEqualTo(Medium.VACUUM);
    assertThat(first.mask().bad(1)).isTrue();
    assertThat(first.mask().bad(2)).isFalse();
    assertThat(read.spectra().get(1).length()).isEqualTo(2);
    assertThat(read.observation().object()).isEqualTo("V339-DEL");
    assertThat(read.observation().time().mjd()).isCloseTo(56600.01, within(1e-9));
  }

  /** HASP products of STScI, as its documentation of "cspec" files describes the SCIENCE table. */
  @Test
  void haspCoadd_isInVacuum() {
    byte[] bytes =
        new SyntheticTable()
            .primary("TELESCOP", "HST")
            .primary("TARGNAME", "V339-DEL")
            .table("EXTNAME", "SCIENCE")
            .column("WAVELENGTH", "Angstrom", WAVE)
            .column("FLUX", "erg s^-1 cm^-2 Angstrom^-1", FLUX)
            .column("ERROR", "erg s^-1 cm^-2 Angstrom^-1", ERROR)
            .column("SNR", "", ERROR)
            .column("EFF_EXPTIME", "s", ERROR)
            .bytes();

    ReadResult.Read read = read(bytes);

    assertThat(read.profile()).isEqualTo("hst-coadd@1");
    assertThat(read.spectra().get(0).axis().mediumSource()).isEqualTo(MediumSource.DATA_MODEL);
    assertThat(read.spectra().get(0).uncertainty().kind()).isEqualTo(Uncertainty.Kind.SIGMA);
  }

  /** ESO Science Data Products Standard (ESO-044286, issue 6), section 5, and the UVES release. */
  @Test
  void uvesSdp_hasItsReducedFluxAndAirFromTheUcd() {
    byte[] bytes =
        new SyntheticTable()
            .primary("ORIGIN", "ESO")
            .primary("INSTRUME", "UVES")
            .primary("PRODCATG", "SCIENCE.SPECTRUM")
            .primary("FLUXCAL", "ABSOLUTE")
            .primary("MJD-OBS", 53700.1)
            .primary("MJD-END", 53700.2)
            .table("EXTNAME", "SPECTRUM")
            .table("VOCLASS", "SPECTRUM V1.0")
            .column("WAVE", "Angstrom", "Spectrum.Data.SpectralAxis.Value", "em.wl;obs.atmos", WAVE)
            .column("FLUX_REDUCED", "adu", "", "phot.count;spect", FLUX)
            .column(
                "FLUX",
                "10**(-16)erg.cm**(-2).s**(-1).angstrom**(-1)",
                "Spectrum.Data.FluxAxis.Value",
                "phot.flux.density;em.wl;src.net;meta.main",
                FLUX)
            .column(
                "ERR",
                "10**(-16)erg.cm**(-2).s**(-1).angstrom**(-1)",
                "Spectrum.Data.FluxAxis.Accuracy.StatError",
                "stat.error;phot.flux.density;em.wl;src.net;meta.main",
                ERROR)
            .column(
                "QUAL",
                "",
                "Spectrum.Data.FluxAxis.Accuracy.QualityStatus",
                "meta.code.qual;meta.main",
                new short[][] {{0, 1, 0}})
            .bytes();

    ReadResult.Read read = read(bytes);

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("eso-sdp@2");
    assertThat(spectrum.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.axis().mediumSource()).isEqualTo(MediumSource.HEADER);
    assertThat(spectrum.flux().unit()).startsWith("10**(-16)erg");
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
    assertThat(spectrum.uncertainty().values()[2]).isEqualTo(2e-14f);
    assertThat(spectrum.mask().bits()).containsExactly(0, 1, 0);
    assertThat(read.observation().time().mjd()).isEqualTo((53700.1 + 53700.2) / 2);
  }

  /** The same standard; FEROS products are in counts and carry SNR beside the error. */
  @Test
  void ferosSdp_isUncalibrated() {
    byte[] bytes =
        new SyntheticTable()
            .primary("INSTRUME", "FEROS")
            .primary("PRODCATG", "SCIENCE.SPECTRUM")
            .primary("FLUXCAL", "UNCALIBRATED")
            .column("WAVE", "angstrom", "Data.SpectralAxis.Value", "em.wl;obs.atmos", WAVE)
            .column("FLUX", "adu", "Data.FluxAxis.Value", "phot.flux.density;meta.main", FLUX)
            .column("ERR", "adu", "Data.FluxAxis.Accuracy.StatError", "stat.error", ERROR)
            .column("SNR", "", "eso:Data.FluxAxis.Accuracy.SNR", "stat.snr", ERROR)
            .bytes();

    ReadResult.Read read = read(bytes);

    assertThat(read.profile()).isEqualTo("eso-sdp@2");
    assertThat(read.spectra().get(0).flux().calibration()).isEqualTo(FluxCalibration.UNCALIBRATED);
    assertThat(read.spectra().get(0).uncertainty()).isNotNull();
  }

  /** Demetra (Shelyak) writes the format of the BeSS database, as its user guide says. */
  @Test
  void demetra_isBess() {
    byte[] bytes =
        FitsBytes.image(
                new float[] {1, 1.1f, 0.9f},
                "CRVAL1  = 6500.5",
                "CDELT1  = 0.25",
                "CRPIX1  = 1",
                "CTYPE1  = 'Wavelength'",
                "CUNIT1  = 'Angstrom'",
                "OBJNAME = 'T CrB'",
                "OBSERVER= 'A. Observer'",
                "DATE-OBS= '2023-05-26T22:00:00.000'",
                "EXPTIME = 3600.0",
                "BSS_INST= 'C8 LISA'",
                "BSS_NORM= 'Divided by continuum'",
                "SWCREATE= 'Demetra V5.1'")
            .bytes();

    ReadResult.Read read = read(bytes);

    assertThat(read.profile()).isEqualTo("bess@2");
    assertThat(read.selectionInputs()).containsEntry("VERSION", "Demetra V5.1");
    assertThat(read.spectra().get(0).flux().calibration()).isEqualTo(FluxCalibration.NORMALIZED);
    assertThat(read.spectra().get(0).axis().mediumSource()).isEqualTo(MediumSource.CUSTOM);
  }

  /** MUSCLES: a table of one pixel a row; its MAST page names WAVELENGTH, FLUX and ERROR. */
  @Test
  void muscles_isAPlainTable() {
    byte[] bytes =
        new SyntheticTable()
            .primary("TELESCOP", "MULTI")
            .table("EXTNAME", "SPECTRUM")
            .column("WAVELENGTH", "Angstroms", WAVE[0])
            .column("WAVELENGTH0", "Angstroms", WAVE[0])
            .column("FLUX", "erg/s/cm2/Ang", FLUX[0])
            .column("ERROR", "erg/s/cm2/Ang", ERROR[0])
            .bytes();

    ReadResult.Read read = read(bytes);

    assertThat(read.profile()).isEqualTo("table@2");
    assertThat(read.spectra().get(0).axis().values()).containsExactly(WAVE[0]);
    assertThat(read.spectra().get(0).flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
  }

  /**
   * IVOA Spectrum Data Model 1.1, appendix F, its columns by rows; orders as services give them.
   */
  @Test
  void ivoaSpectrum_isReadByUtypes_orderByOrder() {
    byte[] bytes = ivoa().table("AIRORVAC", "air").table("FLUX_CAL", "RELATIVE").bytes();

    ReadResult.Read read = read(bytes);

    SourceSpectrum second = read.spectra().get(1);
    assertThat(read.profile()).isEqualTo("ivoa-spectrum@2");
    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(31, 30);
    assertThat(read.spectra().get(0).axis().values()).containsExactly(5000, 5001, 5002);
    assertThat(second.axis().values()).containsExactly(5100, 5101);
    assertThat(second.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(second.flux().values()).containsExactly(4, 5);
    assertThat(second.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
    assertThat(second.uncertainty().values()).containsExactly(0.4, 0.5);
    assertThat(second.mask().bits()).containsExactly(0, 1);
    assertThat(read.observation().time().mjd()).isEqualTo(56520.5);
  }

  @Test
  void ivoaSpectrum_withoutAWordOnTheMedium_isInAirByItsUcd() {
    SourceSpectrum spectrum = read(ivoa().bytes()).spectra().get(0);

    assertThat(spectrum.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
  }

  @Test
  void ivoaSpectrum_whoseHeaderContradictsItsUcd_isOfUnknownMedium() {
    ReadResult.Read read = read(ivoa().table("AIRORVAC", "vac").bytes());

    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(read.notes())
        .contains(
            "AIRORVAC = vac and TUCD em.wl;obs.atmos contradict each other on the medium, which is"
                + " taken as unknown.");
  }

  private static SyntheticTable ivoa() {
    double[] wave = {5000, 5001, 5002, 5100, 5101};
    String error = "Spectrum.Data.FluxAxis.Accuracy.StatError";
    return new SyntheticTable()
        .table("VOCLASS", "SPECTRUM 1.0")
        .table("TMID", 56520.5)
        .column("x", "Angstrom", "Spectrum.Data.SpectralAxis.Value", "em.wl;obs.atmos", wave)
        .column("y", "Jy", "Spectrum.Data.FluxAxis.Value", "phot", new double[] {1, 2, 3, 4, 5})
        .column("e", "Jy", error, "stat.error", new double[] {0.1, 0.2, 0.3, 0.4, 0.5})
        .column("q", "", "Spectrum.Data.FluxAxis.Quality", "meta", new int[] {0, 0, 0, 0, 1})
        .column(
            "o", "", "Spectrum.Data.SpectralAxis.Order", "instr", new int[] {31, 31, 31, 30, 30});
  }

  /** Two tables of one layout are two orders, each known by its HDU. */
  @Test
  void twoPlainTables_areTwoOrders() {
    byte[] one =
        new SyntheticTable().column("WAVE", "nm", WAVE[0]).column("FLUX", "Jy", FLUX[0]).bytes();
    byte[] second = java.util.Arrays.copyOfRange(one, 2880, one.length);
    byte[] both = java.util.Arrays.copyOf(one, one.length + second.length);
    System.arraycopy(second, 0, both, one.length, second.length);

    assertThat(read(one).spectra()).extracting(SourceSpectrum::order).containsExactly(0);
    assertThat(read(both).spectra()).extracting(SourceSpectrum::order).containsExactly(1, 2);
  }

  private static ReadResult.Read read(byte[] bytes) {
    ReadResult result = SpectrumReader.standard().read("x.fits", bytes);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }
}
