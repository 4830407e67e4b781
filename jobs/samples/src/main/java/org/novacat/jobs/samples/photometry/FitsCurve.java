package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.IC;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.novacat.jobs.samples.FitsBytes;
import org.novacat.jobs.samples.FitsBytes.Column;

/** A binary table of FITS, one measurement a row. Detections only. */
final class FitsCurve implements Dialect {
  @Override
  public Campaign campaign() {
    return new Campaign(List.of(V, IC), 60, 350, 2, 18, 0.006);
  }

  @Override
  public String fileName(LightCurve curve) {
    return curve.nova().compactName() + "_lc.fits";
  }

  @Override
  public int rows(List<CurvePoint> seen) {
    return Dialect.detections(seen).size();
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    List<CurvePoint> found = Dialect.detections(seen);
    return FitsBytes.table(
        primary -> primary.text("ORIGIN", "novacat sample", "synthetic data, no observation"),
        List.of(
            new Column("MJD", "d", numbers(found, CurvePoint::mjd)),
            new Column("MAG", "mag", numbers(found, CurvePoint::magnitude)),
            new Column("MAGERR", "mag", numbers(found, CurvePoint::error)),
            new Column(
                "FILTER", "", found.stream().map(one -> one.band().text()).toArray(String[]::new))),
        cards ->
            cards
                .text("EXTNAME", "LIGHTCURVE", "name of the table")
                .text("OBJECT", curve.nova().name(), "invented target")
                .text("TIMESYS", "UTC", "time scale")
                .text("TELESCOP", "Sample 1m", "invented telescope"));
  }

  private static double[] numbers(List<CurvePoint> seen, ToDoubleFunction<CurvePoint> number) {
    return seen.stream().mapToDouble(number).toArray();
  }
}
