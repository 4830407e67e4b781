package org.novacat.jobs.credit.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.content.LeftOut;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Credits;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.file.Rights;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CreditDocumentsTest {
  /** Line ends, marks of all formats, controls, a turn of direction, half a pair of surrogates. */
  private static final String HOSTILE =
      "x\"},\n# [a](b) | `c` *d* <i> \\}{%$&_^~\r\t\u0000\u001b\u0085\u202e\ud800\uffff: - @misc{y,\n---\n...";

  private static final NovaId NOVA = NovaId.parse("4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5");
  private static final DataProductId SPECTRUM =
      DataProductId.parse("5e9b0e88-5e77-4abf-b7cd-b3214fbda3e5");
  private static final DataProductId OTHER =
      DataProductId.parse("6e9b0e88-5e77-4abf-b7cd-b3214fbda3e5");

  private static BundleFacts plain() {
    Credit aras =
        Credits.of(new Provider("aras"), Rights.NONE, Map.of("OBSERVER", "Teyssier, F.; O. Garde"));
    Credit eso = Credits.of(new Provider("eso"), Rights.NONE, Map.of("DOI", "10.1000/182"));
    return facts("V339 Del", List.of("Nova Del 2013"), aras, eso);
  }

  private static BundleFacts hostile() {
    Rights rights =
        new Rights(
            "",
            HOSTILE,
            "2019\"}{,\\%&\u0001#....49",
            "10.1000/" + HOSTILE,
            List.of(HOSTILE, "a, b" + HOSTILE),
            HOSTILE,
            "javascript:alert(1)");
    Credit credit = Credits.of(new Provider("aras"), rights, Map.of());
    return facts(HOSTILE, List.of(HOSTILE, "-", "1. x"), credit, credit);
  }

  private static BundleFacts facts(String name, List<String> aliases, Credit one, Credit two) {
    return new BundleFacts(
        new BundleFacts.Subject(NOVA, name, aliases, 305.87792, 20.76775, List.of()),
        new BundleFacts.Edition(
            "b-0123", "1", "novacat 1.0", LocalDate.of(2013, 8, 16), BundleFacts.PUBLISHER, ""),
        List.of(
            file("spectra/a b.fits", BundleFile.RAW, List.of(one), SPECTRUM),
            file("spectra/a b.ecsv", "spectrum as ECSV", List.of(one), SPECTRUM),
            file("photometry/table.parquet", "photometry", List.of(one, two), null)),
        List.of(new LeftOut(OTHER, LeftOut.Reason.DUPLICATE, "", SPECTRUM)),
        2,
        17);
  }

  private static BundleFile file(
      String name, String role, List<Credit> credits, DataProductId spectrum) {
    byte[] bytes = name.getBytes(UTF_8);
    return new BundleFile(
        name, bytes.length, ContentHash.of(bytes), role, "application/fits", credits, spectrum);
  }

  private static String text(BundleFacts facts, String name) {
    return new String(CreditDocuments.of(facts).get(name), UTF_8);
  }

  private static JsonNode json(BundleFacts facts, String name) {
    return Json.parse(CreditDocuments.of(facts).get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(BundleFacts facts) {
    return (Map<String, Object>)
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(text(facts, CreditDocuments.CITATION));
  }

  @Test
  void readme_saysWhatHowWhomAndWhatIsMissing() {
    String readme = text(plain(), CreditDocuments.README);

    assertThat(readme)
        .contains("# V339 Del: spectra and photometry of a nova")
        .contains("1 spectrum and 17 rows of photometry")
        .contains("O. Garde; Teyssier, F. (2013): V339 Del")
        .contains("Teyssier, F. (2019): Eruptive stars monitoring")
        .contains("| CC-BY-4.0 | 1 | <https://creativecommons.org/licenses/by/4.0/> |")
        .contains("| not stated | 3 |")
        .contains("| " + OTHER + " | has the bytes of another one | of " + SPECTRUM + " |")
        .contains("Not public: 2 spectra or files of photometry.");
  }

  @Test
  void bibtex_hasTheBundleAndEachWorkOnce() {
    String bibtex = text(plain(), CreditDocuments.REFERENCES);

    assertThat(bibtex)
        .contains("@misc{novacat-4e9b0e88,")
        .contains("author = {{O. Garde} and {Teyssier}, F.}")
        .containsOnlyOnce("@article{2019CoSka..49..217T,")
        .contains("@misc{doi:10.1000/182,");
  }

  @Test
  void citation_hasItsMandatoryFields() {
    Map<String, Object> citation = yaml(plain());

    assertThat(citation)
        .containsEntry("cff-version", "1.2.0")
        .containsEntry("type", "dataset")
        .containsEntry("title", "V339 Del: spectra and photometry of a nova")
        .containsEntry("date-released", "2013-08-16")
        .containsKeys("message", "authors", "references")
        .doesNotContainKeys("license", "doi");
    assertThat(citation.get("authors"))
        .isEqualTo(
            List.of(
                Map.of("name", "O. Garde"),
                Map.of("family-names", "Teyssier", "given-names", "F.")));
  }

  @Test
  void datacite_hasAllMandatoryFieldsAndNoDoiYet() {
    JsonNode datacite = json(plain(), CreditDocuments.DATACITE);

    assertThat(datacite.path("schemaVersion").asText())
        .isEqualTo("http://datacite.org/schema/kernel-4");
    assertThat(datacite.has("doi")).isFalse();
    assertThat(datacite.path("creators")).hasSize(2);
    assertThat(datacite.at("/titles/0/title").asText()).startsWith("V339 Del");
    assertThat(datacite.at("/publisher/name").asText()).isEqualTo("novacat");
    assertThat(datacite.path("publicationYear").asText()).isEqualTo("2013");
    assertThat(datacite.at("/types/resourceTypeGeneral").asText()).isEqualTo("Dataset");
    assertThat(datacite.path("relatedIdentifiers").findValuesAsText("relatedIdentifier"))
        .contains("2019CoSka..49..217T", "10.1000/182", "https://archive.eso.org");
    assertThat(datacite.path("rightsList").findValuesAsText("rightsIdentifier"))
        .containsExactly("CC-BY-4.0");
  }

  @Test
  void roCrate_describesEachFileAndAllThatTheyPointAt() {
    for (BundleFacts facts : List.of(plain(), hostile())) {
      SortedMap<String, byte[]> documents = CreditDocuments.of(facts);
      JsonNode crate = Json.parse(documents.get(CreditDocuments.RO_CRATE));

      assertThat(crate.path("@context").asText())
          .isEqualTo("https://w3id.org/ro/crate/1.2/context");
      Set<String> ids = new HashSet<>();
      crate.path("@graph").forEach(node -> assertThat(ids.add(node.path("@id").asText())).isTrue());
      crate.path("@graph").forEach(node -> assertThat(node.path("@type").asText()).isNotEmpty());
      assertThat(ids)
          .containsAll(
              crate.path("@graph").findValuesAsText("@id").stream()
                  .filter(id -> !id.equals("https://w3id.org/ro/crate/1.2"))
                  .toList())
          .contains("spectra/a%20b.fits", "README.md")
          .containsAll(List.of("ro-crate-metadata.json", "./"));
      JsonNode root = node(crate, "./");
      assertThat(root.path("@type").asText()).isEqualTo("Dataset");
      assertThat(root.path("datePublished").asText()).isEqualTo("2013-08-16");
      assertThat(root.fieldNames()).toIterable().contains("name", "description", "license");
      assertThat(root.path("hasPart")).hasSize(3 + documents.size() - 1);
      JsonNode readme = node(crate, "README.md");
      byte[] bytes = documents.get(CreditDocuments.README);
      assertThat(readme.path("sha256").asText()).isEqualTo(ContentHash.of(bytes).hex());
      assertThat(readme.path("contentSize").asText()).isEqualTo("" + bytes.length);
      assertThat(node(crate, "spectra/a%20b.ecsv").at("/isBasedOn/@id").asText())
          .isEqualTo("spectra/a%20b.fits");
    }
  }

  private static JsonNode node(JsonNode crate, String id) {
    for (JsonNode node : crate.path("@graph")) {
      if (node.path("@id").asText().equals(id)) {
        return node;
      }
    }
    throw new AssertionError("no node " + id);
  }

  @Test
  void hostileText_staysWithinItsPlace() {
    BundleFacts facts = hostile();
    Map<String, Object> citation = yaml(facts);
    String bibtex = text(facts, CreditDocuments.REFERENCES);
    String readme = text(facts, CreditDocuments.README);

    assertThat(citation.keySet()).containsOnlyOnceElementsOf(yaml(plain()).keySet());
    assertThat((List<?>) citation.get("authors")).hasSize(2);
    assertThat(citation.get("title").toString()).contains("@misc{y,");
    assertThat(bibtex.chars().filter(c -> c == '{').count())
        .isEqualTo(bibtex.chars().filter(c -> c == '}').count());
    assertThat(bibtex.lines().filter(line -> line.startsWith("@"))).hasSize(3);
    assertThat(bibtex.lines())
        .allMatch(line -> line.matches("@\\w+\\{[^\\s,{}]+,|  \\w+ = \\{.*\\},?|}|"));
    assertThat(readme.lines().filter(line -> line.startsWith("#"))).hasSize(5);
    assertThat(readme).doesNotContain("<i>", "[a](b)", "| `c`");
    assertThat(json(facts, CreditDocuments.DATACITE).toString()).doesNotContain("javascript:");
    assertThat(text(facts, CreditDocuments.RO_CRATE)).doesNotContain("javascript:");
    for (byte[] document : CreditDocuments.of(facts).values()) {
      assertThat(new String(document, UTF_8)).doesNotContain("\r", "\u001b", "\u202e", "\u0000");
    }
  }

  @Test
  void equalFacts_giveEqualBytes_whateverTheOrderOfFiles() {
    BundleFacts facts = plain();
    List<BundleFile> turned =
        List.of(facts.files().get(2), facts.files().get(0), facts.files().get(1));
    BundleFacts same =
        new BundleFacts(facts.nova(), facts.edition(), turned, facts.leftOut(), 2, 17);

    assertThat(CreditDocuments.of(same)).containsExactlyEntriesOf(CreditDocuments.of(facts));
  }

  @Test
  void fileWithTheNameOfADescription_isRefused() {
    BundleFacts facts = plain();
    BundleFacts twice =
        new BundleFacts(
            facts.nova(),
            facts.edition(),
            List.of(file("README.md", "x", List.of(), null)),
            List.of(),
            0,
            0);

    assertThatThrownBy(() -> CreditDocuments.of(twice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'README.md'");
  }

  @Test
  void nothingStated_isSaidInWords() {
    BundleFacts facts = plain();
    BundleFacts empty = new BundleFacts(facts.nova(), facts.edition(), List.of(), List.of(), 0, 0);

    assertThat(text(empty, CreditDocuments.ACKNOWLEDGEMENTS))
        .isEqualTo("No acknowledgement is asked for.\n");
    assertThat(text(empty, CreditDocuments.README)).contains("Nothing that is known of this nova");
    assertThat(json(empty, CreditDocuments.DATACITE).at("/creators/0/name").asText())
        .isEqualTo("novacat");
    assertThat(json(empty, CreditDocuments.DATACITE).at("/rightsList/0/rights").asText())
        .isEqualTo("not stated");
  }
}
