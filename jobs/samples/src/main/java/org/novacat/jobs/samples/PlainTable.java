package org.novacat.jobs.samples;

import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.layouts.spectrum.Medium;

/** A table of wavelength, flux and error with no further convention; in nanometres, as some are. */
final class PlainTable implements Convention {
  private static final double ANGSTROM_PER_NM = 10;
  private static final String FLUX_UNIT = "erg/s/cm2/Angstrom";

  @Override
  public Medium medium() {
    return Medium.AIR;
  }

  @Override
  public double[] grid(int n) {
    return Convention.linear(4000, 8600, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    double[] nanometres = samples.wavelength().clone();
    for (int i = 0; i < nanometres.length; i++) {
      nanometres[i] /= ANGSTROM_PER_NM;
    }
    return FitsBytes.table(
        cards -> cards.signature(exposure).position(exposure).times(exposure),
        List.of(
            new Column("WAVELENGTH", "nm", nanometres),
            new Column("FLUX", FLUX_UNIT, Samples.floats(samples.flux())),
            new Column("ERROR", FLUX_UNIT, Samples.floats(samples.sigma()))),
        cards -> cards.text("EXTNAME", "SPECTRUM", "name of the table"));
  }
}
