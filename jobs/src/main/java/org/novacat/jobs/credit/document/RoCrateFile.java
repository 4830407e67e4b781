package org.novacat.jobs.credit.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Licence;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.DataProductId;

/** {@code ro-crate-metadata.json}, RO-Crate 1.2: each file with hash, licence, author, source. */
final class RoCrateFile {
  static final String NAME = "ro-crate-metadata.json";

  private static final String VERSION = "https://w3id.org/ro/crate/1.2";

  private final BundleFacts facts;
  private final List<BundleFile> files;
  private final Thanks thanks;

  /** Nodes that files point at, by their id, in the order in which they are first needed. */
  private final Map<String, ObjectNode> context = new LinkedHashMap<>();

  private final Map<String, String> people = new TreeMap<>();
  private final Map<String, String> licences = new TreeMap<>();
  private final Map<DataProductId, BundleFile> raws = new TreeMap<>();

  private RoCrateFile(BundleFacts facts, List<BundleFile> files, Thanks thanks) {
    this.facts = facts;
    this.files = files;
    this.thanks = thanks;
    for (BundleFile file : files) {
      DataProductId spectrum = file.spectrum();
      if (spectrum != null && file.role().equals(BundleFile.RAW)) {
        raws.put(spectrum, file);
      }
    }
  }

  /**
   * Describes a bundle.
   *
   * @param files all but this one
   */
  static byte[] of(BundleFacts facts, List<BundleFile> files, Thanks thanks) {
    return Json.document(new RoCrateFile(facts, files, thanks).document());
  }

  private ObjectNode document() {
    ObjectNode document = Json.object().put("@context", VERSION + "/context");
    ArrayNode graph = document.putArray("@graph");
    graph.add(descriptor());
    graph.add(root());
    files.forEach(file -> graph.add(file(file)));
    context.values().forEach(graph::add);
    return document;
  }

  private static ObjectNode descriptor() {
    ObjectNode node = node(NAME, "CreativeWork");
    refer(node, "conformsTo", VERSION);
    refer(node, "about", "./");
    return node;
  }

  private ObjectNode root() {
    BundleFacts.Edition edition = facts.edition();
    ObjectNode node = node("./", "Dataset");
    node.put("name", facts.title());
    node.put("description", facts.summary());
    node.put("datePublished", edition.date().toString());
    node.put("version", Texts.line(edition.buildId()));
    name(node);
    refer(node, "publisher", organization(edition.publisher()));
    refer(node, "author", thanks.observers().stream().map(this::person).toList());
    refer(node, "license", licences(thanks.licences().keySet()));
    refer(node, "citation", thanks.works().stream().map(this::work).toList());
    refer(node, "hasPart", files.stream().map(file -> Texts.encoded(file.name())).toList());
    return node;
  }

  private void name(ObjectNode root) {
    ArrayNode names = root.putArray("identifier").add(facts.nova().id().toString());
    if (!facts.edition().doi().isEmpty()) {
      names.add(Work.doiUrl(facts.edition().doi()));
    }
    ArrayNode about = root.putArray("keywords").add("novae");
    Stream.concat(Stream.of(facts.nova().name()), facts.nova().aliases().stream())
        .map(Texts::line)
        .forEach(about::add);
  }

  private ObjectNode file(BundleFile file) {
    ObjectNode node = node(Texts.encoded(file.name()), "File");
    node.put("name", Texts.line(file.name()));
    node.put("description", Texts.line(file.role()));
    node.put("contentSize", Long.toString(file.bytes()));
    node.put("encodingFormat", file.mediaType());
    node.put("sha256", file.sha256().hex());
    if (!file.credits().isEmpty()) {
      Thanks due = Thanks.of(List.of(file));
      refer(node, "license", licences(due.licences().keySet()));
      refer(node, "author", due.observers().stream().map(this::person).toList());
      refer(node, "citation", due.works().stream().map(this::work).toList());
      refer(node, "isBasedOn", sources(file, due));
    }
    return node;
  }

  /** What novacat made of a file is based on that file, which is based on where it came from. */
  private List<String> sources(BundleFile file, Thanks due) {
    DataProductId spectrum = file.spectrum();
    BundleFile raw = spectrum == null ? null : raws.get(spectrum);
    return raw == null || raw.equals(file)
        ? due.links().stream().map(this::page).toList()
        : List.of(Texts.encoded(raw.name()));
  }

  private List<String> licences(Collection<String> names) {
    Collection<String> all = names.isEmpty() ? List.of(Credit.NOT_STATED) : new TreeSet<>(names);
    return all.stream().map(this::licence).toList();
  }

  private String licence(String name) {
    Licence licence = Licence.of(name);
    String id =
        licence.isSpdx()
            ? licence.url()
            : licences.computeIfAbsent(name, first -> "#licence-" + (licences.size() + 1));
    return known(id, "CreativeWork")
        .put("name", Texts.line(licence.title()))
        .put("description", isStated(name) ? Texts.line(name) : "Nobody has stated a licence.")
        .path("@id")
        .asText();
  }

  private static boolean isStated(String licence) {
    return !licence.equals(Credit.NOT_STATED);
  }

  private String person(String name) {
    String id = people.computeIfAbsent(name, first -> "#observer-" + (people.size() + 1));
    known(id, "Person").put("name", name);
    return id;
  }

  private String organization(String name) {
    known("#publisher", "Organization").put("name", Texts.line(name));
    return "#publisher";
  }

  private String work(Work work) {
    ObjectNode node = known(work.url(), "ScholarlyArticle").put("name", Texts.line(work.title()));
    ArrayNode names = node.putArray("identifier");
    Stream.of(work.bibcode(), work.doi())
        .filter(id -> !id.isEmpty())
        .map(Texts::line)
        .forEach(names::add);
    return work.url();
  }

  private String page(String address) {
    known(address, "WebPage").put("name", address);
    return address;
  }

  private ObjectNode known(String id, String type) {
    return Objects.requireNonNull(context.computeIfAbsent(id, first -> node(first, type)));
  }

  private static ObjectNode node(String id, String type) {
    return Json.object().put("@id", id).put("@type", type);
  }

  private static void refer(ObjectNode node, String name, String id) {
    node.putObject(name).put("@id", id);
  }

  /** One as it is, many as an array, none not at all. */
  private static void refer(ObjectNode node, String name, List<String> ids) {
    if (ids.size() == 1) {
      refer(node, name, ids.get(0));
    } else if (!ids.isEmpty()) {
      ArrayNode all = node.putArray(name);
      ids.forEach(id -> all.addObject().put("@id", id));
    }
  }
}
