package org.novacat.jobs.credit;

/** The facts of a credit, by the names that columns, options and documents have for them. */
public enum CreditField {
  RIGHTS("rights"),
  LICENCE("licence"),
  BIBCODE("bibcode"),
  DOI("doi"),
  OBSERVERS("observers"),
  ACKNOWLEDGEMENT("acknowledgement"),
  SOURCE_URL("source_url");

  private final String key;

  CreditField(String key) {
    this.key = key;
  }

  /** As a column or a JSON field is called. */
  public String key() {
    return key;
  }
}
