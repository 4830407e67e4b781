package org.novacat.jobs.parquet;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.novacat.jobs.votable.CoordinateSystem;
import org.novacat.jobs.votable.VoTableField;
import org.novacat.jobs.votable.VoTableParam;

/**
 * A VOTable without data that describes the columns of a Parquet file: the VOParquet convention
 * (IVOA Note "Parquet in the VO", 2025), read by TOPCAT and STIL.
 *
 * @param systems what columns and parameters count in
 * @param params facts of the whole table, in the order in which they are written
 */
public record VoTableHeader(
    String tableName,
    List<? extends CoordinateSystem> systems,
    List<VoTableField> fields,
    List<VoTableParam> params) {
  /** Key of the Parquet metadata. */
  public static final String CONTENT = "IVOA.VOTable-Parquet.content";

  private static final String VERSION = "IVOA.VOTable-Parquet.version";
  private static final String NAMESPACE = "http://www.ivoa.net/xml/VOTable/v1.3";

  /** The key-value metadata of the Parquet file. */
  public Map<String, String> metadata() {
    return Map.of(VERSION, "1.0", CONTENT, xml());
  }

  private String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("VOTABLE");
      xml.writeAttribute("version", "1.4");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeStartElement("RESOURCE");
      for (CoordinateSystem system : systems) {
        write(xml, system);
      }
      writeTable(xml);
      xml.writeEndElement();
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("a StringWriter takes any element", e);
    }
    return text.toString();
  }

  private void writeTable(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("TABLE");
    xml.writeAttribute("name", tableName);
    for (VoTableParam param : params) {
      write(xml, param);
    }
    for (VoTableField field : fields) {
      write(xml, field);
    }
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, CoordinateSystem system)
      throws XMLStreamException {
    xml.writeEmptyElement(system.element());
    xml.writeAttribute("ID", system.id());
    for (Map.Entry<String, String> attribute : system.attributes().entrySet()) {
      xml.writeAttribute(attribute.getKey(), attribute.getValue());
    }
  }

  private static void write(XMLStreamWriter xml, VoTableParam param) throws XMLStreamException {
    xml.writeEmptyElement("PARAM");
    xml.writeAttribute("name", param.name());
    xml.writeAttribute("datatype", param.datatype());
    writeUnlessEmpty(xml, "arraysize", param.datatype().equals("char") ? "*" : "");
    writeUnlessEmpty(xml, "unit", param.unit());
    writeUnlessEmpty(xml, "ucd", param.ucd());
    writeUnlessEmpty(xml, "ref", param.ref());
    xml.writeAttribute("value", param.value());
  }

  private static void write(XMLStreamWriter xml, VoTableField field) throws XMLStreamException {
    xml.writeStartElement("FIELD");
    xml.writeAttribute("name", field.name());
    xml.writeAttribute("datatype", field.datatype());
    writeUnlessEmpty(xml, "arraysize", field.arraysize());
    writeUnlessEmpty(xml, "unit", field.unit());
    writeUnlessEmpty(xml, "ucd", field.ucd());
    writeUnlessEmpty(xml, "utype", field.utype());
    writeUnlessEmpty(xml, "xtype", field.xtype());
    writeUnlessEmpty(xml, "ref", field.ref());
    xml.writeStartElement("DESCRIPTION");
    xml.writeCharacters(field.description());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void writeUnlessEmpty(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeAttribute(name, value);
    }
  }
}
