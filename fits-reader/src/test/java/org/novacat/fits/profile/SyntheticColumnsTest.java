package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Columns known by what they say of themselves before their names, and several tables in a file.
 */
class SyntheticColumnsTest {
  private static final int BLOCK = 2880;
  private static final double[] WAVE = {4000, 4002, 4004, 4006};
  private static final double[] FLUX = {1, 2, 3, 4};
  private static final double[] ERROR = {0.1, 0.2, 0.3, 0.4};
  private static final String DENSITY = "erg/s/cm2/Angstrom";

  @ParameterizedTest
  @ValueSource(
      strings = {"wavelengths", "Lam", "wl", "LAMBDAS", "spectral_axis", "col1", "x", "BIN_MID"})
  void aColumnInAngstrom_isTheAxis_whateverItsName(String name) {
    SourceSpectrum spectrum = one(columns(name, "Angstrom", "flux", "Jy"));

    assertThat(spectrum.axis().values()).containsExactly(WAVE);
    assertThat(spectrum.flux().values()).containsExactly(FLUX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fluxes",
        "FLAM",
        "counts",
        "Intensity",
        "OPT_FLUX",
        "BOX_FLUX",
        "FLUX_REDUCED",
        "SPECTRUM_FLUX",
        "spec"
      })
  void fluxes_areKnownByTheNamesOfExtractions(String name) {
    assertThat(one(columns("WAVE", "nm", name, "adu")).flux().values()).containsExactly(FLUX);
  }

  @ParameterizedTest
  @CsvSource({"GHz", "km/s", "pixel"})
  void anAxisInAnotherUnit_isNoWavelength(String unit) {
    ReadResult result =
        SpectrumReader.standard()
            .read("x.fits", columns("spectral_axis", unit, "flux", "Jy").bytes());

    assertThat(((ReadResult.Rejected) result).refusal().detail()).isEqualTo("OTHER_SPECTRAL_AXIS");
  }

  @Test
  void edgesAndWidths_areNotTheAxis() {
    SourceSpectrum spectrum =
        one(
            new SyntheticTable()
                .column("WAVE_LO", "Angstrom", new double[] {3999, 4001, 4003, 4005})
                .column("WAVE_HI", "Angstrom", new double[] {4001, 4003, 4005, 4007})
                .column("FWHM", "Angstrom", ERROR)
                .column("CENTRE", "Angstrom", WAVE)
                .column("FLUX", "Jy", FLUX));

    assertThat(spectrum.axis().source()).isEqualTo("column CENTRE");
  }

  /** The remedy that the message offers: TUCDn = em.wl;meta.main. */
  @Test
  void twoAxes_areRefusedByName_andMainDecides() {
    double[] vacuum = {4001.1, 4003.1, 4005.1, 4007.1};
    SyntheticTable two =
        new SyntheticTable()
            .column("WAVE_AIR", "Angstrom", WAVE)
            .column("WAVE_VAC", "Angstrom", vacuum)
            .column("FLUX", "Jy", FLUX);
    ReadResult result = SpectrumReader.standard().read("x.fits", two.bytes());

    assertThat(((ReadResult.Rejected) result).refusal().message())
        .contains("WAVE_AIR, WAVE_VAC", "HDU 1", "TUCDn", "em.wl;meta.main");
    SourceSpectrum spectrum = one(two.table("TUCD2", "em.wl;meta.main"));
    assertThat(spectrum.axis().values()).containsExactly(vacuum);
    assertThat(spectrum.axis().medium()).isEqualTo(Medium.VACUUM);
  }

  @Test
  void twoFluxes_areRefusedByName_andMainDecides() {
    SyntheticTable two =
        new SyntheticTable()
            .column("WAVE", "Angstrom", WAVE)
            .column("FLUX_OPT", "Jy", ERROR)
            .column("FLUX_NORM", "", FLUX);
    ReadResult result = SpectrumReader.standard().read("x.fits", two.bytes());

    assertThat(((ReadResult.Rejected) result).refusal().detail()).isEqualTo("AMBIGUOUS_COLUMNS");
    assertThat(((ReadResult.Rejected) result).refusal().message())
        .contains("FLUX_OPT, FLUX_NORM", "phot.flux.density;meta.main");
    assertThat(one(two.table("TUCD3", "phot.flux.density;meta.main")).flux().values())
        .containsExactly(FLUX);
  }

