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
}
