package org.novacat.jobs.samples.photometry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.novacat.jobs.samples.photometry.SampleBand.IC;
import static org.novacat.jobs.samples.photometry.SampleBand.RC;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** A VOTable in BINARY2, written by STIL: UCDs tell the columns. Detections only. */
final class VoTableDialect implements Dialect {
  @Override
  public Campaign campaign() {
    return new Campaign(List.of(V, RC, IC), 30, 300, 2, 17.5, 0.008);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "%s_vri.vot".formatted(curve.nova().compactName());
  }

  @Override
  public int rows(List<CurvePoint> seen) {
    return Dialect.detections(seen).size();
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    RowListStarTable table =
        new RowListStarTable(
            new ColumnInfo[] {
              column("obs_time", Double.class, "d", "time.epoch", "MJD, UTC"),
              column("filter", String.class, null, "instr.filter.id", "filter"),
              column("mag", Double.class, "mag", "phot.mag;em.opt", "magnitude"),
              column("e_mag", Double.class, "mag", "stat.error;phot.mag", "its error")
            });
    table.setName("photometry");
    table.setParameter(
        new DescribedValue(
            new DefaultValueInfo("object", String.class, "target"), curve.nova().name()));
    for (CurvePoint one : Dialect.detections(seen)) {
      table.addRow(new Object[] {one.mjd(), one.band().text(), one.magnitude(), one.error()});
    }
    return written(table);
  }

  private static ColumnInfo column(
      String name, Class<?> type, @Nullable String unit, String ucd, String description) {
    ColumnInfo info = new ColumnInfo(name, type, description);
    info.setUnitString(unit);
    info.setUCD(ucd);
    return info;
  }

  /** Without a date: equal seeds give equal bytes. */
  private static byte[] written(RowListStarTable table) {
    VOTableWriter writer = new VOTableWriter(DataFormat.BINARY2, true, VOTableVersion.V14);
    writer.setWriteDate(false);
    writer.setEncoding(UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.writeStarTable(table, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return bytes.toByteArray();
  }
}
