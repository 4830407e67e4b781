package org.novacat.jobs.samples;

import java.util.Arrays;
import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;

/** Tables of one row a sample. */
final class SpectrumTables {
  private static final double ANGSTROM_PER_NM = 10;
  private static final String FLUX_UNIT = "erg/s/cm2/Angstrom";
  private static final double SYSTEMATIC_SHARE = 0.01;

  /** BUNIT of SDSS is 1E-17 erg/s/cm²/Å. */
  private static final double PER_SDSS_UNIT = 1e17;

  /** UTC + 37 s since 2017; TAI counts seconds from MJD 0. */
  private static final double TAI_MINUS_UTC = 37;

  private SpectrumTables() {}

  /** Wavelength, flux and error with no further convention; in nanometres, as some are. */
  static byte[] plain(Exposure exposure, Samples samples) {
    double[] nanometres =
        Arrays.stream(samples.wavelength()).map(angstrom -> angstrom / ANGSTROM_PER_NM).toArray();
    return FitsBytes.table(
        cards -> cards.signature(exposure).position(exposure).times(exposure),
        List.of(
            new Column("WAVELENGTH", "nm", nanometres),
            new Column("FLUX", FLUX_UNIT, Samples.floats(samples.flux())),
            new Column("ERROR", FLUX_UNIT, Samples.floats(samples.sigma()))),
        cards -> cards.text("EXTNAME", "SPECTRUM", "name of the table"));
  }

  /** A table of the CALSPEC library: FLAM for erg/s/cm²/Å, vacuum. */
  static byte[] calspec(Exposure exposure, Samples samples) {
    int n = samples.length();
    short[] good = new short[n];
    Arrays.fill(good, (short) 1);
    return FitsBytes.table(
        cards -> calspecCards(cards, exposure, samples),
        List.of(
            new Column("WAVELENGTH", "ANGSTROMS", samples.wavelength()),
            new Column("FLUX", "FLAM", Samples.floats(samples.flux())),
            new Column("STATERROR", "FLAM", Samples.floats(samples.sigma())),
            new Column("SYSERROR", "FLAM", Samples.floats(samples.scaled(SYSTEMATIC_SHARE).flux())),
            new Column("FWHM", "ANGSTROMS", filled(n, 5)),
            new Column("DATAQUAL", "NONE", good),
            new Column("TOTEXP", "SEC", filled(n, (float) exposure.seconds()))),
        cards -> cards.text("EXTNAME", "SCI", "name of the table"));
  }

  private static void calspecCards(SampleCards cards, Exposure exposure, Samples samples) {
    cards
        .text("TARGETID", exposure.nova().name(), "invented target")
        .signature(exposure)
        .text("DBTABLE", "CRSPECTRUM", "kind of table")
        .text("MAPKEY", "calspec", "library that this imitates")
        .text("DESCRIP", "Sample spectrum, synthetic", "description")
        .text("SOURCE", "novacat demo", "source")
        .position(exposure)
        .times(exposure)
        .number("WMIN", samples.first(), "shortest wavelength")
        .number("WMAX", samples.last(), "longest wavelength");
  }

  /** The COADD table of an SDSS or BOSS {@code spec} file. */
  static byte[] sdss(Exposure exposure, Samples samples) {
    Samples scaled = samples.scaled(PER_SDSS_UNIT);
    int n = samples.length();
    double[] logarithms = Arrays.stream(scaled.wavelength()).map(StrictMath::log10).toArray();
    double[] inverse = Arrays.stream(scaled.sigma()).map(sigma -> 1 / (sigma * sigma)).toArray();
    return FitsBytes.table(
        cards -> sdssCards(cards, exposure),
        List.of(
            new Column("flux", "", Samples.floats(scaled.flux())),
            new Column("loglam", "", Samples.floats(logarithms)),
            new Column("ivar", "", Samples.floats(inverse)),
            new Column("and_mask", "", new int[n]),
            new Column("or_mask", "", new int[n]),
            new Column("wdisp", "", filled(n, 1.1f)),
            new Column("sky", "", filled(n, 0.5f)),
            new Column("model", "", Samples.floats(scaled.flux()))),
        cards -> cards.text("EXTNAME", "COADD", "name of the table"));
  }

