package org.novacat.jobs.spectrum;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.ecsv.EcsvTableWriter;
import uk.ac.starlink.table.ArrayColumn;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.ColumnStarTable;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.table.StarTableWriter;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOStarTable;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/** VOTable and ECSV, through STIL. */
final class StilExport {
  /** The writer quotes negative numbers of the header, and readers would take them for text. */
  private static final Pattern QUOTED_NUMBER =
      Pattern.compile("^(# +\\w+: )'(-[0-9.]+(?:E-?[0-9]+)?)'$", Pattern.MULTILINE);

  private StilExport() {}

  /**
   * A VOTable as the IVOA Spectrum Data Model 1.1 serialises it: a RESOURCE and a TABLE of its
   * utype, a PARAM for each fact, a row for each sample; as text, so that people can read it.
   */
  static byte[] voTable(SpectrumTable table) {
    VOTableWriter writer =
        new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14) {
          @Override
          protected String createResourceStartTag() {
            return super.createResourceStartTag().replaceFirst(">$", " utype=\"spec:Spectrum\">");
          }
        };
    writer.setWriteDate(false);
    writer.setEncoding(UTF_8);
    return written(writer, starTable(table, true));
  }

  /** ECSV 1.0 with commas: units, descriptions, UCDs and the facts stand in its header. */
  static byte[] ecsv(SpectrumTable table) {
    String text = new String(written(EcsvTableWriter.COMMA_WRITER, starTable(table, false)), UTF_8);
    return QUOTED_NUMBER.matcher(text).replaceAll("$1$2").getBytes(UTF_8);
  }

  private static byte[] written(StarTableWriter writer, StarTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.writeStarTable(table, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static StarTable starTable(SpectrumTable from, boolean withUtype) {
    ColumnStarTable table = ColumnStarTable.makeTableWithRows(from.rows());
    table.setName("spectrum");
    for (TableColumn column : from.columns()) {
      table.addColumn(ArrayColumn.makeColumn(info(column), column.values()));
    }
    if (withUtype) {
      table.setParameter(new DescribedValue(VOStarTable.UTYPE_INFO, "spec:Spectrum"));
    }
    table.setParameter(new DescribedValue(model(), "Spectrum-1.1"));
    for (Fact fact : from.facts()) {
      table.setParameter(new DescribedValue(info(fact), fact.value()));
    }
    if (!from.notes().isEmpty()) {
      table.setParameter(new DescribedValue(notes(), String.join(" ", from.notes())));
    }
    return table;
  }

  private static ColumnInfo info(TableColumn column) {
    Class<?> type = column.values() instanceof double[] ? Double.class : Integer.class;
    ColumnInfo info = new ColumnInfo(column.name(), type, column.description());
    info.setUnitString(orNull(column.unit()));
    info.setUCD(orNull(column.ucd()));
    info.setUtype(orNull(SpectrumTable.utype(column.field())));
    info.setNullable(false);
    return info;
  }

  private static DefaultValueInfo info(Fact fact) {
    DefaultValueInfo info =
        new DefaultValueInfo(fact.keyword(), fact.value().getClass(), fact.comment());
    info.setUnitString(orNull(fact.unit()));
    info.setUCD(orNull(fact.ucd()));
    info.setUtype(orNull(SpectrumTable.utype(fact.field())));
    return info;
  }

  private static DefaultValueInfo model() {
    DefaultValueInfo info = new DefaultValueInfo("DataModel", String.class, "data model");
    info.setUtype(SpectrumTable.utype("DataModel"));
    return info;
  }

  private static DefaultValueInfo notes() {
    return new DefaultValueInfo("HISTORY", String.class, "what was done to the spectrum");
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
