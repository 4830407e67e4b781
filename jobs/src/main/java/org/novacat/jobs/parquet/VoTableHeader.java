package org.novacat.jobs.parquet;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A VOTable without data that describes the columns of a Parquet file: the VOParquet convention
 * (IVOA Note "Parquet in the VO", 2025), read by TOPCAT and STIL.
 */
public final class VoTableHeader {
  private static final String NAMESPACE = "http://www.ivoa.net/xml/VOTable/v1.3";

  private VoTableHeader() {}

  /**
   * The Parquet key-value metadata of a table.
   *
   * @param params facts of the whole table, name to text, written in the order of the names
   */
  public static Map<String, String> metadata(
      String tableName, List<VoTableField> fields, SortedMap<String, String> params) {
    return Map.of(
        "IVOA.VOTable-Parquet.version",
        "1.0",
        "IVOA.VOTable-Parquet.content",
        xml(tableName, fields, params));
  }

  private static String xml(
      String tableName, List<VoTableField> fields, SortedMap<String, String> params) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("VOTABLE");
      xml.writeAttribute("version", "1.4");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeStartElement("RESOURCE");
      xml.writeStartElement("TABLE");
      xml.writeAttribute("name", tableName);
      for (Map.Entry<String, String> param : params.entrySet()) {
        writeParam(xml, param.getKey(), param.getValue());
      }
      for (VoTableField field : fields) {
        writeField(xml, field);
      }
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new AssertionError("a StringWriter takes any element", e);
    }
    return text.toString();
  }

  private static void writeParam(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeEmptyElement("PARAM");
    xml.writeAttribute("name", name);
    xml.writeAttribute("datatype", "char");
    xml.writeAttribute("arraysize", "*");
    xml.writeAttribute("value", value);
  }

  private static void writeField(XMLStreamWriter xml, VoTableField field)
      throws XMLStreamException {
    xml.writeStartElement("FIELD");
    xml.writeAttribute("name", field.name());
    xml.writeAttribute("datatype", field.datatype());
    writeUnlessEmpty(xml, "arraysize", field.datatype().equals("char") ? "*" : "");
    writeUnlessEmpty(xml, "unit", field.unit());
    writeUnlessEmpty(xml, "ucd", field.ucd());
    writeUnlessEmpty(xml, "utype", field.utype());
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

  /**
   * One column as VOTable describes it (VOTable 1.4, section 4.1). Text is "" when absent.
   *
   * @param name column name in the Parquet file
   * @param datatype VOTable datatype: int, double, boolean, or char for a text of any length
   */
  public record VoTableField(
      String name, String datatype, String unit, String ucd, String utype, String description) {}
}
