package org.novacat.transforms.spectrum.text.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.fact.FactKeys;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.votable.CellLimit;
import org.novacat.transforms.votable.VoBinary;
import org.novacat.transforms.votable.VoField;
import org.novacat.transforms.votable.VoType;
import org.novacat.transforms.votable.VoXml;

/** VOTables with one table of samples, a row a sample or all samples in one row of vectors. */
final class VoTables {
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_FIELDS = 1000;

  private final XMLStreamReader xml;
  private final List<Directive> directives = new ArrayList<>();
  private final List<TextLine> prose = new ArrayList<>();
  private final List<VoTableRows> tables = new ArrayList<>();
  private final CellLimit limit;
  private List<VoField> fields = new ArrayList<>();
  private List<List<String>> rows = new ArrayList<>();

  private VoTables(XMLStreamReader xml, CellLimit limit) {
    this.xml = xml;
    this.limit = limit;
  }

  /** Whether a text begins as one. */
  static boolean is(TextInput in) {
    return VoXml.isVoTable(in.head());
  }

  /**
   * The table in a VOTable.
   *
   * @throws TextRefusedException when it is broken, or has no table or several
   */
  static TextTable open(TextInput in) {
    try (ByteArrayInputStream bytes = bytes(in)) {
      VoTables found =
          new VoTables(VoXml.factory().createXMLStreamReader(bytes), new Bounded(in.name()));
      found.read();
      return found.table(in.name());
    } catch (XMLStreamException | IllegalArgumentException | ArithmeticException e) {
      String why = String.valueOf(e.getMessage()).replace('\n', ' ');
      throw refused("VOTABLE_BROKEN", in.name(), "the VOTable is broken: " + why);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ByteArrayInputStream bytes(TextInput in) {
    byte[] all = in.text().bytes();
    return new ByteArrayInputStream(all, in.text().start(), all.length - in.text().start());
  }

  private static TextRefusedException refused(String detail, String name, String why) {
    return new TextRefusedException(
        QuarantineReason.UNREADABLE,
        detail,
        "Cannot read '%s': %s (write the file again)".formatted(name, why));
  }

  /** Ends the reading of what would not fit into memory. */
  private static final class Bounded implements CellLimit {
    private final String name;
    private long held;

    Bounded(String name) {
      this.name = name;
    }

    @Override
    public void bytes(long more) {
      held += more;
      if (held > MOST_BYTES) {
        throw new TextRefusedException(
            QuarantineReason.LIMIT_EXCEEDED,
            "TEXT_TOO_LARGE",
            "Cannot read '%s': its cells need more than %s bytes".formatted(name, MOST_BYTES));
      }
    }

    @Override
    public void row(List<String> cells) {
      bytes(64);
      cells.forEach(cell -> bytes(48 + cell.length()));
    }
  }

  private TextTable table(String name) {
    List<VoTableRows> filled = tables.stream().filter(t -> !t.rows().isEmpty()).toList();
    if (filled.size() != 1) {
      throw new TextRefusedException(
          QuarantineReason.NOT_A_SPECTRUM,
          filled.isEmpty() ? "NO_TABLE_OF_NUMBERS" : "SECOND_TABLE",
          "Cannot read '%s': the VOTable has %s tables with rows (write one spectrum a file)"
              .formatted(name, filled.isEmpty() ? "no" : filled.size()));
    }
    return filled.get(0).table(directives, prose);
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        element();
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("TABLE")) {
        tables.add(new VoTableRows(fields, rows));
      }
    }
  }

  private void element() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "DESCRIPTION" -> prose.add(new TextLine(line(), text()));
      case "PARAM", "INFO" -> param();
      case "COOSYS" -> add("RADESYS", attribute("system").replaceFirst("(?i)^eq_", ""));
      case "TIMESYS" -> add("TIMESYS", attribute("timescale"));
      case "TABLE" -> {
        fields = new ArrayList<>();
        rows = new ArrayList<>();
      }
      case "FIELD" -> field();
      case "TABLEDATA" -> tableData();
      case "BINARY", "BINARY2" -> binary(xml.getLocalName().equals("BINARY2"));
      case "FITS" -> throw new IllegalArgumentException("its rows are in a FITS file");
      default -> {}
    }
  }

  private int line() {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  /** A parameter goes by its place in the data model where that is known, else by its name. */
  private void param() {
    String name = attribute("name").isEmpty() ? attribute("ID") : attribute("name");
    String utype = attribute("utype").replaceFirst("^[^:]*:", "");
    String tail =
        utype.replaceFirst("(?i)^(?:spectrum|ssa)\\.", "").replaceFirst("(?i)^char\\.", "");
    boolean known = !tail.isEmpty() && FactKeys.of(ColumnWords.plain(tail)) != null;
    String unit = attribute("unit").toLowerCase(Locale.ROOT);
    String value = attribute("value");
    add(known ? tail : name, unit.equals("min") || unit.equals("h") ? value + " " + unit : value);
  }

  private void add(String key, String value) {
    if (!key.isEmpty()) {
      directives.add(new Directive(line(), key, value));
    }
  }

  private void field() throws XMLStreamException {
    String name = attribute("name").isEmpty() ? attribute("ID") : attribute("name");
    String unit = attribute("unit");
    String ucd = attribute("ucd");
    String utype = attribute("utype");
    VoType type = VoType.of(attribute("datatype"), attribute("arraysize"));
    String nulls = "";
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("FIELD"))) {
      if (xml.isStartElement() && xml.getLocalName().equals("VALUES")) {
        nulls = attribute("null");
      }
    }
    if (fields.size() == MOST_FIELDS) {
      throw new IllegalArgumentException("it has more than %s fields".formatted(MOST_FIELDS));
    }
    fields.add(new VoField(name, unit, ucd, utype, "", type, nulls));
  }

  private void tableData() throws XMLStreamException {
    List<String> row = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("TD")) {
        row.add(cell(row.size(), text()));
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("TR")) {
        limit.row(row);
        rows.add(row);
        row = new ArrayList<>();
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("TABLEDATA")) {
        return;
      }
    }
  }

  private String cell(int index, String text) {
    return index < fields.size() && text.equals(fields.get(index).nulls()) ? "" : text;
  }

  private void binary(boolean nullFlags) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("STREAM")) {
        if (!attribute("href").isEmpty()) {
          throw new IllegalArgumentException("its rows are elsewhere, at a link");
        }
        rows.addAll(new VoBinary(fields, nullFlags, true, limit).rows(xml.getElementText()));
        return;
      }
    }
  }

  private String text() throws XMLStreamException {
    return xml.getElementText().strip();
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /** A column as a field declares it. */
  static TextColumn column(VoField field) {
    return TextColumn.declared(field.name(), field.unit(), field.ucd(), field.utype());
  }
}
