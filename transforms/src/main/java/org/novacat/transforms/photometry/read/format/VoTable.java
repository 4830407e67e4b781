package org.novacat.transforms.photometry.read.format;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Tables;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.votable.VoBinary;
import org.novacat.transforms.votable.VoField;
import org.novacat.transforms.votable.VoType;
import org.novacat.transforms.votable.VoXml;

/**
 * VOTable (IVOA Recommendation 1.4): all tables that have rows, as TABLEDATA, BINARY or BINARY2.
 * External entities are not resolved.
 */
final class VoTable {
  private final XMLStreamReader xml;
  private final Held held;
  private final VoFacts facts = new VoFacts();
  private final List<Tables.Part> tables = new ArrayList<>();

  /** Fields of the tables that have an ID, which others may refer to. */
  private final Map<String, List<VoField>> fieldsById = new LinkedHashMap<>();

  private List<VoField> fields = new ArrayList<>();
  private List<List<String>> rows = new ArrayList<>();
  private String id = "";

  private VoTable(XMLStreamReader xml, Held held) {
    this.xml = xml;
    this.held = held;
  }

  /** Null when the text does not begin as one. */
  static @Nullable RawTable open(TextUpload in) {
    String head = in.head();
    if (!VoXml.isVoTable(head)) {
      return null;
    }
    try {
      VoTable table = new VoTable(VoXml.factory().createXMLStreamReader(stream(in)), in.held());
      table.read();
      return Tables.chained("votable", table.withRows(), part -> KnownTables.recognised(part, in));
    } catch (XMLStreamException | IllegalArgumentException | ArithmeticException e) {
      throw UploadRefusedException.unrecognized(
          in.name(),
          "the VOTable is broken: " + String.valueOf(e.getMessage()).replace('\n', ' '),
          "Write the file again as a valid VOTable");
    }
  }

  private static ByteArrayInputStream stream(TextUpload in) {
    return new ByteArrayInputStream(in.upload().bytes());
  }

  /** Tables that have rows; the first one when none has. */
  private List<Tables.Part> withRows() {
    List<Tables.Part> filled = tables.stream().filter(part -> !part.rows().isEmpty()).toList();
    return !filled.isEmpty()
        ? filled
        : tables.isEmpty()
            ? List.of(new Tables.Part(List.of(), facts.facts(), List.of()))
            : tables.subList(0, 1);
  }

  private void read() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        element();
      } else if (event == XMLStreamReader.END_ELEMENT) {
        end();
      }
    }
  }

  private void end() {
    if (xml.getLocalName().equals("TABLE")) {
      List<UploadColumn> columns = fields.stream().map(VoTable::column).toList();
      if (!columns.isEmpty()) {
        tables.add(new Tables.Part(columns, facts.facts(), rows));
        fieldsById.put(id.isEmpty() ? "table " + tables.size() : id, fields);
      }
      facts.leave();
    } else if (xml.getLocalName().equals("RESOURCE")) {
      facts.leave();
    }
  }

  private void startTable() {
    facts.enter();
    facts.newTable();
    facts.pair("table", attribute("name"));
    fields = new ArrayList<>(fieldsById.getOrDefault(attribute("ref"), List.of()));
    rows = new ArrayList<>();
    id = attribute("ID");
  }

  private void element() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "DESCRIPTION" -> facts.line(text());
      case "PARAM", "INFO" -> facts.pair(attribute("name"), attribute("value"));
      case "TIMESYS" ->
          facts.timesys(
              attribute("ID"),
              attribute("timescale"),
              attribute("refposition"),
              attribute("timeorigin"));
      case "RESOURCE" -> facts.enter();
      case "TABLE" -> startTable();
      case "FIELD" -> field();
      case "TABLEDATA" -> tableData();
      case "BINARY", "BINARY2" -> binary(xml.getLocalName().equals("BINARY2"));
      case "FITS" -> throw new IllegalArgumentException("its rows are in a FITS file");
      default -> {}
    }
  }

  private void field() throws XMLStreamException {
    String name = attribute("name").isEmpty() ? attribute("ID") : attribute("name");
    String unit = attribute("unit");
    String ucd = attribute("ucd");
    VoType type = VoType.of(attribute("datatype"), attribute("arraysize"));
    facts.field(UploadColumn.named(name).name(), attribute("ref"));
    String description = "";
    String nulls = "";
    while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("FIELD"))) {
      if (xml.isStartElement() && xml.getLocalName().equals("DESCRIPTION")) {
        description = text();
      } else if (xml.isStartElement() && xml.getLocalName().equals("VALUES")) {
        nulls = attribute("null");
      }
    }
    held.columns(fields.size() + 1);
    fields.add(new VoField(name, unit, ucd, "", description, type, nulls));
  }

  private static UploadColumn column(VoField field) {
    return UploadColumn.named(field.name())
        .withUnit(field.unit())
        .as(field.ucd(), field.description());
  }

  private void tableData() throws XMLStreamException {
    List<String> row = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("TD")) {
        row.add(cell(row.size(), text()));
      } else if (event == XMLStreamReader.END_ELEMENT) {
        if (xml.getLocalName().equals("TR")) {
          held.row(row);
          held.columns(row.size());
          rows.add(row);
          row = new ArrayList<>();
        } else if (xml.getLocalName().equals("TABLEDATA")) {
          return;
        }
      }
    }
  }

  private String cell(int index, String text) {
    boolean none = index < fields.size() && text.equals(fields.get(index).nulls());
    return none || text.equals("NaN") ? "" : text;
  }

  private void binary(boolean nullFlags) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("STREAM")) {
        if (!attribute("href").isEmpty()) {
          throw new IllegalArgumentException("its rows are elsewhere, at a link");
        }
        rows.addAll(new VoBinary(fields, nullFlags, false, held).rows(xml.getElementText()));
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
}
