package org.novacat.jobs.samples;

import java.util.Arrays;
import java.util.List;
import org.novacat.jobs.samples.FitsBytes.Column;

/** An x1d file of HST's echelle spectrograph: one row an order, longest wavelengths last. */
final class StisTable {
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
