package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.credit.CreditField;

class RightsStatementsTest {
  @Test
  void firstThatSaysAThing_isTaken_andWhatDiffersIsTold() throws RejectedException {
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

  @Test
  void placesThatDoNotAgreeOnWhoMaySeeIt_areAConflict_whicheverIsFirst() {
    SaidRights open = SaidRights.of(Map.of(CreditField.RIGHTS, "public"), "one");
    SaidRights closed = SaidRights.of(Map.of(CreditField.RIGHTS, "PRIVATE"), "two");

    assertThatThrownBy(() -> RightsStatements.of("a.fits", List.of(open, closed)))
        .isInstanceOf(RejectedException.class)
        .hasMessage(
            "Cannot register 'a.fits': who may see it is 'PUBLIC' in one, and 'PRIVATE' in two (say the same in both, or in one alone)");
    assertThatThrownBy(() -> RightsStatements.of("a.fits", List.of(closed, SaidRights.NONE, open)))
        .isInstanceOf(RejectedException.class);
  }

  @Test
  void placeThatSaysNothing_isNoConflict() throws RejectedException {
    SaidRights closed = SaidRights.of(Map.of(CreditField.RIGHTS, "private"), "one");
    SaidRights same = SaidRights.of(Map.of(CreditField.RIGHTS, "PRIVATE"), "two");

    RightsStatements all =
        RightsStatements.of("a.fits", List.of(SaidRights.NONE, closed, same, SaidRights.NONE));

    assertThat(all.rights().rights()).isEqualTo("PRIVATE");
    assertThat(all.remarks()).isEmpty();
  }
}
