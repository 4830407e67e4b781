package org.novacat.jobs.credit.document;

import java.util.List;
import org.novacat.jobs.credit.Licence;
import org.novacat.jobs.credit.Paper;

/** {@code CITATION.cff}, Citation File Format 1.2.0. */
final class CitationFile {
  /** What the format's schema takes for a DOI. */
  private static final String DOI = "10\\.\\d{4,9}(\\.\\d+)?/[A-Za-z0-9:/_;\\-.()\\[\\]\\\\]+";

  private final StringBuilder text = new StringBuilder();

  private CitationFile() {}

  static String of(BundleFacts facts, Thanks thanks) {
    CitationFile file = new CitationFile();
    file.bundle(facts, thanks);
    file.references(thanks.works());
    return file.text.toString();
  }

  private void bundle(BundleFacts facts, Thanks thanks) {
    BundleFacts.Edition edition = facts.edition();
    line("cff-version: 1.2.0");
    line("message: \"If you use these data, please cite them and what they are made from.\"");
    line("type: dataset");
    field("title", facts.title());
    field("abstract", facts.summary());
    line("authors:");
    authors("  ", thanks.creators(edition.publisher()));
    field("version", edition.buildId());
    field("date-released", edition.date().toString());
    if (edition.doi().matches(DOI)) {
      field("doi", edition.doi());
    }
    licence(thanks.eachLicence());
    line("keywords:");
    List.of("novae", "spectroscopy", "photometry", facts.nova().name())
        .forEach(word -> line("  - " + Texts.yaml(word.isBlank() ? "nova" : word)));
  }

  /** The format has room for one, and only by its identifier. */
  private void licence(List<Licence> licences) {
    if (licences.size() == 1 && licences.get(0).isSpdx()) {
      field("license", licences.get(0).name());
    }
  }

  private void references(List<Work> works) {
    if (!works.isEmpty()) {
      line("references:");
    }
    for (Work work : works) {
      line("  - type: " + (work.paper().isPresent() ? "article" : "generic"));
      field("    title", work.title());
      line("    authors:");
      authors(
          "      ", work.paper().map(Paper::authors).orElse(List.of("authors as listed there")));
      work.paper().ifPresent(this::journal);
      field("    url", work.url());
      if (work.doi().matches(DOI)) {
        field("    doi", work.doi());
      }
    }
  }

  private void journal(Paper paper) {
    field("    journal", paper.journal());
    field("    volume", paper.volume());
    line("    year: " + paper.year());
  }

  private void authors(String indent, List<String> names) {
    for (String name : names) {
      PersonName.of(name)
          .ifPresentOrElse(
              person -> {
                field(indent + "- family-names", person.family());
                field(indent + "  given-names", person.given());
              },
              () -> field(indent + "- name", name));
    }
  }

  private void field(String name, String value) {
    line(name + ": " + Texts.yaml(value));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
