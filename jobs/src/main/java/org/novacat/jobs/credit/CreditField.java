package org.novacat.jobs.credit;

import java.util.Arrays;
import java.util.Optional;

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

  /** The field of this name; empty when there is none. */
  public static Optional<CreditField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** As a column or a JSON field is called. */
  public String key() {
    return key;
  }
}
