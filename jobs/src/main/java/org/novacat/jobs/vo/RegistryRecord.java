package org.novacat.jobs.vo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A release as a registry of the Virtual Observatory knows it: VOResource 1.1, VODataService 1.2, a
 * {@code vs:CatalogResource}, which is data without a service.
 *
 * <p>Without a place where it is published there is nothing to harvest: the record is then {@code
 * inactive}, its reference URL is relative and it has no capability. It is valid all the same, and
 * says so.
 *
 * @param identifier IVOA identifier, {@code ivo://authority/path}; the authority is to be
 *     registered by who publishes
 * @param title of the release
 * @param created when the first release was made
 * @param updated when this one was
 * @param version id of the release
 * @param curation who stands for it
 * @param content what is in it
 * @param coverage of time and wavelength; its parts are null where nothing is known
 * @param baseUrl where the folder of the release is published, ending with a slash; null when it is
 *     not
 */
public record RegistryRecord(
    String identifier,
    String title,
    Instant created,
    Instant updated,
    String version,
    Curation curation,
    Content content,
    Coverage coverage,
    @Nullable String baseUrl) {
  private static final Pattern IDENTIFIER =
      Pattern.compile("ivo://[\\w][\\w\\-.~!$&'()*+,;=]{2,}(/[\\w\\-.~!$&'()*+,;=]+)*");

  private static final String RI = "http://www.ivoa.net/xml/RegistryInterface/v1.0";
  private static final String VR = "http://www.ivoa.net/xml/VOResource/v1.0";
  private static final String VS = "http://www.ivoa.net/xml/VODataService/v1.1";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Joules of a photon by its wavelength in metres: Planck's constant times the speed of light. */
  private static final double JOULE_METRES = 6.626_070_15e-34 * 299_792_458.0;

  /**
   * Who stands for a release.
   *
   * @param creators at least one
   * @param contactEmail "" when absent
   */
  public record Curation(
      String publisher, List<String> creators, String contactName, String contactEmail) {
    public Curation {
      creators = List.copyOf(creators);
    }
  }

  /**
   * What is in a release.
   *
   * @param subjects of the Unified Astronomy Thesaurus, such as {@code novae}; at least one
   * @param source bibcode of the paper to cite; "" when absent
   * @param rights what may be done with it
   * @param rightsUri the same as a URI; "" when absent
   */
  public record Content(
      List<String> subjects, String description, String source, String rights, String rightsUri) {
    public Content {
      subjects = List.copyOf(subjects);
      if (subjects.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot describe a release: it has no subject (VOResource asks for one)");
      }
    }
  }

  /**
   * What a release covers. Null when not known.
   *
   * @param mjdMin first epoch
   * @param mjdMax last epoch
   * @param emMin shortest wavelength, metres
   * @param emMax longest wavelength, metres
   * @param wavebands of the IVOA vocabulary messenger: Optical, UV, Infrared, X-ray and others
   */
  public record Coverage(
      @Nullable Double mjdMin,
      @Nullable Double mjdMax,
      @Nullable Double emMin,
      @Nullable Double emMax,
      List<String> wavebands) {
    public Coverage {
      wavebands = List.copyOf(wavebands);
    }
  }

  public RegistryRecord {
    if (!IDENTIFIER.matcher(identifier).matches()) {
      throw new IllegalArgumentException(
          "Cannot describe a release: '%s' is no IVOA identifier (such as 'ivo://authority/path')"
              .formatted(identifier));
    }
    if (baseUrl != null && !baseUrl.endsWith("/")) {
      throw new IllegalArgumentException(
          "Cannot describe a release: base URL '%s' does not end with a slash".formatted(baseUrl));
    }
  }

  /** The document, UTF-8. Equal records give equal bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Writer(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name()))
          .write(this);
    } catch (XMLStreamException e) {
      throw new AssertionError("a stream in memory takes any element", e);
    }
    return bytes.toByteArray();
  }

  private String url(String path) {
    return baseUrl == null ? path : baseUrl + path;
  }

  /** Writes the elements in the order of the schemas. */
  private record Writer(XMLStreamWriter xml) {
    void write(RegistryRecord of) throws XMLStreamException {
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement("ri", "Resource", RI);
      xml.writeNamespace("ri", RI);
      xml.writeNamespace("vr", VR);
      xml.writeNamespace("vs", VS);
      xml.writeNamespace("xsi", XSI);
      // A namespace of the IVOA is at once the place of its schema.
      xml.writeAttribute("xsi", XSI, "schemaLocation", String.join(" ", VR, VR, VS, VS));
      xml.writeAttribute("xsi", XSI, "type", "vs:CatalogResource");
      xml.writeAttribute("created", TIME.format(of.created));
      xml.writeAttribute("updated", TIME.format(of.updated));
      xml.writeAttribute("status", of.baseUrl == null ? "inactive" : "active");
      text("title", of.title);
      text("identifier", of.identifier);
      curation(of);
      content(of);
      rights(of.content);
      if (of.baseUrl != null) {
        capability(of);
      }
      coverage(of.coverage);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    }

    private void curation(RegistryRecord of) throws XMLStreamException {
      xml.writeStartElement("curation");
      text("publisher", of.curation.publisher);
      for (String creator : of.curation.creators) {
        xml.writeStartElement("creator");
        text("name", creator);
        xml.writeEndElement();
      }
      xml.writeStartElement("date");
      xml.writeAttribute("role", "updated");
      xml.writeCharacters(TIME.format(of.updated));
      xml.writeEndElement();
      text("version", of.version);
      xml.writeStartElement("contact");
      text("name", of.curation.contactName);
      unlessEmpty("email", of.curation.contactEmail);
      xml.writeEndElement();
      xml.writeEndElement();
    }

    private void content(RegistryRecord of) throws XMLStreamException {
      xml.writeStartElement("content");
      for (String subject : of.content.subjects) {
        text("subject", subject);
      }
      text("description", of.content.description);
      if (!of.content.source.isEmpty()) {
        xml.writeStartElement("source");
        xml.writeAttribute("format", "bibcode");
        xml.writeCharacters(of.content.source);
        xml.writeEndElement();
      }
      text("referenceURL", of.url("index.html"));
      text("type", "Archive");
      text("contentLevel", "Research");
      xml.writeEndElement();
    }

    private void rights(Content content) throws XMLStreamException {
      xml.writeStartElement("rights");
      if (!content.rightsUri.isEmpty()) {
        xml.writeAttribute("rightsURI", content.rightsUri);
      }
      xml.writeCharacters(content.rights);
      xml.writeEndElement();
    }

    private void capability(RegistryRecord of) throws XMLStreamException {
      xml.writeStartElement("capability");
      xml.writeStartElement("interface");
      xml.writeAttribute("xsi", XSI, "type", "vr:WebBrowser");
      xml.writeStartElement("accessURL");
      xml.writeAttribute("use", "full");
      xml.writeCharacters(of.url("index.html"));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }

    private void coverage(Coverage coverage) throws XMLStreamException {
      xml.writeStartElement("coverage");
      if (coverage.mjdMin != null && coverage.mjdMax != null) {
        text("temporal", coverage.mjdMin + " " + coverage.mjdMax);
      }
      if (coverage.emMin != null && coverage.emMax != null) {
        // In VODataService 1.2 the spectral axis is the energy of a photon, Joules.
        text("spectral", JOULE_METRES / coverage.emMax + " " + JOULE_METRES / coverage.emMin);
      }
      for (String waveband : coverage.wavebands) {
        text("waveband", waveband);
      }
      xml.writeEndElement();
    }

    private void unlessEmpty(String element, String text) throws XMLStreamException {
      if (!text.isEmpty()) {
        text(element, text);
      }
    }

    private void text(String element, String text) throws XMLStreamException {
      xml.writeStartElement(element);
      xml.writeCharacters(text);
      xml.writeEndElement();
    }
  }
}
