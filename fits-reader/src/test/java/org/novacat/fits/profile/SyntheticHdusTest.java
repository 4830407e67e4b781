package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/** Spectra whose parts are HDUs of their own, and pipelines with a data model of their own. */
class SyntheticHdusTest {
  private static final double[] WAVE = {4000, 4002, 4004, 4006};
  private static final double[] FLUX = {1, 2, 3, 4};
  private static final double[] ERROR = {0.1, 0.2, 0.3, 0.4};
  private static final String[] LINEAR = {
    "CTYPE1  = 'AWAV    '",
    "CUNIT1  = 'Angstrom'",
    "CRVAL1  = 4000.0",
    "CDELT1  = 2.0",
    "CRPIX1  = 1.0"
  };

  @ParameterizedTest
  @CsvSource({
    "SCI, VAR, VARIANCE",
    "SCI, ERR, SIGMA",
    "DATA, STAT, VARIANCE",
    "DATA, VARIANCE, VARIANCE",
    "FLUX, ERR, SIGMA",
    "FLUX, IVAR, IVAR",
    "SPECTRUM, ERROR, SIGMA",
    "FLUX, UNCERT, SIGMA"
  })
  void hdusOfOneSpectrum_areKnownByTheirNames(String flux, String spread, Uncertainty.Kind kind) {
    ReadResult.Read read = read(primary().add(flux, FLUX, LINEAR).add(spread, ERROR, LINEAR));

    assertThat(read.profile()).isEqualTo("image-hdus@1");
    assertThat(read.spectra()).hasSize(1);
    assertThat(read.spectra().get(0).axis().values()).containsExactly(WAVE);
    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.AIR);
    assertThat(read.spectra().get(0).uncertainty().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "HDUCLAS3, MSE, VARIANCE",
    "HDUCLAS3, INVMSE, IVAR",
    "HDUCLAS3, RMSE, SIGMA",
    "UTYPE, VarianceUncertainty, VARIANCE",
    "UTYPE, InverseVariance, IVAR",
    "UTYPE, StdDevUncertainty, SIGMA"
  })
  void cards_sayWhatAnUncertaintyIs_beforeItsName(String card, String is, Uncertainty.Kind kind) {
    String says = "%-8s= '%s'".formatted(card, is);
    ReadResult.Read read = read(primary().add("FLUX", FLUX, LINEAR).add("ERR", ERROR, says));

    assertThat(read.spectra().get(0).uncertainty().kind()).isEqualTo(kind);
  }

  @Test
  void anUncertaintyOfNoKnownKind_isNamedAndNotUsed() {
    ReadResult.Read read =
        read(primary().add("FLUX", FLUX, LINEAR).add("ERR", ERROR, "HDUCLAS3= 'INVRMSE'"));

    assertThat(read.spectra().get(0).uncertainty()).isNull();
    assertThat(read.notes()).anyMatch(note -> note.contains("HDU 2 ERR"));
  }

  @ParameterizedTest
  @CsvSource({"mag(AB)", "ABmag", "STMAG", "mag", "log(erg/s/cm2/A)", "dex(erg/s/cm2/A)"})
  void logarithmsAsFlux_areNotedAndNotAbsolute(String unit) {
    List<String> cards = new ArrayList<>(List.of(LINEAR));
    cards.add("BUNIT   = '%s'".formatted(unit));
    ReadResult.Read read = read(primary().add("FLUX", FLUX, cards.toArray(String[]::new)));

    assertThat(read.spectra().get(0).flux().calibration()).isEqualTo(FluxCalibration.UNCALIBRATED);
    assertThat(read.notes()).anyMatch(note -> note.contains("'" + unit + "', counts logarithms"));
  }

  @ParameterizedTest
  @CsvSource({"DQ", "QUAL", "BPM", "FLAGS", "MASK"})
  void aMaskHdu_marksBadSamples(String name) {
    SourceSpectrum spectrum =
        read(primary().add("SCI", FLUX, LINEAR).add(name, new double[] {0, 4, 0, 0}))
            .spectra()
            .get(0);

    assertThat(IntStream.range(0, 4).filter(spectrum.mask()::bad)).containsExactly(1);
  }

  @Test
  void chipsByExtver_areOrdersWithTheirOwnVariances() {
    File file = primary();
    for (int chip = 1; chip <= 3; chip++) {
      String version = "EXTVER  = " + chip;
      String start = "CRVAL1  = " + (4000 + 100 * chip);
      file.add(
              "SCI",
              FLUX,
              "CTYPE1  = 'AWAV'",
              "CUNIT1  = 'Angstrom'",
              start,
              "CDELT1  = 2.0",
              "CRPIX1  = 1",
              version)
          .add("VAR", new double[] {chip, chip, chip, chip}, version)
          .add("DQ", new double[4], version);
    }

    ReadResult.Read read = read(file);

    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(1, 4, 7);
    assertThat(read.spectra())
        .extracting(s -> s.axis().values()[0])
        .containsExactly(4100.0, 4200.0, 4300.0);
    assertThat(read.spectra())
        .extracting(s -> s.uncertainty().values()[0])
        .containsExactly(1.0, 2.0, 3.0);
    assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("1 SCI, 4 SCI, 7 SCI"));
  }

  @Test
  void armsByName_areOrders() {
    String[] red = LINEAR.clone();
    red[2] = "CRVAL1  = 6000.0";
    ReadResult.Read read =
        read(
            primary()
                .add("FLUX_B", FLUX, LINEAR)
                .add("ERR_B", ERROR, LINEAR)
                .add("FLUX_R", FLUX, red)
                .add("ERR_R", FLUX, red));

    assertThat(read.spectra())
        .extracting(s -> s.axis().values()[0])
        .containsExactly(4000.0, 6000.0);
    assertThat(read.spectra())
        .extracting(s -> s.uncertainty().values()[0])
        .containsExactly(0.1, 1.0);
  }

  @Test
  void imagesOfAxesOfTheirOwn_areOrders_andOthersAreNamed() {
    String[] red = LINEAR.clone();
    red[2] = "CRVAL1  = 6000.0";
    ReadResult.Read read =
        read(primary().add("BLUE", FLUX, LINEAR).add("RED", FLUX, red).add("SKY", ERROR, LINEAR));

    assertThat(read.spectra()).extracting(SourceSpectrum::hdu).containsExactly(1, 2);
    assertThat(String.join(" ", read.notes())).contains("1 BLUE, 2 RED", "HDU 3 SKY");
  }

  /** The remedy that the message offers: names. */
  @Test
  void imagesOfOneAxisWithoutNames_areRefused_andNamesMendIt() {
    ReadResult result =
        SpectrumReader.standard()
            .read("x.fits", primary().add("", FLUX, LINEAR).add("", ERROR, LINEAR).bytes());

    assertThat(((ReadResult.Rejected) result).refusal().detail()).isEqualTo("AMBIGUOUS_HDUS");
    assertThat(((ReadResult.Rejected) result).refusal().message())
        .contains("HDU 1, 2", "EXTNAME", "FLUX, ERROR, MASK");
    assertThat(read(primary().add("FLUX", FLUX, LINEAR).add("ERROR", ERROR, LINEAR)).spectra())
        .hasSize(1);
  }

  @Test
  void arraysByArm_areOrders_andOneLineOfWavelengthsServesAll() {
    ReadResult.Read arms =
        read(
            primary()
                .add("FLUX_B", FLUX)
                .add("WAVE_B", WAVE, "BUNIT   = 'Angstrom'")
                .add("FLUX_R", FLUX)
                .add("WAVE_R", new double[] {6000, 6001, 6002, 6003}, "BUNIT   = 'Angstrom'"));
    ReadResult.Read lines =
        read(
            primary()
                .lines("FLUX", FLUX, ERROR)
                .add("WAVELENGTH", WAVE, "BUNIT   = 'Angstrom'")
                .lines("DQ", new double[4], FLUX));

    assertThat(arms.profile()).isEqualTo("hdu-per-array@2");
    assertThat(arms.spectra())
        .extracting(s -> s.axis().values()[0])
        .containsExactly(4000.0, 6000.0);
    assertThat(lines.spectra()).extracting(SourceSpectrum::order).containsExactly(0, 1);
    assertThat(lines.spectra().get(1).axis().values()).containsExactly(WAVE);
    assertThat(lines.spectra().get(1).mask().bad(0)).isTrue();
    assertThat(lines.spectra().get(0).mask().bad(0)).isFalse();
  }

  @Test
  void anImageOfLogarithms_isTheAxis() {
    ReadResult.Read read =
        read(
            primary()
                .add("FLUX", FLUX)
                .add("LOGLAM", new double[] {3, 3.1, 3.2, 3.3}, "BUNIT   = 'Angstrom'")
                .add("IVAR", ERROR));

    assertThat(read.spectra().get(0).axis().values()[0]).isCloseTo(1000, within(1e-9));
    assertThat(read.spectra().get(0).uncertainty().kind()).isEqualTo(Uncertainty.Kind.IVAR);
  }

  /** SDSS data model "apStar": two combinations and the visits in lines; a mask of integers. */
  @Test
  void apStar_givesTheCombinedSpectrumInVacuum() {
    File file = primary();
    for (int i = 0; i < 3; i++) {
      file.integers = i == 2;
      file.lines(
          "",
          new double[] {1, 2, 3, 16384},
          FLUX,
          "CTYPE1  = 'LOG-LINEAR'",
          "CRVAL1  = 4.179",
          "CDELT1  = 6E-6",
          "CRPIX1  = 1");
    }

    ReadResult.Read read = read(file);

    SourceSpectrum star = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("apogee-star@1");
    assertThat(read.spectra()).hasSize(1);
    assertThat(star.axis().values()[0]).isCloseTo(15100.8015, within(1e-3));
    assertThat(star.axis().medium()).isEqualTo(Medium.VACUUM);
    assertThat(star.mask().bad(3)).isTrue();
    assertThat(star.flux().unit()).startsWith("1E-17");
    assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("Line 1 of 2"));
  }

  /** Site of the Liverpool Telescope, "SPRAT data": stages of one spectrum. */
  @Test
  void sprat_givesTheLastStage_andNamesTheOthers() {
    ReadResult.Read read =
        read(
            primary("INSTRUME= 'SPRAT'")
                .add("SPEC_NONSS", ERROR, LINEAR)
                .add("SPEC_SS", FLUX, LINEAR)
                .add("FLUX", WAVE, LINEAR));

    assertThat(read.profile()).isEqualTo("sprat@1");
    assertThat(read.spectra()).hasSize(1);
    assertThat(read.spectra().get(0).flux().values()).containsExactly(WAVE);
    assertThat(read.spectra().get(0).flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
    assertThat(read.account())
        .filteredOn(piece -> piece.fate() == Fate.IRRELEVANT && piece.kind().equals("hdu"))
        .extracting(Piece::name)
        .contains("HDU 1 SPEC_NONSS", "HDU 2 SPEC_SS");
  }

  /** PypeIt, SpecObj: a table for each object; a mask of 1 is good. */
  @Test
  void pypeitSpec1d_givesEachObject() {
    byte[] file =
        SyntheticColumnsTest.joined(specObj("OPT", "SPAT0100"), specObj("BOX", "SPAT0200"));

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);

    assertThat(read.profile()).isEqualTo("pypeit-spec1d@1");
    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(1, 2);
    assertThat(read.spectra())
        .allSatisfy(
            object -> {
              assertThat(object.axis().unit()).isEqualTo("Angstrom");
              assertThat(object.axis().medium()).isEqualTo(Medium.VACUUM);
              assertThat(object.mask().bad(1)).isTrue();
              assertThat(object.mask().bad(0)).isFalse();
              assertThat(object.uncertainty().kind()).isEqualTo(Uncertainty.Kind.IVAR);
            });
    assertThat(read.notes()).anySatisfy(note -> assertThat(note).contains("SPAT0100", "SPAT0200"));
  }

  private static byte[] specObj(String way, String name) {
    return new SyntheticTable()
        .primary("PYP_SPEC", "shane_kast_blue")
        .table("EXTNAME", name)
        .table("DMODCLS", "SpecObj")
        .column(way + "_WAVE", "", WAVE)
        .column(way + "_FLAM", "", FLUX)
        .column(way + "_FLAM_IVAR", "", ERROR)
        .column(way + "_COUNTS", "", FLUX)
        .column(way + "_MASK", "", new boolean[] {true, false, true, true})
        .bytes();
  }

  /** PypeIt, OneSpec: wave is 0 where no pixel went into a bin, wave_grid_mid is its centre. */
  @Test
  void pypeitOneSpec_isOnTheCentresOfItsBins() {
    byte[] file =
        new SyntheticTable()
            .table("EXTNAME", "SPECTRUM")
            .table("DMODCLS", "OneSpec")
            .column("wave", "", new double[] {0, 4001.9, 4004.2, 0})
            .column("wave_grid_mid", "", WAVE)
            .column("flux", "", FLUX)
            .column("ivar", "", ERROR)
            .column("mask", "", new int[] {0, 1, 1, 0})
            .bytes();

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);

    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("pypeit-onespec@1");
    assertThat(spectrum.axis().values()).containsExactly(WAVE);
    assertThat(spectrum.flux().unit()).isEqualTo("1E-17 erg/s/cm2/Angstrom");
    assertThat(IntStream.range(0, 4).filter(spectrum.mask()::bad)).containsExactly(0, 3);
    assertThat(String.join(" ", read.notes())).contains("HDU 1 SPECTRUM wave column");
  }

  /** DEEP2 pipeline: a table for each detector and way of extraction. */
  @Test
  void deep2_givesEachDetectorAndExtraction() {
    List<byte[]> tables = new ArrayList<>();
    for (String name : List.of("Bxspf-B", "Bxspf-R", "Horne-B", "Horne-R")) {
      tables.add(
          new SyntheticTable()
              .table("EXTNAME", name)
              .column("SPEC", "", new double[][] {FLUX})
              .column("LAMBDA", "", new double[][] {WAVE})
              .column("IVAR", "", new double[][] {ERROR})
              .bytes());
    }

    ReadResult.Read read =
        (ReadResult.Read)
            SpectrumReader.standard()
                .read("x.fits", SyntheticColumnsTest.joined(tables.toArray(byte[][]::new)));

    assertThat(read.profile()).isEqualTo("deep2-spec1d@2");
    assertThat(read.spectra()).extracting(SourceSpectrum::order).containsExactly(1, 2, 3, 4);
    assertThat(read.notes())
        .anySatisfy(
            note -> assertThat(note).contains("1 Bxspf-B, 2 Bxspf-R, 3 Horne-B, 4 Horne-R"));
  }

  /** Goodman pipeline 3, "Read Wavelength Calibrated Files". */
  @Test
  void goodman_isInAngstrom() {
    byte[] file =
        new SyntheticTable()
            .primary("GSP_VERS", "3.0.0")
            .table("EXTNAME", "SPECTRUM")
            .column("WAVELENGTH", "", WAVE)
            .column("INTENSITY", "", FLUX)
            .bytes();

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);

    assertThat(read.profile()).isEqualTo("goodman-table@1");
    assertThat(read.spectra().get(0).axis().unit()).isEqualTo("Angstrom");
  }

  /** Goodman pipeline before version 3, "New Keywords"; T2(x) = 2x² − 1, x from 0. */
  @Test
  void goodmanChebyshev_isOfThePixelItself() {
    byte[] file =
        FitsBytes.image(
                new float[] {1, 2, 3},
                "GSP_FUNC= 'Chebyshev1D'",
                "GSP_ORDR= 2",
                "GSP_NPIX= 3",
                "GSP_C000= 5000.0",
                "GSP_C001= 2.0",
                "GSP_C002= 0.001")
            .bytes();

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);

    assertThat(read.profile()).isEqualTo("goodman-gsp@1");
    assertThat(read.spectra().get(0).axis().values())
        .containsExactly(new double[] {4999.999, 5002.001, 5004.007}, within(1e-9));
  }

  @Test
  void aTableOnThePrimaryAxis_isReadBesideOthersAndRefusedWhereTwoMayBeIt() {
    byte[] flux = onPrimaryAxis("SPECTRUM", "FLUX");
    byte[] beside = joined(flux, onPrimaryAxis("GUIDING", "SEEING"));
    byte[] twice = joined(flux, onPrimaryAxis("SKY", "FLUX"));

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", beside);
    assertThat(read.profile()).isEqualTo("table-primary-wcs@2");
    assertThat(read.spectra().get(0).axis().values()).containsExactly(WAVE);
    assertThat(read.notes()).anyMatch(note -> note.contains("GUIDING"));

    ReadResult.Rejected refused =
        (ReadResult.Rejected) SpectrumReader.standard().read("x.fits", twice);
    assertThat(refused.refusal().message()).contains("1 SPECTRUM, 2 SKY");
  }

  @ParameterizedTest
  @CsvSource({"SKY", "MODEL", "TELLURIC"})
  void tableAndImageThatAreNoSpectrumOfTheTarget_areNamedAndNoOrders(String name) {
    byte[] tables = joined(tableOf("SPECTRUM", FLUX), tableOf(name, ERROR));
    byte[] images = primary().add("SCI", FLUX, LINEAR).add(name, ERROR, LINEAR).bytes();

    for (byte[] file : List.of(tables, images)) {
      ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);
      assertThat(read.spectra()).hasSize(1);
      assertThat(read.spectra().get(0).flux().values()).containsExactly(FLUX);
      assertThat(read.account()).anyMatch(piece -> piece.name().equals("HDU 2 " + name));
    }
  }

  private static byte[] tableOf(String name, double[] flux) {
    return new SyntheticTable()
        .table("EXTNAME", name)
        .column("WAVE", "Angstrom", WAVE)
        .column("FLUX", "", flux)
        .bytes();
  }

  @Test
  void unitsInTheNamesOfColumns_areTheirUnitsWhereNothingElseStatesThem() {
    byte[] file =
        new SyntheticTable()
            .column("Wavelength (A)", "", WAVE)
            .column("Flux [erg/s/cm2/A]", "", FLUX)
            .column("Error (erg/s/cm2/A)", "", ERROR)
            .bytes();

    SourceSpectrum spectrum =
        ((ReadResult.Read) SpectrumReader.standard().read("x.fits", file)).spectra().get(0);
    assertThat(spectrum.axis().unit()).isEqualTo("A");
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
    assertThat(spectrum.uncertainty().values()).containsExactly(ERROR);
  }

  @ParameterizedTest
  @CsvSource({
    "erg/s/cm2/A, ABSOLUTE",
    "mW/m2/nm, ABSOLUTE",
    "erg/s/cm2, RELATIVE",
    "arbitrary, RELATIVE",
    "normalized, NORMALIZED",
    "count, UNCALIBRATED"
  })
  void fluxIsWorthWhatItsUnitSays(String unit, FluxCalibration calibration) {
    byte[] file =
        new SyntheticTable().column("WAVE", "nm", WAVE).column("FLUX", unit, FLUX).bytes();

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);
    assertThat(read.spectra().get(0).flux().calibration()).isEqualTo(calibration);
  }

  /** LAMOST data release 8: vectors in one row; DATE-BEG and DATE-END are local time. */
  @Test
  void lamostVectors_areTakenAtTheMedianOfTheExposures() {
    byte[] file =
        new SyntheticTable()
            .primary("TELESCOP", "LAMOST")
            .primary("DATA_V", "LAMOST DR8")
            .primary("ORIGIN", "NAOC-LAMOST")
            .primary("DATE-OBS", "2023-05-26T21:00:00")
            .primary("DATE-BEG", "2023-05-27T04:45:00")
            .primary("DATE-END", "2023-05-27T05:15:00")
            .table("EXTNAME", "COADD")
            .column("FLUX", "", new double[][] {FLUX})
            .column("IVAR", "", new double[][] {ERROR})
            .column("WAVELENGTH", "", new double[][] {WAVE})
            .column("ANDMASK", "", new float[][] {{0, 0, 1, 0}})
            .bytes();

    ReadResult.Read read = (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);
    assertThat(read.profile()).isEqualTo("lamost-tables@1");
    assertThat(read.observation().time().mjd()).isCloseTo(60090.875, within(1e-9));
    assertThat(read.notes()).noneMatch(note -> note.contains("contradict"));
  }

  @Test
  void besideASpectrumOfBess_namedImagesAreItsErrorAndItsMask() {
    String[] cards = Arrays.copyOf(LINEAR, LINEAR.length + 1);
    cards[LINEAR.length] = "BSS_INST= 'LHIRES'";
    File file =
        new File(FitsBytes.image(new float[] {1, 2, 3, 4}, cards))
            .add("ERRS", ERROR)
            .add("QUAL", new double[] {0, 4, 0, 0});

    ReadResult.Read read = read(file);
    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(read.profile()).isEqualTo("bess@2");
    assertThat(spectrum.uncertainty().values()).containsExactly(ERROR);
    assertThat(IntStream.range(0, 4).filter(spectrum.mask()::bad)).containsExactly(1);
  }

  @Test
  void linesThatNothingExplains_areRefusedAndCounted() {
    byte[] file = primary().lines("", FLUX, ERROR, LINEAR).bytes();

    ReadResult.Rejected refused =
        (ReadResult.Rejected) SpectrumReader.standard().read("x.fits", file);
    assertThat(refused.refusal().message()).contains("nothing says what its 2 lines are");
  }

  private static byte[] onPrimaryAxis(String name, String column) {
    return new SyntheticTable()
        .primary("CRVAL1", 4000.0)
        .primary("CDELT1", 2.0)
        .primary("CTYPE1", "WAVE")
        .primary("CUNIT1", "Angstrom")
        .table("EXTNAME", name)
        .column(column, "", FLUX)
        .bytes();
  }

  /** A file with the table of another behind it; each primary header is a block. */
  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length - 2880);
    System.arraycopy(other, 2880, both, one.length, other.length - 2880);
    return both;
  }

  private static File primary(String... cards) {
    return new File(FitsBytes.emptyPrimary(cards));
  }

  private static ReadResult.Read read(File file) {
    ReadResult result = SpectrumReader.standard().read("x.fits", file.bytes());
    assertThat(result).as("%s", result).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }

  /** A file of image extensions. */
  private static final class File {
    private final FitsBytes fits;
    private boolean integers;

    File(FitsBytes fits) {
      this.fits = fits;
    }

    File add(String name, double[] values, String... cards) {
      return extension(name, "NAXIS   = 1", values, cards);
    }

    File lines(String name, double[] first, double[] second, String... cards) {
      double[] both = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, both, first.length, second.length);
      return extension(name, "NAXIS   = 2", both, cards);
    }

    private File extension(String name, String naxis, double[] values, String... cards) {
      boolean two = naxis.endsWith("2");
      List<String> all = new ArrayList<>();
      all.add("XTENSION= 'IMAGE   '");
      all.add(integers ? "BITPIX  = 32" : "BITPIX  = -64");
      all.add(naxis);
      all.add(String.format(Locale.ROOT, "NAXIS1  = %d", two ? values.length / 2 : values.length));
      if (two) {
        all.add("NAXIS2  = 2");
      }
      all.add("PCOUNT  = 0");
      all.add("GCOUNT  = 1");
      if (!name.isEmpty()) {
        all.add("EXTNAME = '%s'".formatted(name));
      }
      all.addAll(List.of(cards));
      fits.header(all.toArray(String[]::new)).data(integers ? ints(values) : doubles(values));
      return this;
    }

    private static byte[] doubles(double[] values) {
      ByteBuffer data = ByteBuffer.allocate(8 * values.length);
      data.asDoubleBuffer().put(values);
      return data.array();
    }

    private static byte[] ints(double[] values) {
      ByteBuffer data = ByteBuffer.allocate(4 * values.length);
      Arrays.stream(values).forEach(value -> data.putInt((int) value));
      return data.array();
    }

    byte[] bytes() {
      return fits.bytes();
    }
  }
}
