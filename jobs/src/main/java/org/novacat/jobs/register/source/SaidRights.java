package org.novacat.jobs.register.source;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.credit.RightsWords;
import org.novacat.persistence.file.Rights;

/**
 * What one place says of the rights and the credit of a file.
 *
 * @param from the place, for people
 */
public record SaidRights(Rights rights, String from) {
  /** Of a place that says nothing. */
  static final SaidRights NONE = new SaidRights(Rights.NONE, "");

  public SaidRights {
    requireNonNull(rights, "rights is null");
    requireNonNull(from, "from is null");
  }

  /**
   * From texts as a person wrote them.
   *
   * @throws IllegalArgumentException when one of them cannot be used
   */
  public static SaidRights of(Map<CreditField, String> texts, String from) {
    return new SaidRights(RightsWords.of(texts), from);
  }

  /** What a list says of a file in it. */
  public static SaidRights of(Candidate candidate) {
    return new SaidRights(candidate.rights(), "manifest " + candidate.where());
  }

  /** What it says of one of them; "" for nothing. */
  String text(CreditField field) {
    return RightsWords.text(rights, field);
  }
}
