package org.novacat.persistence.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StatesInDocsTest {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final String BEGIN = "<!-- made from ProductTransitions; a test compares -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void architecturePage_showsTheProductTransitionsOfTheCode() throws IOException {
    String expected = StatesPage.text(ProductTransitions.TABLE.all());

    String actual = between(Files.readString(PAGE));

    assertThat(actual)
        .overridingErrorMessage(
            "%s differs from ProductTransitions.TABLE.all(). Between the two comments there it should say:%n%n%s",
            PAGE, expected)
        .isEqualTo(expected);
  }

  private static String between(String page) {
    assertThat(page).contains(BEGIN).contains(END);
    return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
  }
}
