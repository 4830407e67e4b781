package org.novacat.jobs.credit.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.layouts.id.ContentHash;

/** The files of a bundle that say what it is, how to cite it and whom to thank. */
public final class CreditDocuments {
  public static final String README = "README.md";
  public static final String REFERENCES = "references.bib";
  public static final String ACKNOWLEDGEMENTS = "acknowledgements.txt";
  public static final String CITATION = "CITATION.cff";
  public static final String DATACITE = "datacite.json";
  public static final String RO_CRATE = RoCrateFile.NAME;

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          README, "text/markdown",
          REFERENCES, "application/x-bibtex",
          ACKNOWLEDGEMENTS, "text/plain",
          CITATION, "application/yaml",
          DATACITE, "application/json",
          RO_CRATE, "application/ld+json");

  private CreditDocuments() {}

  /**
   * All of them by name. Equal facts give equal bytes, UTF-8 with line feeds. RO-Crate lists the
   * files of the facts and the others of these.
   *
   * @throws IllegalArgumentException when a file of the facts has the name of one of these
   */
  public static SortedMap<String, byte[]> of(BundleFacts facts) {
    Thanks thanks = Thanks.of(facts.files());
    SortedMap<String, byte[]> documents = new TreeMap<>();
    documents.put(README, ReadmeFile.of(facts, thanks).getBytes(UTF_8));
    documents.put(REFERENCES, BibtexFile.of(facts, thanks).getBytes(UTF_8));
    documents.put(ACKNOWLEDGEMENTS, AcknowledgementsFile.of(thanks).getBytes(UTF_8));
    documents.put(CITATION, CitationFile.of(facts, thanks).getBytes(UTF_8));
    documents.put(DATACITE, DataciteFile.of(facts, thanks));
    documents.put(RO_CRATE, RoCrateFile.of(facts, listed(facts, documents), thanks));
    return Collections.unmodifiableSortedMap(documents);
  }

  /** The media type of one of them. */
  public static String mediaType(String name) {
    return MEDIA_TYPES.getOrDefault(name, "application/octet-stream");
  }

  private static List<BundleFile> listed(BundleFacts facts, SortedMap<String, byte[]> documents) {
    List<BundleFile> all = new ArrayList<>(facts.files());
    for (BundleFile file : facts.files()) {
      if (MEDIA_TYPES.containsKey(file.name())) {
        throw new IllegalArgumentException(
            "Cannot describe bundle: its file '%s' has the name of a description (name it otherwise)"
                .formatted(file.name()));
      }
    }
    documents.forEach((name, bytes) -> all.add(described(name, bytes)));
    all.sort(Comparator.comparing(BundleFile::name));
    return all;
  }

  private static BundleFile described(String name, byte[] bytes) {
    return new BundleFile(
        name, bytes.length, ContentHash.of(bytes), "description", mediaType(name), List.of(), null);
  }
}
