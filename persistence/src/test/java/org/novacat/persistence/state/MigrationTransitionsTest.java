package org.novacat.persistence.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MigrationTransitionsTest {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String BEGIN = "<!-- made from MigrationTransitions; a test compares -->\n";
  private static final String END = "<!-- end of MigrationTransitions -->\n";

  @Test
  void architecturePage_showsTheStepsOfTheCode() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(BEGIN + StatesPage.table(MigrationTransitions.TABLE) + END);
  }

  @Test
  void completed_isLeftByTakingBackOnly() {
    for (MigrationEvent event : MigrationEvent.values()) {
      assertThat(MigrationTransitions.TABLE.next(MigrationStatus.COMPLETED, event).isPresent())
          .as(event.name())
          .isEqualTo(event == MigrationEvent.TAKEN_BACK);
    }
  }
}
