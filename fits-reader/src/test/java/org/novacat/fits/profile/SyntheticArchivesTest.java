package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;

/** Conventions of IUE and ESO that the corpus lacks, written from their published descriptions. */
class SyntheticArchivesTest {
  /**
   * IUE NEWSIPS Information Manual, section 12.9: order 100 has three samples from pixel 3 on, and
   * its wavelength is that of pixel 3; the vectors, here of 6 instead of 768, are filled with
   * zeros.
   */
  @Test
  void iueHighDispersion_beginsAtItsStartPixel() {
    ReadResult.Read read = read("swp06542.mxhi", mxhi((short) 3, (short) 2));

    assertThat(read.profile()).isEqualTo("iue-mxhi@1");
    assertThat(read.spectra()).hasSize(2);
    SourceSpectrum order = read.spectra().get(0);
    assertThat(order.order()).isEqualTo(100);
    assertThat(order.axis().values()).containsExactly(1380, 1380.5, 1381);
    assertThat(order.axis().medium()).isEqualTo(Medium.VACUUM);
    assertThat(order.flux().values()).containsExactly(1e-12f, 2e-12f, 3e-12f);
    assertThat(order.flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
    assertThat(order.mask().bad(0)).isFalse();
    assertThat(order.mask().bad(2)).isTrue();
    assertThat(order.uncertainty()).isNull();
    assertThat(read.spectra().get(1).order()).isEqualTo(99);
    assertThat(read.observation().object()).isEqualTo("NOVA CYG 1992");
    assertThat(read.observation().exposureSeconds()).isEqualTo(899.7);
  }

  @Test
  void iueHighDispersion_thatPointsBehindItsVectors_isRefused() {
    ReadResult result = SpectrumReader.standard().read("swp06542.mxhi", mxhi((short) 5, (short) 2));

    assertThat(detail(result)).isEqualTo("BAD_COUNT");
  }

  private static byte[] mxhi(short first, short second) {
    return new SyntheticTable()
        .primary("TELESCOP", "IUE")
        .primary("CAMERA", "SWP")
        .primary("APERTURE", "LARGE")
        .primary("LTARGET", "NOVA CYG 1992")
        .primary("LEXPTIME", 899.7)
        .table("EXTNAME", "MEHI")
        .column("ORDER", "", new short[] {100, 99})
        .column("NPOINTS", "", new short[] {3, 2})
        .column("WAVELENGTH", "ANGSTROM", new double[] {1380, 1390})
        .column("STARTPIX", "PIXEL", new short[] {first, second})
        .column("DELTAW", "ANGSTROM", new double[] {0.5, 0.25})
        .column("NET", "FN", new float[][] {{0, 0, 7, 8, 9, 0}, {0, 7, 8, 0, 0, 0}})
        .column("NOISE", "FN", new float[2][6])
        .column("QUALITY", "", new short[][] {{0, 0, 0, 0, -2, 0}, new short[6]})
        .column(
            "ABS_CAL",
            "ERG/CM2/S/A",
            new float[][] {{0, 0, 1e-12f, 2e-12f, 3e-12f, 0}, {0, 4e-12f, 5e-12f, 0, 0, 0}})
        .bytes();
  }

  /**
   * IUESIPS as FITS: the header of swp06542llg.fits, a sample of the FITS Support Office, with its
   * columns and its TUNIT of ERGS for what its comment calls ergs/cm2/sec/angstrom.
   */
  @Test
  void iuesips_isRelativeAndOfUnknownMedium() {
    byte[] bytes =
        new SyntheticTable()
            .primary("TELESCOP", "IUE")
            .primary("ORIGIN", "GODDARD")
            .primary("DATE-OBS", "nn/nn/nn")
            .table("EXTNAME", "IUE MELO")
            .column("ORDER", "", new short[] {1})
            .column("NPTS", "", new short[] {3})
            .column("LAMBDA", "ANGSTROM", new float[] {1000.5f})
            .column("DELTAW", "ANGSTROM", new float[] {2.5f})
            .column("GROSS", "FN", new float[1][4])
            .column("BACK", "FN", new float[1][4])
            .column("NET", "ERGS", new float[1][4])
            .column("ABNET", "ERGS", new float[][] {{1e-13f, 2e-13f, 3e-13f, 0}})
            .column("EPSILONS", "", new float[][] {{100, -220, 100, 0}})
            .bytes();

    ReadResult.Read read = read("swp06542llg.fits", bytes);

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("iue-iuesips@1");
    assertThat(spectrum.axis().values()).containsExactly(1000.5, 1003, 1005.5);
    assertThat(spectrum.axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(spectrum.flux().unit()).isEqualTo("erg/cm2/s/Angstrom");
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.RELATIVE);
    assertThat(spectrum.mask().bad(0)).isFalse();
    assertThat(spectrum.mask().bad(1)).isTrue();
    assertThat(read.observation().time()).isNull();
  }

  /**
   * UVES pipeline (PRO CATG as in ESO's list of UVES product names): the flux and its errors are
   * two files with the same axis, told apart by a card, or by the name where the card is lost.
   */
  @Test
  void uvesPipeline_isASpectrum_andItsErrorsAreNone() {
    ReadResult.Read read = read("a.fits", uves("FLUXCAL_SCI_POINT_BLUE"));

    assertThat(read.profile()).isEqualTo("wcs-linear@3");
    assertThat(read.spectra().get(0).axis().values()[1]).isEqualTo(3750 + 0.25);
    assertThat(read.spectra().get(0).flux().unit()).isEqualTo("10^-16 erg/cm^2/s/Angstrom");
    assertThat(
            detail(
                SpectrumReader.standard().read("b.fits", uves("FLUXCAL_ERRORBAR_SCI_POINT_BLUE"))))
        .isEqualTo("ERROR_ARRAY");
  }

  private static byte[] uves(String category) {
    return FitsBytes.image(
            new float[] {1, 2, 3},
            "CRVAL1  = 3750.0",
            "CDELT1  = 0.25",
            "CRPIX1  = 1.0",
            "CTYPE1  = 'LINEAR'",
            "CUNIT1  = 'Angstrom'",
            "BUNIT   = '10^-16 erg/cm^2/s/Angstrom'",
            "INSTRUME= 'UVES'",
            "HIERARCH ESO PRO CATG = '%s'".formatted(category))
        .bytes();
  }

  /**
   * HARPS DRS User Manual: coefficient i of order o is LL(i + o (d + 1)), pixels from 0; an order
   * without a solution has zeros.
   */
  @Test
  void harpsE2ds_hasAPolynomialForEachOrder() {
    ReadResult.Read read =
        read(
            "HARPS_e2ds_A.fits",
            e2ds("4000.0", "0.5", "0.25", "0.0", "0.0", "0.0", "4100.0", "1.0", "0.0"));

    assertThat(read.profile()).isEqualTo("harps-e2ds@1");
    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(0, 2);
    SourceSpectrum first = read.spectra().get(0);
    assertThat(first.axis().values()).containsExactly(4000, 4000.75, 4002);
    assertThat(first.flux().values()).containsExactly(1, 2, 3);
    assertThat(first.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(first.axis().mediumSource()).isEqualTo(MediumSource.DATA_MODEL);
    assertThat(read.spectra().get(1).axis().values()).containsExactly(4100, 4101, 4102);
    assertThat(read.notes()).contains("Order 1 has no wavelength solution and is left out.");
  }

  @Test
  void harpsE2ds_withoutACoefficient_isRefused() {
    ReadResult result = SpectrumReader.standard().read("e2ds.fits", e2ds("4000.0", "0.5", "0.25"));

    assertThat(detail(result)).isEqualTo("MISSING_METADATA");
  }

  private static byte[] e2ds(String... coefficients) {
    String[] cards = {
      "SIMPLE  =                    T",
      "BITPIX  =                   16",
      "NAXIS   =                    2",
      "NAXIS1  =                    3",
      "NAXIS2  =                    3",
      "INSTRUME= 'HARPS'",
      "HIERARCH ESO DRS CAL TH DEG LL = 2"
    };
    String[] all = Arrays.copyOf(cards, cards.length + coefficients.length);
    for (int i = 0; i < coefficients.length; i++) {
      all[cards.length + i] =
          "HIERARCH ESO DRS CAL TH COEFF LL%s = %s".formatted(i, coefficients[i]);
    }
    return FitsBytes.of(all)
        .data(new byte[] {0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9})
        .bytes();
  }

  /**
   * SDSS DR7 data model, "spSpec": four lines of two pixels, the second bad by FULLREJECT (bit 18);
   * the unit as real files spell it.
   */
  @Test
  void sdssSpSpec_isTheFirstLineWithTheErrorsOfTheThird() {
    ByteBuffer pixels = ByteBuffer.allocate(32);
    pixels.asFloatBuffer().put(new float[] {10, 20, 1, 2, 0.5f, 0, 0, 1 << 18});
    byte[] bytes =
        FitsBytes.of(
                "SIMPLE  =                    T",
                "BITPIX  =                  -32",
                "NAXIS   =                    2",
                "NAXIS1  =                    2",
                "NAXIS2  =                    4",
                "TELESCOP= 'SDSS 2.5-M'",
                "RA      =            261.30167",
                "DEC     =            60.926492",
                "RAOBJ   =            260.5",
                "DECOBJ  =            61.25",
                "COEFF0  =            3.5",
                "COEFF1  =            0.0001",
                "DC-FLAG =                    1",
                "BUNIT   = '1.0E-17 erg/cm/s/Ang'",
                "ARRAY1  = 'SPECTRUM'",
                "ARRAY2  = 'CONTINUUM-SUBTRACTED SPECTRUM'",
                "ARRAY3  = 'ERROR'",
                "ARRAY4  = 'MASK'")
            .data(pixels.array())
            .bytes();

    ReadResult.Read read = read("spSpec-51792-0352-001.fit", bytes);

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("sdss-spspec@1");
    assertThat(spectrum.axis().values()).containsExactly(Math.pow(10, 3.5), Math.pow(10, 3.5001));
    assertThat(spectrum.flux().values()).containsExactly(10, 20);
    assertThat(spectrum.flux().unit()).isEqualTo("1E-17 erg/cm^2/s/Ang");
    assertThat(spectrum.uncertainty().values()).containsExactly(0.5, 0);
    assertThat(spectrum.mask().bad(0)).isFalse();
    assertThat(spectrum.mask().bad(1)).isTrue();
    assertThat(read.observation().raDeg()).isEqualTo(260.5);
  }

  private static ReadResult.Read read(String name, byte[] bytes) {
    ReadResult result = SpectrumReader.standard().read(name, bytes);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }

  private static String detail(ReadResult result) {
    return result.match(read -> "read as " + read.profile(), r -> r.refusal().detail());
  }
}
