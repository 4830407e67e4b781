package org.novacat.jobs.samples;

import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.layouts.spectrum.Medium;

/**
 * A spectrum by the ESO Science Data Products standard: a table of one row, whose columns hold the
 * whole arrays and say by utype and UCD what they are.
 */
final class EsoTable implements Convention {
  private static final String FLUX_UNIT = "erg cm**(-2) s**(-1) angstrom**(-1)";

  @Override
  public Medium medium() {
    return Medium.AIR;
  }

  @Override
  public double[] grid(int n) {
    return Convention.linear(3760, 7560, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
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
    double first = samples.wavelength()[0];
    double last = samples.wavelength()[samples.length() - 1];
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
        .number("SPEC_VAL", (first + last) / 2, "mean wavelength, angstrom")
        .number("SPEC_BW", last - first, "width, angstrom")
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
