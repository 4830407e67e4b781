package org.novacat.transforms.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The YAML header of an Enhanced CSV file (Astropy Proposal for Enhancement 6), of which columns,
 * in flow or block style, and the lines of {@code meta} are read.
 */
public final class EcsvHeader {
  /** What a file of this format begins with. */
  public static final String SIGN = "# %ECSV";

  private static final Pattern FLOW = Pattern.compile("-\\s*\\{\\s*name:\\s*(.*)\\}\\s*");
  private static final Pattern ENTRY =
      Pattern.compile("(\\w+):\\s*('[^']*+(?:''[^']*+)*+'|\"[^\"]*\"|[^,]*)(?:,|$)");
  private static final Pattern BLOCK =
      Pattern.compile("(-\\s+)?(name|unit|ucd|utype|datatype|description):\\s*(\\S.*)");
  private static final Pattern DELIMITER = Pattern.compile("delimiter:\\s*['\"](.)['\"].*");
  private static final Pattern NESTED = Pattern.compile("\\bmeta:\\s*\\{([^{}]*)\\}");

  private final List<Column> columns = new ArrayList<>();
  private final List<String> meta = new ArrayList<>();
  private final Map<String, String> open = new HashMap<>();
  private char delimiter = Cells.BLANKS;
  private boolean inMeta;

  /** A column as it is declared; "" for what the header does not say. */
  public record Column(
      String name, String unit, String ucd, String utype, String datatype, String description) {
    static Column of(Map<String, String> entries) {
      return new Column(
          entries.getOrDefault("name", ""),
          entries.getOrDefault("unit", ""),
          entries.getOrDefault("ucd", ""),
          entries.getOrDefault("utype", ""),
          entries.getOrDefault("datatype", ""),
          entries.getOrDefault("description", ""));
    }
  }

  /**
   * Takes a line of the header without its comment sign.
   *
   * @return whether it belongs to {@code meta}
   */
  public boolean line(String said) {
    String line = said.strip();
    Matcher sign = DELIMITER.matcher(line);
    delimiter = sign.matches() ? sign.group(1).charAt(0) : delimiter;
    inMeta |= line.startsWith("meta:");
    if (inMeta) {
      meta.add(line.replaceFirst("^-\\s*\\{?", ""));
    } else {
      column(line);
    }
    return inMeta;
  }

  /** Ends the header. */
  public EcsvHeader end() {
    close();
    return this;
  }

  /** The columns so far. */
  public List<Column> columns() {
    return List.copyOf(columns);
  }

  /** The lines of {@code meta}, without the signs of lists. */
  public List<String> meta() {
    return List.copyOf(meta);
  }

  /** What divides the cells of rows. */
  public char delimiter() {
    return delimiter;
  }

  private void column(String line) {
    Matcher flow = FLOW.matcher(line);
    Matcher block = BLOCK.matcher(line);
    if (line.equals("-")) {
      close();
    } else if (flow.matches()) {
      columns.add(Column.of(entries("name: " + flow.group(1))));
    } else if (block.matches()) {
      if (block.group(1) != null) {
        close();
      }
      open.put(block.group(2), unquoted(block.group(3)));
    }
  }

  private static Map<String, String> entries(String flow) {
    Map<String, String> entries = new HashMap<>();
    Matcher entry = ENTRY.matcher(NESTED.matcher(flow).replaceAll("$1"));
    while (entry.find()) {
      entries.put(entry.group(1), unquoted(entry.group(2)));
    }
    return entries;
  }

  private void close() {
    if (!open.isEmpty()) {
      columns.add(Column.of(open));
      open.clear();
    }
  }

  private static String unquoted(String text) {
    String plain = text.strip();
    boolean quoted =
        plain.length() > 1
            && (plain.charAt(0) == '\'' || plain.charAt(0) == '"')
            && plain.charAt(plain.length() - 1) == plain.charAt(0);
    return quoted ? plain.substring(1, plain.length() - 1) : plain;
  }
}
