package org.novacat.jobs.credit.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Database;
import org.novacat.jobs.credit.Licence;
import org.novacat.jobs.report.Json;

/**
 * {@code datacite.json}: metadata of DataCite 4.6, ready for the DOI that somebody mints; until
 * then it names none.
 */
final class DataciteFile {
  private static final String THESAURUS = "http://astrothesaurus.org/uat/";

  private final BundleFacts facts;
  private final Thanks thanks;
  private final ObjectNode root = Json.object();

  private DataciteFile(BundleFacts facts, Thanks thanks) {
    this.facts = facts;
    this.thanks = thanks;
  }

  static byte[] of(BundleFacts facts, Thanks thanks) {
    DataciteFile file = new DataciteFile(facts, thanks);
    file.mandatory();
    file.subjects();
    file.contributors();
    file.identifiers();
    file.form();
    file.rights();
    return Json.document(file.root);
  }

  private void mandatory() {
    BundleFacts.Edition edition = facts.edition();
    root.put("schemaVersion", "http://datacite.org/schema/kernel-4");
    if (!edition.doi().isEmpty()) {
      root.put("doi", edition.doi());
    }
    ArrayNode creators = root.putArray("creators");
    thanks.creators(edition.publisher()).forEach(name -> name(creators.addObject(), name));
    root.putArray("titles").addObject().put("title", facts.title());
    root.putObject("publisher").put("name", Texts.line(edition.publisher()));
    root.put("publicationYear", BibtexFile.year(facts));
    root.putObject("types")
        .put("resourceTypeGeneral", "Dataset")
        .put("resourceType", "Spectra and photometry");
  }

  private static ObjectNode name(ObjectNode node, String name) {
    node.put("name", name);
    PersonName.of(name)
        .ifPresent(
            person ->
                node.put("nameType", "Personal")
                    .put("givenName", person.given())
                    .put("familyName", person.family()));
    return node;
  }

  private void subjects() {
    ArrayNode subjects = root.putArray("subjects");
    subject(subjects, "Novae", "1127");
    subject(subjects, "Spectroscopy", "1558");
    subject(subjects, "Photometry", "1234");
    Set<String> names = new LinkedHashSet<>();
    names.add(Texts.line(facts.nova().name()));
    facts.nova().aliases().stream().map(Texts::line).forEach(names::add);
    names.forEach(name -> subjects.addObject().put("subject", name));
  }

  private static void subject(ArrayNode subjects, String word, String number) {
    subjects
        .addObject()
        .put("subject", word)
        .put("subjectScheme", "Unified Astronomy Thesaurus")
        .put("schemeUri", "http://astrothesaurus.org")
        .put("valueUri", THESAURUS + number);
  }

  private void contributors() {
    ArrayNode contributors = root.putArray("contributors");
    contributors
        .addObject()
        .put("name", Texts.line(facts.edition().publisher()))
        .put("nameType", "Organizational")
        .put("contributorType", "DataCurator");
    for (Database database : thanks.databases()) {
      contributors
          .addObject()
          .put("name", database.name())
          .put("nameType", "Organizational")
          .put("contributorType", "Distributor");
    }
  }

  private void identifiers() {
    ArrayNode others = root.putArray("alternateIdentifiers");
    alternate(others, "novacat nova_id", facts.nova().id().toString());
    alternate(others, "novacat bundle_build_id", Texts.line(facts.edition().buildId()));
    ArrayNode related = root.putArray("relatedIdentifiers");
    for (Work work : thanks.works()) {
      if (!work.bibcode().isEmpty()) {
        related(related, "bibcode", Texts.line(work.bibcode()), "References");
      }
      if (work.hasDoi()) {
        related(related, "DOI", Texts.line(work.doi()), "References");
      }
    }
    thanks.links().forEach(link -> related(related, "URL", link, "IsDerivedFrom"));
  }

  private static void alternate(ArrayNode others, String type, String id) {
    others.addObject().put("alternateIdentifier", id).put("alternateIdentifierType", type);
  }

  private static void related(ArrayNode related, String type, String id, String relation) {
    related
        .addObject()
        .put("relatedIdentifier", id)
        .put("relatedIdentifierType", type)
        .put("relationType", relation);
  }

  private void form() {
    root.putArray("dates")
        .addObject()
        .put("date", facts.edition().date().toString())
        .put("dateType", "Other")
        .put("dateInformation", "newest observation");
    root.put("language", "en");
    root.putArray("sizes").add(facts.files().size() + " files").add(facts.bytes() + " bytes");
    ArrayNode formats = root.putArray("formats");
    facts.files().stream().map(BundleFile::mediaType).sorted().distinct().forEach(formats::add);
    root.put("version", Texts.line(facts.edition().buildId()));
    root.putArray("descriptions")
        .addObject()
        .put("description", facts.summary())
        .put("descriptionType", "Abstract");
  }

  private void rights() {
    ArrayNode rights = root.putArray("rightsList");
    List<Licence> licences = thanks.eachLicence();
    for (Licence licence : licences) {
      ObjectNode node = rights.addObject().put("rights", Texts.line(licence.title()));
      if (licence.isSpdx()) {
        node.put("rightsUri", licence.url())
            .put("rightsIdentifier", licence.name())
            .put("rightsIdentifierScheme", "SPDX")
            .put("schemeUri", "https://spdx.org/licenses/");
      }
    }
    if (licences.isEmpty()) {
      rights.addObject().put("rights", Credit.NOT_STATED);
    }
  }
}
