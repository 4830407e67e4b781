package org.novacat.jobs.register.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novacat.jobs.credit.CreditField;
import org.novacat.persistence.file.Rights;

/**
 * What several places say of the rights and the credit of one file, as one: of two that say a thing
 * differently the first is taken, and that is told; who may see it all have to say alike.
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
   * @throws RejectedException when two do not agree on who may see it: whichever is taken, it may
   *     be the wrong one, and what is public once cannot be taken back
   */
  public static RightsStatements of(String file, List<SaidRights> said) throws RejectedException {
    Rights rights = Rights.NONE;
    for (SaidRights one : said) {
      rights = rights.onto(one.rights());
    }
    List<String> remarks = new ArrayList<>();
    for (CreditField field : CreditField.values()) {
      List<SaidRights> saying = said.stream().filter(one -> !one.text(field).isEmpty()).toList();
      for (SaidRights one : saying) {
        differing(file, field, saying.get(0), one).ifPresent(remarks::add);
      }
    }
    return new RightsStatements(rights, remarks);
  }

  private static Optional<String> differing(
      String file, CreditField field, SaidRights first, SaidRights other) throws RejectedException {
    if (other.text(field).equals(first.text(field))) {
      return Optional.empty();
    }
    if (field == CreditField.RIGHTS) {
      throw new RejectedException(
          RejectCode.RIGHTS_CONFLICT,
          "Cannot register '%s': who may see it is '%s' in %s, and '%s' in %s (say the same in both, or in one alone)"
              .formatted(file, first.text(field), first.from(), other.text(field), other.from()));
    }
    String remark = "%s: %s is '%s' in %s, and '%s' in %s is left";
    return Optional.of(
        remark.formatted(
            file, field.key(), first.text(field), first.from(), other.text(field), other.from()));
  }
}
