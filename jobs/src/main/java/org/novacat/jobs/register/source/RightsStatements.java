package org.novacat.jobs.register.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.credit.CreditField;
import org.novacat.jobs.credit.RightsWords;
import org.novacat.persistence.file.Rights;

/**
 * What several places say of the rights and the credit of one file, as one: of two that say a thing
 * differently the first is taken, and that is told.
 *
 * @param rights of all of them
 * @param remarks on what they say differently, a sentence each
 */
public record RightsStatements(Rights rights, List<String> remarks) {
  public RightsStatements {
    remarks = List.copyOf(remarks);
  }

  /**
   * Puts them together.
   *
   * @param file the file that they are about, for people
   * @param said the strongest first
   */
  public static RightsStatements of(String file, List<SaidRights> said) {
    Rights rights = Rights.NONE;
    Map<CreditField, String> from = new EnumMap<>(CreditField.class);
    List<String> remarks = new ArrayList<>();
    for (SaidRights one : said) {
      for (CreditField field : CreditField.values()) {
        String text = RightsWords.text(one.rights(), field);
        String taken = RightsWords.text(rights, field);
        if (!text.isEmpty() && taken.isEmpty()) {
          from.put(field, one.from());
        } else if (!text.isEmpty() && !text.equals(taken)) {
          remarks.add(
              "%s: %s is '%s' in %s, and '%s' in %s is left"
                  .formatted(file, field.key(), taken, from.get(field), text, one.from()));
        }
      }
      rights = rights.onto(one.rights());
    }
    return new RightsStatements(rights, remarks);
  }
}
