package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;

/** What a terminal gets of names that would move its cursor or turn its lines around. */
class TerminalIT {
  private static final String HOSTILE = "Nová 新星 \u001B]0;owned\u0007\u202Estif.fits";
  private static final String SHOWN = "Nová 新星 \\u001b]0;owned\\u0007\\u202estif.fits";

  @TempDir private Path folder;

  @Test
  void errorMessage_showsThem() {
    Workspace workspace = new Workspace(folder.resolve("ws"));
    workspace.succeed("init");

    Ran shown = workspace.novacat("nova", "show", HOSTILE);
    Ran misused = workspace.novacat("nova", HOSTILE);

    assertThat(shown.err()).contains(SHOWN);
    assertThat(misused.expect(ExitCode.USAGE).err()).contains(SHOWN);
    assertHarmless(shown);
    assertHarmless(misused);
  }

  @Test
  void answerOfAQuery_showsThem() {
    Workspace workspace = new Workspace(folder.resolve("ws"));
    workspace.succeed("init");
    String sql = "SELECT concat('a', char(27), '[2J', '\u202E') AS hostile, 'next' AS column";

    for (String format : new String[] {"table", "csv", "json"}) {
      Ran ran = workspace.succeed("query", sql, "--format", format);

      assertThat(ran.out()).containsIgnoringCase("a\\u001b[2J\\u202e").contains("next");
      assertHarmless(ran);
    }
  }

  private static void assertHarmless(Ran ran) {
    assertThat((ran.out() + ran.err()).replace("\r\n", "\n"))
        .doesNotContainPattern("[\\p{Cc}&&[^\\n\\t]]|[\u202A-\u202E]");
  }
}
