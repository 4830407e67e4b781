package org.novacat.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.SortedMap;
import org.novacat.jobs.votable.CoordinateSystem;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
import uk.ac.starlink.votable.VOSerializer;
import uk.ac.starlink.votable.VOTableVersion;
import uk.ac.starlink.votable.VOTableWriter;

/**
 * Writes tables, as STIL has them, for other programs, row by row. Equal tables give equal bytes;
 * streams are left open.
 */
public final class TableFiles {
  private TableFiles() {}

  /**
   * A VOTable 1.4 as text, so that people can read it.
   *
   * @param utype of the resource; "" for none
   * @param systems what columns count in, which they name by {@code VOStarTable.REF_INFO}
   */
  public static void voTable(
      StarTable table, String utype, List<? extends CoordinateSystem> systems, OutputStream out)
      throws IOException {
    String attributes = utype.isEmpty() ? "" : " utype=\"" + utype + "\"";
    voTable(table, attributes, elements(systems), out);
  }

  /**
   * The same for services and indexes of the Virtual Observatory, whose table is a result (DALI
   * 1.1, section 4.4).
   *
   * @param infos facts of the resource, by name
   */
  public static void results(
      StarTable table,
      SortedMap<String, String> infos,
      List<? extends CoordinateSystem> systems,
      OutputStream out)
      throws IOException {
    String facts =
        infos.entrySet().stream()
            .map(
                info ->
                    "\n<INFO name=\"%s\" value=\"%s\"/>"
                        .formatted(
                            VOSerializer.formatText(info.getKey()),
                            VOSerializer.formatText(info.getValue())))
            .collect(joining());
    voTable(table, " type=\"results\"", facts + elements(systems), out);
  }

  private static String elements(List<? extends CoordinateSystem> systems) {
    return systems.stream().map(system -> "\n" + system.xml()).collect(joining());
  }

  private static void voTable(StarTable table, String attributes, String elements, OutputStream out)
      throws IOException {
    VOTableWriter writer =
        new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14) {
          @Override
          protected String createResourceStartTag() {
            String tag = super.createResourceStartTag();
            return tag.substring(0, tag.length() - 1) + attributes + ">" + elements;
          }
        };
    writer.setWriteDate(false);
    writer.setEncoding(UTF_8);
    writer.writeStarTable(table, out);
  }

  /** ECSV 1.0 with commas: units, descriptions, UCDs and parameters stand in its header. */
  public static void ecsv(StarTable table, OutputStream out) throws IOException {
    EcsvFile.write(table, out);
  }

  /**
   * Comma-separated values by RFC 4180: a line of column names and the rows, nothing else. There is
   * no place for units in it; ECSV is the same with one.
   */
  public static void csv(StarTable table, OutputStream out) throws IOException {
    CsvRows.write(table, out, LineDelimiter.CRLF, Object::toString);
  }

  /**
   * Describes a column or a parameter.
   *
   * @param unit "" for none, as the two that follow
   */
  public static <T extends DefaultValueInfo> T described(
      T info, String unit, String ucd, String utype) {
    info.setUnitString(unit.isEmpty() ? null : unit);
    info.setUCD(ucd.isEmpty() ? null : ucd);
    info.setUtype(utype.isEmpty() ? null : utype);
    return info;
  }
}
