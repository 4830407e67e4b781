package org.novacat.transforms.photometry.read.format;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.TextUpload;

/**
 * VOTable (IVOA Recommendation 1.4): the first table that has fields, its rows as TABLEDATA, BINARY
 * or BINARY2. External entities are not resolved.
 */
final class VoTable {
  private final XMLStreamReader xml;
  private final Held held;
  private final List<VoBinary.Field> fields = new ArrayList<>();
  private final FactWords facts = new FactWords();
  private final List<List<String>> rows = new ArrayList<>();
  private final Map<String, Map<String, String>> timesys = new LinkedHashMap<>();

  /** What the attribute {@code ref} of fields says. */
  private final Map<String, String> fieldTimes = new LinkedHashMap<>();

  private boolean done;

  private VoTable(XMLStreamReader xml, Held held) {
    this.xml = xml;
    this.held = held;
  }

  /** Null when the text does not begin as one. */
  static @Nullable RawTable open(TextUpload in) {
    String head = in.head();
    if (!head.stripLeading().startsWith("<")
        || (!head.contains("<VOTABLE") && !head.contains(":VOTABLE"))) {
      return null;
    }
    try {
      VoTable table = new VoTable(factory().createXMLStreamReader(stream(in)), in.held());
      table.read();
      return KnownTables.recognised(table.table(), in);
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

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private RawTable table() {
    return RawTable.of(
        "votable", fields.stream().map(VoBinary.Field::column).toList(), facts(), Rows.of(rows));
  }

  private void read() throws XMLStreamException {
    while (!done && xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        element();
      } else if (xml.isEndElement() && xml.getLocalName().equals("TABLE")) {
        done = !fields.isEmpty();
      }
    }
  }

  private void element() throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "DESCRIPTION" -> facts.line(text());
      case "PARAM", "INFO" -> facts.pair(attribute("name"), attribute("value"));
      case "TIMESYS" -> timesys();
      case "FIELD" -> field();
      case "TABLEDATA" -> tableData();
      case "BINARY", "BINARY2" -> binary(xml.getLocalName().equals("BINARY2"));
      case "FITS" -> throw new IllegalArgumentException("its rows are in a FITS file");
      default -> {}
    }
  }

  /** What a TIMESYS says, of the fields that refer to it; of all when none does. */
  private void timesys() {
    String origin = attribute("timeorigin");
    String zero =
        origin.equals("MJD-origin") ? "2400000.5" : origin.equals("JD-origin") ? "0" : origin;
    Map<String, String> said =
        Map.of(
            ColumnFacts.TIME_SCALE, attribute("timescale"),
            ColumnFacts.TIME_REFERENCE, attribute("refposition"),
            ColumnFacts.TIME_ZERO, zero);
    timesys.put(attribute("ID"), said);
  }

  private ColumnFacts facts() {
    boolean referred = fieldTimes.values().stream().anyMatch(timesys::containsKey);
    fieldTimes.forEach(
        (field, system) ->
            timesys
                .getOrDefault(system, Map.of())
                .forEach((key, value) -> facts.fact(ColumnFacts.ofColumn(field, key), value)));
    if (!referred && timesys.size() == 1) {
      timesys.values().forEach(said -> said.forEach(facts::fact));
    }
    return facts.facts();
  }

  private void field() throws XMLStreamException {
    String name = attribute("name").isEmpty() ? attribute("ID") : attribute("name");
    String unit = attribute("unit");
    String ucd = attribute("ucd");
    VoType type = VoType.of(attribute("datatype"), attribute("arraysize"));
    fieldTimes.put(UploadColumn.named(name).name(), attribute("ref"));
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
    fields.add(
        new VoBinary.Field(
            UploadColumn.named(name).withUnit(unit).as(ucd, description), type, nulls));
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
        rows.addAll(new VoBinary(fields, nullFlags, held).rows(xml.getElementText()));
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
