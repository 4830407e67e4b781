package org.novacat.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columns_areAsWideAsTheirWidestCell_andNumbersStandRight() {
    TextTable table = new TextTable("state", "count").row("VALID", 12345).row("QUARANTINED", 7);

    assertThat(table.lines())
        .containsExactly("state         count", "VALID        12,345", "QUARANTINED       7");
  }

  @Test
  void wrongNumberOfCells_isRefused() {
    assertThatThrownBy(() -> new TextTable("one").row(1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot add row: 2 cells under 1 headings");
  }
}
