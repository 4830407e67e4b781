package org.novacat.jobs.samples;

import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.layouts.spectrum.Medium;

/** The COADD table of an SDSS or BOSS {@code spec} file. */
final class SdssTable implements Convention {
  /** BUNIT is 1E-17 erg/s/cm²/Å. */
  private static final double PER_UNIT = 1e17;

  /** UTC + 37 s since 2017; TAI counts seconds from MJD 0. */
  private static final double TAI_MINUS_UTC = 37;

  @Override
  public Medium medium() {
    return Medium.VACUUM;
  }

  @Override
  public double[] grid(int n) {
    return Convention.logarithmic(3800, 9200, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    Samples scaled = samples.scaled(PER_UNIT);
    int n = samples.length();
    return FitsBytes.table(
        primary -> primary(primary, exposure),
        List.of(
            new Column("flux", "", Samples.floats(scaled.flux())),
            new Column("loglam", "", logarithms(scaled.wavelength())),
            new Column("ivar", "", inverseVariance(scaled.sigma())),
            new Column("and_mask", "", new int[n]),
            new Column("or_mask", "", new int[n]),
            new Column("wdisp", "", filled(n, 1.1f)),
            new Column("sky", "", filled(n, 0.5f)),
            new Column("model", "", Samples.floats(scaled.flux()))),
        extension -> extension.text("EXTNAME", "COADD", "name of the table"));
  }

  private static void primary(SampleCards cards, Exposure exposure) {
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

  private static float[] logarithms(double[] wavelength) {
    double[] logs = wavelength.clone();
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.log10(logs[i]);
    }
    return Samples.floats(logs);
  }

  private static float[] inverseVariance(double[] sigma) {
    double[] inverse = new double[sigma.length];
    for (int i = 0; i < sigma.length; i++) {
      inverse[i] = 1 / (sigma[i] * sigma[i]);
    }
    return Samples.floats(inverse);
  }

  private static float[] filled(int n, float value) {
    float[] values = new float[n];
    java.util.Arrays.fill(values, value);
    return values;
  }
}
