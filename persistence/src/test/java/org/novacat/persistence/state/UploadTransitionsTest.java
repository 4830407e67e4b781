package org.novacat.persistence.state;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadTransitionsTest {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String BEGIN = "<!-- made from UploadTransitions; a test compares -->\n";
  private static final String END = "<!-- end of UploadTransitions -->\n";

  @Test
  void architecturePage_showsTheStepsOfTheCode() throws IOException {
    String page = Files.readString(PAGE);

    assertThat(page).contains(BEGIN).contains(END);
    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .isEqualTo(table());
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

  /** Statuses from which one event leads to one status share a row. */
  private static String table() {
    record Step(UploadEvent event, UploadStatus to) {}
    Map<Step, String> rows =
        UploadTransitions.TABLE.all().stream()
            .collect(
                groupingBy(
                    step -> new Step(step.event(), step.to()),
                    LinkedHashMap::new,
                    mapping(step -> name(step.from()), joining(", "))));
    StringBuilder table = new StringBuilder("| from | what happens | to |\n|---|---|---|\n");
    rows.forEach(
        (step, from) ->
            table.append("| %s | %s | %s |%n".formatted(from, step.event(), name(step.to()))));
    return table.toString();
  }

  private static String name(@Nullable UploadStatus status) {
    return status == null ? "(new)" : status.name().toLowerCase(Locale.ROOT);
  }
}
