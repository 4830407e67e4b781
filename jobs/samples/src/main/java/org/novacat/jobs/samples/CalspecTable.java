package org.novacat.jobs.samples;

import java.util.Arrays;
import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.layouts.spectrum.Medium;

/** A table of the CALSPEC library: one row a sample, FLAM for erg/s/cm²/Å, vacuum. */
final class CalspecTable implements Convention {
  private static final double SYSTEMATIC_SHARE = 0.01;

  @Override
  public Medium medium() {
    return Medium.VACUUM;
  }

  @Override
  public double[] grid(int n) {
    return Convention.logarithmic(3000, 10_000, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    int n = samples.length();
    return FitsBytes.table(
        cards -> primary(cards, exposure, samples),
        List.of(
            new Column("WAVELENGTH", "ANGSTROMS", samples.wavelength()),
            new Column("FLUX", "FLAM", Samples.floats(samples.flux())),
            new Column("STATERROR", "FLAM", Samples.floats(samples.sigma())),
            new Column("SYSERROR", "FLAM", Samples.floats(samples.scaled(SYSTEMATIC_SHARE).flux())),
            new Column("FWHM", "ANGSTROMS", filled(n, 5)),
            new Column("DATAQUAL", "NONE", ones(n)),
            new Column("TOTEXP", "SEC", filled(n, (float) exposure.seconds()))),
        cards -> cards.text("EXTNAME", "SCI", "name of the table"));
  }

  private static void primary(SampleCards cards, Exposure exposure, Samples samples) {
    cards
        .text("TARGETID", exposure.nova().name(), "invented target")
        .signature(exposure)
        .text("DBTABLE", "CRSPECTRUM", "kind of table")
        .text("MAPKEY", "calspec", "library that this imitates")
        .text("DESCRIP", "Sample spectrum, synthetic", "description")
        .text("SOURCE", "novacat demo", "source")
        .position(exposure)
        .times(exposure)
        .number("WMIN", samples.wavelength()[0], "shortest wavelength")
        .number("WMAX", samples.wavelength()[samples.length() - 1], "longest wavelength");
  }

  private static float[] filled(int n, float value) {
    float[] values = new float[n];
    Arrays.fill(values, value);
    return values;
  }

  private static short[] ones(int n) {
    short[] values = new short[n];
    Arrays.fill(values, (short) 1);
    return values;
  }
}
