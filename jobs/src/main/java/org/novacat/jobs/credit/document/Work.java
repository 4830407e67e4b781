package org.novacat.jobs.credit.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Database;
import org.novacat.jobs.credit.Paper;

/**
 * Something to cite.
 *
 * @param bibcode "" for none; one of the two is there
 * @param doi "" for none
 */
record Work(String bibcode, String doi) implements Comparable<Work> {
  private static final Comparator<Work> ORDER =
      Comparator.comparing(Work::bibcode).thenComparing(Work::doi);
  private static final String NUMBER_OF_DOI = "10\\.[0-9]{4,9}/\\S+";

  static Optional<Work> of(Credit credit) {
    return of(credit.bibcode(), credit.doi());
  }

  static Optional<Work> of(Database database) {
    return of(database.bibcode(), database.doi());
  }

  private static Optional<Work> of(String bibcode, String doi) {
    Work work = new Work(bibcode, doi);
    return bibcode.isEmpty() && doi.isEmpty() ? Optional.empty() : Optional.of(work.whole());
  }

  /** With the DOI of a paper that is known, so that it is cited once. */
  private Work whole() {
    return new Work(bibcode, doi.isEmpty() ? paper().map(Paper::doi).orElse("") : doi);
  }

  Optional<Paper> paper() {
    return Paper.find(bibcode);
  }

  /** Whether the DOI is one by its form. */
  boolean hasDoi() {
    return doi.matches(NUMBER_OF_DOI);
  }

  /** Where it can be read. */
  String url() {
    return bibcode.isEmpty() ? doiUrl(doi) : adsUrl(bibcode);
  }

  private static String adsUrl(String bibcode) {
    return "https://ui.adsabs.harvard.edu/abs/" + Texts.encoded(bibcode) + "/abstract";
  }

  static String doiUrl(String doi) {
    return "https://doi.org/" + Texts.encoded(doi);
  }

  /** By name where it is known, else by what finds it. */
  String title() {
    return paper().map(Paper::title).orElse(bibcode.isEmpty() ? "DOI " + doi : bibcode);
  }

  /** As a sentence of a list of references. */
  String sentence() {
    return paper()
        .map(
            paper ->
                "%s (%s): %s. %s %s, %s [%s]"
                    .formatted(
                        etAl(paper.authors()),
                        paper.year(),
                        paper.title(),
                        paper.journal(),
                        paper.volume(),
                        paper.pages(),
                        bibcode))
        .orElse(bibcode.isEmpty() || doi.isEmpty() ? title() : bibcode + ", DOI " + doi);
  }

  private static String etAl(List<String> authors) {
    return String.join("; ", authors).replaceAll("; others$", " et al.");
  }

  @Override
  public int compareTo(Work other) {
    return ORDER.compare(this, other);
  }
}
