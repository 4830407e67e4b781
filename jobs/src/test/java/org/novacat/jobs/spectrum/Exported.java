package org.novacat.jobs.spectrum;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.jobs.spectrum.SpectrumFacts.Fact;
import org.novacat.jobs.spectrum.SpectrumTable.ExportColumn;
import org.novacat.jobs.votable.SkySystem;
import org.novacat.jobs.votable.TimeSystem;

/** A spectrum with every value that a format could spoil. */
final class Exported {
  static final String FLUX_UNIT = "erg.s**-1.cm**-2.Angstrom**-1";

  static final double[] WAVELENGTH = {4000, 4000 + 1 / 3.0, 5000.1, 5000.200000000001};
  static final double[] FLUX = {-1.2345678901234567e-17, Double.NaN, Double.MIN_VALUE, 0.1 + 0.2};
  static final double[] UNCERTAINTY = {Double.MAX_VALUE, Double.NaN, 0, Math.PI};

  private Exported() {}

  static SpectrumTable oneOrder() {
    return table(List.of());
  }

  static SpectrumTable twoOrders() {
    return table(
        List.of(
            new ExportColumn(
                "order",
                "",
                "instr.order",
                "Data.SpectralAxis.Order",
                "Number of the order",
                new int[] {31, 31, 30, 30})));
  }

  private static SpectrumTable table(List<ExportColumn> more) {
    List<ExportColumn> columns =
        List.of(
            column("wavelength", "Angstrom", "em.wl;obs.atmos", "SpectralAxis.Value", WAVELENGTH),
            column("flux", FLUX_UNIT, "phot.flux.density;em.wl", "FluxAxis.Value", FLUX),
            column(
                "uncertainty", FLUX_UNIT, "stat.error", "FluxAxis.Accuracy.StatError", UNCERTAINTY),
            column("quality", "", "meta.code.qual", "FluxAxis.Quality", new int[] {0, 1, 0, 0}));
    return new SpectrumTable(
        Stream.concat(columns.stream(), more.stream()).toList(),
        List.of(
            new Fact("OBJECT", "Target.Name", "V1 <&> \"Cyg\" 'x'", "", "meta.id;src", "target"),
            new Fact("DEC", "", -37.25, "deg", "pos.eq.dec", "declination").in(SkySystem.ICRS),
            new Fact("TMID", "Char.TimeAxis.Coverage.Location.Value", 56520.5, "d", "", "MJD")
                .in(new TimeSystem("obs", "TT", "UNKNOWN")),
            new Fact("TIMESYS", "CoordSys.TimeFrame.Name", "TT", "", "", "scale"),
            new Fact("AIRORVAC", "", "air", "", "", "medium"),
            new Fact("FLUX_CAL", "Char.FluxAxis.Calibration", "RELATIVE", "", "", "worth"),
            new Fact(
                "CR_IDENT", "DataID.CreatorDID", "http://x/" + "long/".repeat(40), "", "", "")),
        List.of("Wavelengths in Å were " + "converted ".repeat(12), "Naïve → better."));
  }

  private static ExportColumn column(
      String name, String unit, String ucd, String field, Object values) {
    return new ExportColumn(name, unit, ucd, "Data." + field, "What it is", values);
  }
}
