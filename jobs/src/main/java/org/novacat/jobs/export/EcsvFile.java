package org.novacat.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.StarTable;

/**
 * ECSV 1.0 (Astropy Proposal for Enhancement 6), UTF-8, with the names that STIL has for UCD and
 * utype in {@code meta}. STIL's own writer turns every letter that is not ASCII into a question
 * mark, and negative parameters into texts.
 */
final class EcsvFile {
  private static final Map<Class<?>, String> TYPES =
      Map.of(
          Double.class, "float64",
          Integer.class, "int32",
          Boolean.class, "bool",
          String.class, "string");

  @SuppressWarnings("OrphanedFormatString") // a text that begins with a percent sign
  private static final byte[] BEGIN = "# %ECSV 1.0\n# ---\n# delimiter: ','\n".getBytes(UTF_8);

  private EcsvFile() {}

  static void write(StarTable table, OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder("# datatype:\n");
    for (int column = 0; column < table.getColumnCount(); column++) {
      head.append("# - ").append(column(table.getColumnInfo(column))).append('\n');
    }
    head.append("# meta:\n");
    head.append("#   name: ").append(quoted(table.getName())).append('\n');
    for (DescribedValue fact : table.getParameters()) {
      String name = quoted(fact.getInfo().getName());
      head.append("#   ").append(name).append(": ").append(value(fact.getValue())).append('\n');
    }
    out.write(BEGIN);
    out.write(head.toString().getBytes(UTF_8));
    CsvRows.write(table, out, LineDelimiter.LF, EcsvFile::cell);
  }

  private static String column(ColumnInfo info) {
    StringJoiner facts = new StringJoiner(", ", "{", "}");
    facts.add("name: " + quoted(info.getName()));
    facts.add("datatype: " + type(info));
    add(facts, "unit", info.getUnitString());
    add(facts, "description", info.getDescription());
    StringJoiner meta = new StringJoiner(", ", "{", "}");
    add(meta, "ucd", info.getUCD());
    add(meta, "utype", info.getUtype());
    return facts.add("meta: " + meta).toString();
  }

  private static String type(ColumnInfo info) {
    String type = TYPES.get(info.getContentClass());
    if (type == null) {
      throw new IllegalArgumentException(
          "Cannot write column '%s' as ECSV: it holds %s"
              .formatted(info.getName(), info.getContentClass()));
    }
    return type;
  }

  private static void add(StringJoiner facts, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      facts.add(name + ": " + quoted(text));
    }
  }

  /** YAML 1.1 takes an exponent without a sign for text. */
  private static String value(Object value) {
    return value instanceof Number
        ? value.toString().replaceFirst("E(?=\\d)", "E+")
        : quoted(value.toString());
  }

  /** In ASCII, by escapes of YAML: some readers take the bytes of a header for Latin 1. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"' || sign == '\\') {
        quoted.append('\\').append(sign);
      } else if (sign < ' ' || sign > '~') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) sign));
      } else {
        quoted.append(sign);
      }
    }
    return quoted.append('"').toString();
  }

  private static String cell(Object cell) {
    if (cell instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    return cell.equals(Double.NaN) ? "nan" : cell.toString();
  }
}