  private static void sdssCards(SampleCards cards, Exposure exposure) {
    double taiStart = exposure.startMjd() * 86_400 + TAI_MINUS_UTC;
    cards
        .signature(exposure)
        .number("PLATEID", 9000 + exposure.number() % 1000, "invented plate")
        .number("MJD", (int) exposure.startMjd(), "day of observation")
        .number("FIBERID", 1 + exposure.number() % 640, "invented fibre")
        .number("RADEG", exposure.nova().raDeg(), "right ascension, deg")
        .number("DECDEG", exposure.nova().decDeg(), "declination, deg")
        .number("PLUG_RA", exposure.nova().raDeg(), "right ascension of the fibre, deg")
        .number("PLUG_DEC", exposure.nova().decDeg(), "declination of the fibre, deg")
        .text("TIMESYS", "tai", "TAI, not UTC")
        .number("TAI-BEG", taiStart, "start of exposure, s since MJD 0")
        .number("TAI-END", taiStart + exposure.seconds(), "end of exposure, s since MJD 0")
        .number("EXPTIME", exposure.seconds(), "exposure time, s")
        .flag("VACUUM", true, "wavelengths are in vacuum")
        .text("BUNIT", "1E-17 erg/cm^2/s/Ang", "unit of the flux")
        .text("TELESCOP", "SDSS 2.5-M", "telescope that this imitates");
  }

  private static float[] filled(int n, float value) {
    float[] values = new float[n];
    Arrays.fill(values, value);
    return values;
  }

  /**
   * A spectrum by the ESO Science Data Products standard: a table of one row, whose columns hold
   * the whole arrays and say by utype and UCD what they are.
   */
  static final class EsoTable {
    private static final String FLUX_UNIT = "erg cm**(-2) s**(-1) angstrom**(-1)";

    private EsoTable() {}

    static byte[] write(Exposure exposure, Samples samples) {
      return FitsBytes.table(
          cards -> primary(cards, exposure),
          List.of(
              new Column("WAVE", "angstrom", new double[][] {samples.wavelength()}),
              new Column("FLUX", FLUX_UNIT, new float[][] {Samples.floats(samples.flux())}),
              new Column("ERR", FLUX_UNIT, new float[][] {Samples.floats(samples.sigma())}),
              new Column("QUAL", "", new int[][] {new int[samples.length()]})),
          cards -> extension(cards, exposure, samples));
    }

    private static void primary(SampleCards cards, Exposure exposure) {
      cards
          .text("PRODCATG", "SCIENCE.SPECTRUM", "data product category")
          .signature(exposure)
          .text("TELESCOP", "ESO-VLT-U2", "telescope that this imitates")
          .text("INSTRUME", "UVES", "instrument that this imitates")
          .position(exposure)
          .times(exposure)
          .number("TEXPTIME", exposure.seconds(), "total exposure time, s")
          .number("MJD-END", exposure.endMjd(), "end of exposure, d")
          .text("SPECSYS", "BARYCENT", "frame of the wavelengths")
          .flag("EXT_OBJ", false, "true for an extended object")
          .text("FLUXCAL", "ABSOLUTE", "flux calibration")
          .flag("M_EPOCH", false, "true for several epochs")
          .number("NCOMBINE", 1, "number of raw files");
    }

    private static void extension(SampleCards cards, Exposure exposure, Samples samples) {
      cards
          .text("EXTNAME", "SPECTRUM", "name of the table")
          .text("VOCLASS", "SPECTRUM V2.0", "data model")
          .text("VOPUB", "novacat sample", "publisher")
          .text("TITLE", exposure.nova().name(), "title")
          .text("OBJECT", exposure.nova().name(), "invented target")
          .position(exposure)
          .number("APERTURE", 0.00027, "slit, deg")
          .number("TELAPSE", exposure.seconds(), "elapsed time, s")
          .number("TMID", exposure.middleMjd(), "middle of exposure, d")
          .number("SPEC_VAL", (samples.first() + samples.last()) / 2, "mean wavelength, angstrom")
          .number("SPEC_BW", samples.last() - samples.first(), "width, angstrom")
          .number("NELEM", samples.length(), "length of the arrays");
      meaning(cards, 1, "spec:Data.SpectralAxis.Value", "em.wl;obs.atmos");
      meaning(cards, 2, "spec:Data.FluxAxis.Value", "phot.flux.density;em.wl;src.net;meta.main");
      meaning(cards, 3, "spec:Data.FluxAxis.Accuracy.StatError", "stat.error;phot.flux.density");
      meaning(cards, 4, "spec:Data.FluxAxis.Accuracy.QualityStatus", "meta.code.qual");
    }

