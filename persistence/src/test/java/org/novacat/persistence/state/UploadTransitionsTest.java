package org.novacat.persistence.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UploadTransitionsTest {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String BEGIN = "<!-- made from UploadTransitions; a test compares -->\n";
  private static final String END = "<!-- end of UploadTransitions -->\n";

  @Test
  void architecturePage_showsTheStepsOfTheCode() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains(BEGIN + StatesPage.table(UploadTransitions.TABLE) + END);
  }

  @Test
  void noEvent_leadsTwoWaysFromOneStatus() {
    assertThat(UploadTransitions.TABLE.all().stream().map(step -> step.from() + " " + step.event()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyEventAndEveryStatus_isInTheTable() {
    assertThat(UploadTransitions.TABLE.all())
        .extracting(Transition::event)
        .contains(UploadEvent.values());
    assertThat(UploadTransitions.TABLE.all())
        .extracting(Transition::to)
        .contains(UploadStatus.values());
  }

  @Test
  void rejected_isLeftOnlyWhenSomebodySaysSomethingNew() {
    for (UploadEvent event : UploadEvent.values()) {
      assertThat(UploadTransitions.TABLE.next(UploadStatus.REJECTED, event).isPresent())
          .as(event.name())
          .isEqualTo(event == UploadEvent.SAID_ANEW);
    }
  }
}
