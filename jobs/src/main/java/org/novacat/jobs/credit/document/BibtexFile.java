package org.novacat.jobs.credit.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.jobs.credit.Paper;

/** {@code references.bib}: the bundle itself, then what it is made from. */
final class BibtexFile {
  private static final int ID_DIGITS = 8;

  private final Set<String> keys = new HashSet<>();

  private BibtexFile() {}

  static String of(BundleFacts facts, Thanks thanks) {
    BibtexFile file = new BibtexFile();
    List<String> entries = new ArrayList<>();
    entries.add(file.bundle(facts, thanks));
    thanks.works().forEach(work -> entries.add(file.entry(work)));
    return String.join("\n", entries);
  }

  private String bundle(BundleFacts facts, Thanks thanks) {
    BundleFacts.Edition edition = facts.edition();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("author", authors(thanks.creators(edition.publisher())));
    fields.put("title", Texts.bibtex(facts.title()));
    fields.put("year", year(facts));
    fields.put("publisher", Texts.bibtex(edition.publisher()));
    fields.put("version", Texts.bibtex(edition.buildId()));
    if (!edition.doi().isEmpty()) {
      fields.put("doi", Texts.bibtex(edition.doi()));
    }
    String id = facts.nova().id().toString().substring(0, ID_DIGITS);
    return entry("misc", "novacat-" + id, fields);
  }

  static String year(BundleFacts facts) {
    return String.format(Locale.ROOT, "%04d", facts.edition().date().getYear());
  }

  private String entry(Work work) {
    Map<String, String> fields = new LinkedHashMap<>();
    work.paper()
        .ifPresentOrElse(
            paper -> put(fields, paper), () -> fields.put("title", Texts.bibtex(work.title())));
    if (work.bibcode().matches("\\d{4}.*")) {
      fields.put("year", work.bibcode().substring(0, 4));
    }
    if (!work.doi().isEmpty()) {
      fields.put("doi", Texts.bibtex(work.doi()));
    }
    fields.put(work.bibcode().isEmpty() ? "url" : "adsurl", work.url());
    String key = work.bibcode().isEmpty() ? "doi:" + work.doi() : work.bibcode();
    return entry(work.paper().isPresent() ? "article" : "misc", key, fields);
  }

  private static void put(Map<String, String> fields, Paper paper) {
    fields.put("author", authors(paper.authors()));
    fields.put("title", "{" + Texts.bibtex(paper.title()) + "}");
    fields.put("journal", Texts.bibtex(paper.journal()));
    fields.put("volume", paper.volume());
    fields.put("pages", paper.pages().replace("-", "--"));
  }

  /** In braces, a name that nobody parted is not parted by BibTeX. */
  private static String authors(List<String> names) {
    return names.stream()
        .map(
            name ->
                PersonName.of(name)
                    .map(
                        person ->
                            "{"
                                + Texts.bibtex(person.family())
                                + "}, "
                                + Texts.bibtex(person.given()))
                    .orElse(name.equals("others") ? name : "{" + Texts.bibtex(name) + "}"))
        .collect(Collectors.joining(" and "));
  }

  private String entry(String type, String wanted, Map<String, String> fields) {
    String key = Texts.bibtexKey(wanted);
    for (int i = 2; !keys.add(key); i++) {
      key = Texts.bibtexKey(wanted) + "-" + i;
    }
    return fields.entrySet().stream()
        .map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",\n", "@%s{%s,\n".formatted(type, key), "\n}\n"));
  }
}