    private static void meaning(SampleCards cards, int column, String utype, String ucd) {
      cards.text("TUTYP" + column, utype, "utype").text("TUCD" + column, ucd, "UCD");
    }
  }

  /** An x1d file of HST's echelle spectrograph: one row an order, longest wavelengths last. */
  static final class StisTable {
    private static final int ORDERS = 8;
    private static final int FIRST_ORDER = 80;
    private static final double FIRST_WAVELENGTH = 2500;
    private static final double ORDER_STEP = 45;

    /** Orders overlap, as they do in the instrument. */
    private static final double ORDER_WIDTH = 52;

    private static final String FLUX_UNIT = "erg/s/cm**2/Angstrom";

    private StisTable() {}

    /** The orders behind each other; {@code n} is cut to a multiple of their number. */
    static double[] grid(int n) {
      int each = n / ORDERS;
      double[] grid = new double[each * ORDERS];
      for (int order = 0; order < ORDERS; order++) {
        double first = FIRST_WAVELENGTH + order * ORDER_STEP;
        System.arraycopy(
            Convention.linear(first, first + ORDER_WIDTH, each), 0, grid, order * each, each);
      }
      return grid;
    }

    static byte[] write(Exposure exposure, Samples samples) {
      int each = samples.length() / ORDERS;
      float[][] flux = floats(rows(samples.flux()));
      float[][] error = floats(rows(samples.sigma()));
      return FitsBytes.table(
          cards -> primary(cards, exposure),
          List.of(
              new Column("SPORDER", "", orderNumbers()),
              new Column("NELEM", "", lengths(each)),
              new Column("WAVELENGTH", "Angstroms", rows(samples.wavelength())),
              new Column("NET", "Counts/s", flux),
              new Column("FLUX", FLUX_UNIT, flux),
              new Column("ERROR", FLUX_UNIT, error),
              new Column("DQ", "", new short[ORDERS][each])),
          cards -> extension(cards, exposure));
    }

    private static void primary(SampleCards cards, Exposure exposure) {
      cards
          .signature(exposure)
          .text("TELESCOP", "HST", "telescope that this imitates")
          .text("INSTRUME", "STIS", "instrument that this imitates")
          .text("FILETYPE", "SCI", "type of data")
          .text("TARGNAME", exposure.nova().name(), "invented target")
          .number("RA_TARG", exposure.nova().raDeg(), "right ascension, deg")
          .number("DEC_TARG", exposure.nova().decDeg(), "declination, deg")
          .number("TEXPSTRT", exposure.startMjd(), "start of exposure, MJD")
          .number("TEXPEND", exposure.endMjd(), "end of exposure, MJD")
          .number("TEXPTIME", exposure.seconds(), "exposure time, s")
          .text("OBSTYPE", "SPECTROSCOPIC", "type of observation")
          .text("DETECTOR", "NUV-MAMA", "detector")
          .text("OPT_ELEM", "E230M", "grating")
          .number("CENWAVE", 2707, "central wavelength");
    }

    private static void extension(SampleCards cards, Exposure exposure) {
      cards
          .text("EXTNAME", "SCI", "name of the table")
          .number("EXTVER", 1, "version of the table")
          .flag("INHERIT", true, "inherit the primary header")
          .number("EXPSTART", exposure.startMjd(), "start of exposure, MJD")
          .number("EXPEND", exposure.endMjd(), "end of exposure, MJD")
          .number("EXPTIME", exposure.seconds(), "exposure time, s");
    }

    private static short[] orderNumbers() {
      short[] numbers = new short[ORDERS];
      for (int i = 0; i < ORDERS; i++) {
        numbers[i] = (short) (FIRST_ORDER - i);
      }
      return numbers;
    }

    private static short[] lengths(int each) {
      short[] lengths = new short[ORDERS];
      Arrays.fill(lengths, (short) each);
      return lengths;
    }

    private static double[][] rows(double[] values) {
      int each = values.length / ORDERS;
      double[][] rows = new double[ORDERS][];
      for (int i = 0; i < ORDERS; i++) {
        rows[i] = Arrays.copyOfRange(values, i * each, (i + 1) * each);
      }
      return rows;
    }

    private static float[][] floats(double[][] rows) {
      return Arrays.stream(rows).map(Samples::floats).toArray(float[][]::new);
    }
  }
}
