package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.credit.CreditField;

class RightsStatementsTest {
  @Test
  void firstThatSaysAThing_isTaken_andWhatDiffersIsTold() {
    RightsStatements all =
        RightsStatements.of(
            "a.fits",
            List.of(
                SaidRights.of(Map.of(CreditField.LICENCE, "MIT"), "one"),
                SaidRights.NONE,
                SaidRights.of(
                    Map.of(CreditField.LICENCE, "mit", CreditField.OBSERVERS, "A; B"), "two"),
                SaidRights.of(
                    Map.of(CreditField.LICENCE, "CC0-1.0", CreditField.OBSERVERS, "C"), "three")));

    assertThat(all.rights().licence()).isEqualTo("MIT");
    assertThat(all.rights().observers()).containsExactly("A", "B");
    assertThat(all.remarks())
        .containsExactly(
            "a.fits: licence is 'MIT' in one, and 'CC0-1.0' in three is left",
            "a.fits: observers is 'A; B' in two, and 'C' in three is left");
  }
}
