package org.novacat.jobs.samples;

import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;

/**
 * A spectrum by the ESO Science Data Products standard: a table of one row, whose columns hold the
 * whole arrays and say by utype and UCD what they are.
 */
final class EsoTable {
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
