package org.novacat.jobs.samples.photometry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.samples.FitsBytes;
import org.novacat.jobs.samples.FitsBytes.Column;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowListStarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** Light curves as catalogues and papers give them out. */
final class CatalogFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String ECSV =
      """
      # %%ECSV 1.0
      # ---
      # datatype:
      # - {name: mjd, unit: d, datatype: float64}
      # - {name: filter, datatype: string}
      # - {name: mag, unit: mag, datatype: float64}
      # - {name: magerr, unit: mag, datatype: float64}
      # meta: !!omap
      # - {object: %s}
      # - {timesys: UTC}
      # - {telescope: Sample 1m}
      # schema: astropy-2.0
      mjd filter mag magerr
      """;
  static final String VIZIER =
      """
      #
      #   VizieR-style export of a synthetic table
      #---Details of Columns:
      #    JD    (d)  (F14.5)  Julian date (UTC)
      #    l_mag      (A1)     Limit flag on mag
      #    mag   (mag)  (F6.3)  Magnitude
      #    e_mag (mag)  (F5.3)  ?=- Error
      #---
      JD\tl_mag\tmag\te_mag\tBand
      d\t \tmag\tmag\t\s
      --------------\t-\t------\t-----\t--
      """;

  private CatalogFiles() {}

  /** Enhanced CSV as astropy writes it: units and the target stand in a YAML header. */
  static String ecsv(LightCurve curve, CurvePoint one, Random random) {
    return Text.format(
        "%.6f %s %.4f %.4f\n", one.mjd(), one.band().text(), one.magnitude(), one.error());
  }

  /** What VizieR gives out as tab-separated values: units and dashes between names and rows. */
  static String vizier(LightCurve curve, CurvePoint one, Random random) {
    return Text.format(
        "%.5f\t%s\t%6.3f\t%s\t%s\n",
        one.jd(),
        one.limit() ? ">" : " ",
        one.magnitude(),
        one.limit() ? "     " : Text.format("%.3f", one.error()),
        one.band().text());
  }

  /**
   * The layout of the Open Supernova Catalog and its sisters: numbers as text, limits by a flag.
   */
  static byte[] openCatalog(LightCurve curve, List<CurvePoint> seen, Random random) {
    String name = curve.nova().name();
    ObjectNode root = JSON.createObjectNode();
    ObjectNode event = root.putObject(name).put("schema", "osc").put("name", name);
    event.putArray("sources").addObject().put("name", "novacat sample").put("alias", "1");
    ArrayNode photometry = event.putArray("photometry");
    seen.forEach(one -> describe(one, photometry.addObject()));
    return document(root);
  }

  /** Line ends are the same on every machine. */
  private static byte[] document(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      return Text.bytes(JSON.writer(printer).writeValueAsString(root) + "\n");
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of plain nodes can always be written", e);
    }
  }

  private static void describe(CurvePoint one, ObjectNode point) {
    point.put("time", Text.format("%.5f", one.mjd())).put("u_time", "MJD");
    point.put("band", one.band().text());
    point.put("magnitude", Text.format("%.3f", one.magnitude()));
    if (one.limit()) {
      point.put("upperlimit", true);
    } else {
      point.put("e_magnitude", Text.format("%.3f", one.error()));
    }
    point.put("source", "1");
  }

  /** A VOTable in BINARY2, written by STIL: UCDs tell the columns. */
  static byte[] voTable(LightCurve curve, List<CurvePoint> seen, Random random) {
    RowListStarTable table =
        new RowListStarTable(
            new ColumnInfo[] {
              column("obs_time", Double.class, "d", "time.epoch", "MJD, UTC"),
              column("filter", String.class, null, "instr.filter.id", "filter"),
              column("mag", Double.class, "mag", "phot.mag;em.opt", "magnitude"),
              column("e_mag", Double.class, "mag", "stat.error;phot.mag", "its error")
            });
    table.setName("photometry");
    DefaultValueInfo target = new DefaultValueInfo("object", String.class, "target");
    table.setParameter(new DescribedValue(target, curve.nova().name()));
    for (CurvePoint one : seen) {
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

  /** A binary table of FITS, one measurement a row. */
  static byte[] fits(LightCurve curve, List<CurvePoint> seen, Random random) {
    return FitsBytes.table(
        primary -> primary.text("ORIGIN", "novacat sample", "synthetic data, no observation"),
        List.of(
            new Column("MJD", "d", numbers(seen, CurvePoint::mjd)),
            new Column("MAG", "mag", numbers(seen, CurvePoint::magnitude)),
            new Column("MAGERR", "mag", numbers(seen, CurvePoint::error)),
            new Column(
                "FILTER", "", seen.stream().map(one -> one.band().text()).toArray(String[]::new))),
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