  @ParameterizedTest
  @CsvSource({
    "e_flux, SIGMA",
    "eFlux, SIGMA",
    "FLUX_SIG, SIGMA",
    "flux_unc, SIGMA",
    "ERR_FLUX, SIGMA",
    "sigma_flux, SIGMA",
    "FLUX_STD, SIGMA",
    "er, SIGMA",
    "Errors, SIGMA",
    "uncertainty, SIGMA",
    "NOISE, SIGMA"
  })
  void inTheUnitOfTheFlux_itIsAStandardDeviation(String name, Uncertainty.Kind kind) {
    assertThat(
            one(columns("wave", "nm", "flux", DENSITY).column(name, DENSITY, ERROR))
                .uncertainty()
                .kind())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "IVAR, IVAR",
    "flux_ivar, IVAR",
    "invvar, IVAR",
    "VAR, VARIANCE",
    "flux_var, VARIANCE",
    "variance, VARIANCE"
  })
  void withoutAUnit_theNameSaysTheKind(String name, Uncertainty.Kind kind) {
    assertThat(
            one(columns("wave", "nm", "flux", DENSITY).column(name, "", ERROR))
                .uncertainty()
                .kind())
        .isEqualTo(kind);
  }

  @Test
  void theSquareOfTheUnit_makesAVarianceOfAnError() {
    SourceSpectrum spectrum =
        one(columns("wave", "nm", "flux", DENSITY).column("ERR", "(" + DENSITY + ")**2", ERROR));

    assertThat(spectrum.uncertainty().kind()).isEqualTo(Uncertainty.Kind.VARIANCE);
  }

  @ParameterizedTest
  @CsvSource({
    "ERR, erg2 s-2 cm-4 Angstrom-2, VARIANCE",
    "ERR, W/m2/um, SIGMA",
    "VAR, erg2/s2/cm4/Angstrom2, VARIANCE",
    "IVAR, (erg/s/cm2/Angstrom)-2, IVAR"
  })
  void unitsArePutInPowers(String name, String unit, Uncertainty.Kind kind) {
    SyntheticTable table = columns("wave", "nm", "flux", DENSITY).column(name, unit, ERROR);

    assertThat(one(table).uncertainty().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "LOGLAM, '', Angstrom",
    "LOGLAM, log10(nm), nm",
    "LOGLAM, nm, nm",
    "wave, log10(Angstrom), Angstrom"
  })
  void logarithms_areOfTheUnitThatTheColumnStates(String name, String unit, String stated) {
    SourceSpectrum spectrum =
        one(
            new SyntheticTable()
                .column(name, unit, new double[] {2.7, 2.71, 2.72})
                .column("FLUX", "Jy", new double[] {1, 2, 3}));

    assertThat(spectrum.axis().values()[0]).isCloseTo(Math.pow(10, 2.7), within(1e-9));
    assertThat(spectrum.axis().unit()).isEqualTo(stated);
  }

  @ParameterizedTest
  @CsvSource({
    "SIGMA, Angstrom",
    "IVAR, erg/s/cm2/Angstrom",
    "VAR, erg/s/cm2/Angstrom",
    "ERR, %",
    "NOISE, adu",
    "NOISE, ''"
  })
  void anErrorInAnotherUnit_isNamedAndNotUsed(String name, String unit) {
    ReadResult.Read read = read(columns("wave", "nm", "flux", DENSITY).column(name, unit, ERROR));

    assertThat(read.spectra().get(0).uncertainty()).isNull();
    assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("Column " + name));
  }

  /** UCD1+ list: stat.error, meta.code.qual. */
  @Test
  void ucds_sayWhatNamesDoNot() {
    SourceSpectrum spectrum =
        one(
            new SyntheticTable()
                .column("a", "Angstrom", "none", "em.wl", WAVE)
                .column("b", DENSITY, "none", "phot.flux.density;em.wl", FLUX)
                .column("c", DENSITY, "none", "stat.error;phot.flux.density;em.wl", ERROR)
                .column("d", "", "none", "meta.code.qual", new int[] {0, 1, 0, 0}));

    assertThat(spectrum.axis().values()).containsExactly(WAVE);
    assertThat(spectrum.uncertainty().values()).containsExactly(ERROR);
    assertThat(spectrum.mask().bad(1)).isTrue();
  }

  @Test
  void aFluxThatIsCalledNormalised_is() {
    assertThat(one(columns("WAVE", "nm", "NORM_FLUX", "")).flux().calibration())
        .isEqualTo(FluxCalibration.NORMALIZED);
  }

  @Test
  void anImageSpectrumBesideATable_isRead_andTheTableNamed() {
    byte[] image =
        FitsBytes.image(
                new float[] {1, 2, 3},
                "CTYPE1  = 'AWAV'",
                "CUNIT1  = 'Angstrom'",
                "CRVAL1  = 4000",
                "CDELT1  = 1",
                "CRPIX1  = 1")
            .bytes();
    byte[] table = columns("WAVE", "nm", "FLUX", "Jy").table("EXTNAME", "MODEL").bytes();
    byte[] both = Arrays.copyOf(image, image.length + table.length - BLOCK);
    System.arraycopy(table, BLOCK, both, image.length, table.length - BLOCK);

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", both);

    assertThat(read.spectra()).hasSize(1);
    assertThat(read.spectra().get(0).length()).isEqualTo(3);
    assertThat(String.join(" ", read.notes())).contains("MODEL");
  }

  @Test
  void theErrorOfAnotherFlux_isNotThatOfThisOne() {
    ReadResult.Read read =
        read(
            columns("wave", "nm", "FLUX", DENSITY)
                .column("COUNTS", "adu", FLUX)
                .column("COUNTS_ERR", "adu", ERROR));

    assertThat(read.spectra().get(0).flux().unit()).isEqualTo(DENSITY);
    assertThat(read.spectra().get(0).uncertainty()).isNull();
    assertThat(String.join(" ", read.notes()))
        .contains("HDU 1 COUNTS column", "HDU 1 COUNTS_ERR column");
  }

  @Test
  void twoErrors_areNamedAndNotGuessed() {
    ReadResult.Read read =
        read(
            columns("wave", "nm", "FLUX", DENSITY)
                .column("ERR", DENSITY, ERROR)
                .column("SIGMA", DENSITY, FLUX));

    assertThat(read.spectra().get(0).uncertainty()).isNull();
    assertThat(String.join(" ", read.notes())).contains("ERR, SIGMA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DQ",
        "QUAL",
        "Quality",
        "FLAGS",
        "FLAG",
        "ANDMASK",
        "AND_MASK",
        "ORMASK",
        "PIXMASK",
        "BPM",
        "BAD",
        "DQ_FLAGS"
      })
  void whatIsNot0_isBad(String name) {
    assertThat(bad(columns("wave", "nm", "flux", "Jy").column(name, "", new int[] {0, 1, 0, 8})))
        .containsExactly(1, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOOD", "goodpix", "VALID", "GPM"})
  void whatIs0_isBad_whereTheNameSaysGood(String name) {
    assertThat(bad(columns("wave", "nm", "flux", "Jy").column(name, "", new int[] {1, 0, 1, 0})))
        .containsExactly(1, 3);
    assertThat(
            bad(
                columns("wave", "nm", "flux", "Jy")
                    .column(name, "", new boolean[] {true, false, true, false})))
        .containsExactly(1, 3);
  }

  @Test
  void aMaskOfFlagBits_orOfTruthValues_marksBadSamples() {
    assertThat(bad(columns("wave", "nm", "flux", "Jy").column("MASK", "", new int[] {0, 4, 0, 16})))
        .containsExactly(1, 3);
    assertThat(
            bad(
                columns("wave", "nm", "flux", "Jy")
                    .column("mask", "", new boolean[] {false, true, false, true})))
        .containsExactly(1, 3);
  }

  @Test
  void aMaskOfOnesAndZeros_marksNothing_whereNothingSaysWhichIsGood() {
    ReadResult.Read read =
        read(columns("wave", "nm", "flux", "Jy").column("MASK", "", new int[] {1, 1, 1, 0}));

    assertThat(read.spectra().get(0).mask()).isNull();
    assertThat(read.notes())
        .anySatisfy(note -> assertThat(note).contains("column MASK", "good or a bad"));
  }

  @Test
  void aQualityOfFractions_isNoMask() {
    ReadResult.Read read =
        read(
            columns("wave", "nm", "flux", "Jy")
                .column("QUALITY", "", new double[] {0.9, 1, 0.4, 0}));

    assertThat(read.spectra().get(0).mask()).isNull();
    assertThat(String.join(" ", read.notes())).contains("column QUALITY");
  }

  @Test
  void rowsOfVectors_areOrdersByTheirNumbers() {
    ReadResult.Read read =
        read(
            new SyntheticTable()
                .column("ORDER", "", new int[] {31, 30})
                .column("WAVE", "nm", new double[][] {{400, 401, 402}, {410, 411, 412}})
                .column("FLUX", "Jy", new double[][] {{1, 2, 3}, {4, 5, 6}})
                .column("DQ", "", new int[][] {{0, 0, 1}, {1, 0, 0}}));

    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(31, 30);
    assertThat(read.spectra().get(1).axis().values()).containsExactly(410, 411, 412);
    assertThat(read.spectra().get(1).mask().bad(0)).isTrue();
  }

  @Test
  void mediumOfAColumnThatACardContradicts_isUnknownAndNoted() {
    SyntheticTable table =
        new SyntheticTable()
            .column("WAVE_AIR", "Angstrom", new double[] {4000, 4001, 4002})
            .column("FLUX", "Jy", new double[] {1, 2, 3})
            .primary("VACUUM", "T");

    ReadResult.Read read =
        (ReadResult.Read) SpectrumReader.standard().read("air.fits", table.bytes());

    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(read.notes())
        .contains(
            "VACUUM = T and column WAVE_AIR contradict each other on the medium, which is taken as unknown.");
  }

  @ParameterizedTest
  @CsvSource({"'(2,2)', 1", "'(4,1)', 0", "'(4)', 0"})
  void linesOfAVector_areNamed(String dimensions, int notes) {
    SyntheticTable table =
        new SyntheticTable()
            .column("WAVE", "Angstrom", new double[][] {{4000, 4001, 4100, 4101}})
            .column("FLUX", "Jy", new double[][] {{1, 2, 3, 4}})
            .table("TDIM2", dimensions);

    ReadResult.Read read =
        (ReadResult.Read) SpectrumReader.standard().read("lines.fits", table.bytes());

    assertThat(read.notes().stream().filter(note -> note.contains("TDIM2"))).hasSize(notes);
  }

  @Test
  void vectors_areAsLongAsTheirCountSays() {
    SourceSpectrum spectrum =
        one(
            new SyntheticTable()
                .column("NPTS", "", new short[] {2})
                .column("WAVE", "nm", new double[][] {{400, 401, 0}})
                .column("FLUX", "Jy", new double[][] {{1, 2, 0}})
                .column("DQ", "", new int[][] {{0, 1, 0}}));

    assertThat(spectrum.axis().values()).containsExactly(400, 401);
    assertThat(spectrum.flux().values()).containsExactly(1, 2);
    assertThat(spectrum.mask().bad(1)).isTrue();
  }

  @Test
  void rowsOfPixels_arePartedByAColumnOrder() {
    ReadResult.Read read =
        read(columns("WAVE", "nm", "FLUX", "Jy").column("ORDER", "", new int[] {7, 7, 6, 6}));

    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(7, 6);
    assertThat(read.spectra().get(1).flux().values()).containsExactly(3, 4);
  }

  @Test
  void tablesBesideEachOther_areOrders_andTheRestIsNamed() {
    byte[] file =
        joined(
            columns("WAVE", "nm", "FLUX", "Jy").table("EXTNAME", "UVB").bytes(),
            new SyntheticTable().table("EXTNAME", "LOG").column("N", "", new int[] {1, 2}).bytes(),
            columns("LAMBDA", "Angstrom", "FLUX", "Jy").table("EXTNAME", "NIR").bytes());

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);

    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(1, 3);
    assertThat(read.spectra()).extracting(SourceSpectrum::hdu).containsExactly(1, 3);
    assertThat(String.join(" ", read.notes())).contains("1 UVB, 3 NIR", "HDU 2 LOG");
  }

  /** STIS x1d of several exposures: an SCI extension for each (STIS Data Handbook, imsets). */
  @Test
  void everySciExtensionOfHst_isRead() {
    byte[] file = joined(stis(1), stis(2));

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);

    assertThat(read.profile()).isEqualTo("hst-x1d@2");
    assertThat(read.spectra()).extracting(SourceSpectrum::hdu).containsExactly(1, 2);
  }

  private static byte[] stis(int version) {
    return new SyntheticTable()
        .primary("TELESCOP", "HST")
        .table("EXTNAME", "SCI")
        .table("EXTVER", version)
        .column("SPORDER", "", new short[] {1})
        .column("NELEM", "", new short[] {4})
        .column("WAVELENGTH", "Angstroms", new double[][] {WAVE})
        .column("FLUX", DENSITY, new double[][] {FLUX})
        .column("ERROR", DENSITY, new double[][] {ERROR})
        .column("DQ", "", new short[][] {{0, 0, 0, 0}})
        .bytes();
  }

  private static SyntheticTable columns(
      String axis, String axisUnit, String flux, String fluxUnit) {
    return new SyntheticTable().column(axis, axisUnit, WAVE).column(flux, fluxUnit, FLUX);
  }

  /** The tables of these files behind the primary HDU of the first. */
  static byte[] joined(byte[]... files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Arrays.copyOf(files[0], BLOCK));
    for (byte[] file : files) {
      all.writeBytes(Arrays.copyOfRange(file, BLOCK, file.length));
    }
    return all.toByteArray();
  }

  private static int[] bad(SyntheticTable table) {
    SourceSpectrum spectrum = one(table);
    return IntStream.range(0, spectrum.length()).filter(spectrum.mask()::bad).toArray();
  }

  private static SourceSpectrum one(SyntheticTable table) {
    ReadResult.Read read = read(table);
    assertThat(read.spectra()).hasSize(1);
    return read.spectra().get(0);
  }

  private static ReadResult.Read read(SyntheticTable table) {
    ReadResult result = SpectrumReader.standard().read("x.fits", table.bytes());
    assertThat(result).as("%s", result).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }
}
