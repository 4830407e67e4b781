package org.novacat.jobs.register;

import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.credit.RightsWords;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.file.Rights;

/** What is stated of a spectrum now, beside what was stated of it before, for people. */
final class StatedDifference {
  private StatedDifference() {}

  /** "" where both say the same. */
  static String of(StatedFacts before, StatedFacts now) {
    List<String> differences = new ArrayList<>();
    for (StatedFact fact : StatedFact.values()) {
      String was = before.text(fact).orElse("");
      String is = now.text(fact).orElse("");
      if (!was.equals(is)) {
        differences.add("%s was %s and is %s".formatted(fact.key(), shown(was), shown(is)));
      }
    }
    return String.join(", ", differences);
  }

  /** The same of what is said of rights and credit. */
  static String of(Rights before, Rights now) {
    List<String> differences = new ArrayList<>();
    for (CreditField field : CreditField.values()) {
      String was = RightsWords.text(before, field);
      String is = RightsWords.text(now, field);
      if (!was.equals(is)) {
        differences.add("%s was %s and is %s".formatted(field.key(), shown(was), shown(is)));
      }
    }
    return String.join(", ", differences);
  }

  private static String shown(String text) {
    return text.isEmpty() ? "not stated" : "'" + text + "'";
  }
}
