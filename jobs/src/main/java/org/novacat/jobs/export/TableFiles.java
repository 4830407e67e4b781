package org.novacat.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.StarTable;
import uk.ac.starlink.votable.DataFormat;
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
   * @param times systems of time that columns name by {@code VOStarTable.REF_INFO}
   */
  public static void voTable(
      StarTable table, String utype, List<TimeSystem> times, OutputStream out) throws IOException {
    String elements = times.stream().map(TimeSystem::element).collect(joining());
    VOTableWriter writer =
        new VOTableWriter(DataFormat.TABLEDATA, true, VOTableVersion.V14) {
          @Override
          protected String createResourceStartTag() {
            String tag = super.createResourceStartTag();
            return (utype.isEmpty() ? tag : tag.replaceFirst(">$", " utype=\"" + utype + "\">"))
                + elements;
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
