package org.novacat.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.report.Visible.VisibleWriter;
import org.novacat.layouts.testing.Seeded;

class VisibleTest {
  private static final String HOSTILE = "a\u001B[2J\u202Egpj.\u2066x\u0007\u009B\u200F\u2028";
  private static final String SHOWN = "a\\u001b[2J\\u202egpj.\\u2066x\\u0007\\u009b\\u200f\\u2028";

  @Test
  void whatATerminalWouldActOn_isEscaped() {
    assertThat(Visible.line(HOSTILE)).isEqualTo(SHOWN);
    assertThat(Visible.line("two\nlines\r\tand \uD800"))
        .isEqualTo("two\\u000alines\\u000d\\u0009and \\ud800");
  }

  @Test
  void textOfAnyScript_stays() {
    String text = "Nová 新星 نجم नोवा \uD83C\uDF1F e\u0301";

    assertThat(Visible.line(text)).isEqualTo(text);
  }

  @Test
  void table_isAsWideAsWhatIsShown() {
    TextTable table = new TextTable("name", "n").row("a\u001Bb", 1).row("plain", 2);

    assertThat(table.lines()).containsExactly("name      n", "a\\u001bb  1", "plain     2");
  }

  @Test
  void writer_keepsLineEndsAndTabs_andNothingElse() throws IOException {
    assertThat(written("a\tb\r\nc\nd" + HOSTILE)).isEqualTo("a\tb\r\nc\nd" + SHOWN);
    assertThat(written("over\rwritten")).isEqualTo("over\\u000dwritten");
    assertThat(written("ends\r")).isEqualTo("ends\\u000d");
  }

  /** What it was given must not depend on how it was cut into writes. */
  @Test
  void anyText_inAnyPieces_endsTheSameAndHidesNothing() {
    Seeded.cases(
        500,
        random -> {
          StringBuilder text = new StringBuilder();
          for (int i = 0; i < 30; i++) {
            int c = random.nextInt(0x2070);
            text.append((char) (c < 0x1000 ? c % 32 : c));
          }
          int cut = random.nextInt(text.length());
          String whole = text.toString();

          String shown = writtenUnchecked(whole);

          assertThat(writtenUnchecked(whole.substring(0, cut), whole.substring(cut)))
              .isEqualTo(shown);
          assertThat(shown.replace("\r\n", "\n").replaceAll("[\n\t]", "").chars())
              .noneMatch(c -> Visible.isHidden((char) c.intValue()));
        });
  }

  @Test
  void jsonLine_saysTheSame() throws IOException {
    String line = Json.line(Json.object().put("name", HOSTILE));

    assertThat(Json.parse(written(line).getBytes(StandardCharsets.UTF_8)).get("name").asText())
        .isEqualTo(HOSTILE);
  }

  private static String writtenUnchecked(String... pieces) {
    try {
      return written(pieces);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(String... pieces) throws IOException {
    StringWriter all = new StringWriter();
    try (VisibleWriter writer = new VisibleWriter(all)) {
      for (String piece : pieces) {
        writer.write(piece);
      }
    }
    return all.toString();
  }
}
