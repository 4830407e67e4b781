package org.novacat.jobs.vo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.vo.RegistryRecord.Content;
import org.novacat.jobs.vo.RegistryRecord.Coverage;
import org.novacat.jobs.vo.RegistryRecord.Curation;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;

class RegistryRecordTest {
  private static final Coverage ALL =
      new Coverage(42_653.5, 61_000.0, 3.5e-7, 9e-7, List.of("Optical", "UV"));

  private static final Path STILTS = Path.of("/usr/share/java/starlink-ttools.jar");
  private static final String VODATASERVICE = "http://www.ivoa.net/xml/VODataService/v1.1";
  private static final Map<String, String> SCHEMAS =
      Map.of(
          VODATASERVICE,
          inStilts("VODataService-v1.2.xsd"),
          "http://www.ivoa.net/xml/VOResource/v1.0",
          inStilts("VOResource-v1.1.xsd"),
          "http://www.ivoa.net/xml/STC/stc-v1.30.xsd",
          inStilts("stc-v1.30.xsd"),
          "http://www.w3.org/1999/xlink",
          inStilts("xlink.xsd"),
          "http://www.w3.org/XML/1998/namespace",
          inStilts("xmlnamespace.xsd"));

  private static String inStilts(String schema) {
    return "jar:" + STILTS.toUri() + "!/uk/ac/starlink/ttools/taplint/" + schema;
  }

  /** The order of VOResource 1.1 and VODataService 1.2, by hand, where no validator is. */
  @Test
  void elements_areInTheOrderOfTheSchemas() throws Exception {
    Element root = parsed(record("https://example.org/r/", ALL).bytes());

    assertThat(root.getAttribute("xsi:type")).isEqualTo("vs:CatalogResource");
    assertThat(root.getAttribute("created")).isEqualTo("2026-11-30T05:00:00Z");
    assertThat(root.getAttribute("status")).isEqualTo("active");
    assertThat(children(root))
        .containsExactly(
            "title", "identifier", "curation", "content", "rights", "capability", "coverage");
    assertThat(children(child(root, "curation")))
        .containsExactly("publisher", "creator", "date", "version", "contact");
    assertThat(children(child(root, "content")))
        .containsExactly(
            "subject", "description", "source", "referenceURL", "type", "contentLevel");
    assertThat(child(child(root, "content"), "referenceURL").getTextContent())
        .isEqualTo("https://example.org/r/index.html");
    assertThat(child(child(root, "coverage"), "spectral").getTextContent())
        .startsWith("2.207")
        .contains("E-19 5.675");
  }

  /** Against the schemas that STILTS brings: VOResource 1.1 and VODataService 1.2 of the IVOA. */
  @Test
  void record_isValid_withAndWithoutAPlace() {
    assertValid(record("https://example.org/r/", ALL));
    assertValid(record(null, new Coverage(null, null, null, null, List.of())));
  }

  /** The control: the validator sees what is missing. */
  @Test
  void recordWithoutTitle_isNotValid() {
    assumeTrue(
        Files.isReadable(STILTS), "Skipped: no schemas of the IVOA (Debian: starlink-ttools-java)");
    String broken =
        new String(record(null, ALL).bytes(), UTF_8).replaceFirst("<title>.*</title>", "");

    assertThat(validated(broken)).contains("title");
  }

  @Test
  void recordWithoutAPlace_isNothingToHarvest() throws Exception {
    Element root = parsed(record(null, ALL).bytes());

    assertThat(root.getAttribute("status")).isEqualTo("inactive");
    assertThat(children(root)).doesNotContain("capability");
    assertThat(child(child(root, "content"), "referenceURL").getTextContent())
        .isEqualTo("index.html");
    assertThat(record(null, ALL).bytes()).isEqualTo(record(null, ALL).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "novacat", "http://x.org/y", "ivo://a/b", "ivo://x.org/a b"})
  void otherIdentifiers_areRefused(String identifier) {
    assertThatThrownBy(() -> record(identifier, null, ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no IVOA identifier");
  }

  private static void assertValid(RegistryRecord record) {
    assumeTrue(
        Files.isReadable(STILTS), "Skipped: no schemas of the IVOA (Debian: starlink-ttools-java)");
    assertThat(validated(new String(record.bytes(), UTF_8))).isEmpty();
  }

  private static String validated(String document) {
    try {
      schema()
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(document.getBytes(UTF_8))));
      return "";
    } catch (SAXException e) {
      return e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schemas that Debian's STILTS brings, and the one element around them. */
  private static Schema schema() throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> input(SCHEMAS.get(namespace)));
    return factory.newSchema(
        new Source[] {
          new StreamSource(SCHEMAS.get(VODATASERVICE)),
          new StreamSource(
              RegistryRecordTest.class.getResource("registry-interface.xsd").toString())
        });
  }

  private static LSInput input(String url) {
    try {
      DOMImplementationLS dom =
          (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
      LSInput input = dom.createLSInput();
      input.setSystemId(url);
      input.setByteStream(URI.create(url).toURL().openStream());
      return input;
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RegistryRecord record(String baseUrl, Coverage coverage) {
    return record("ivo://example.org/novacat", baseUrl, coverage);
  }

  private static RegistryRecord record(String identifier, String baseUrl, Coverage coverage) {
    Instant made = Instant.parse("2026-11-30T05:00:00.123Z");
    return new RegistryRecord(
        identifier,
        "Novae <& others>",
        made,
        made,
        "20261130-01234567",
        new Curation("novacat", List.of("The observers"), "novacat", ""),
        new Content(
            List.of("novae"),
            "Spectra and light curves of novae.",
            "2015NewA...37...59S",
            "Each product has a licence of its own.",
            ""),
        coverage,
        baseUrl);
  }

  private static Element parsed(byte[] document) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document))
        .getDocumentElement();
  }

  private static Element child(Element of, String name) {
    return (Element) of.getElementsByTagName(name).item(0);
  }

  private static List<String> children(Element of) {
    List<String> names = new ArrayList<>();
    for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      names.add(node.getNodeName());
    }
    return names;
  }
}
