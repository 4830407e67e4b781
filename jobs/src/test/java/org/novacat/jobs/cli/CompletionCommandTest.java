package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.testing.Commands;

/** The script is run by a real bash, asked as bash asks when the user presses the tabulator. */
class CompletionCommandTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private static Path folder;

  @BeforeAll
  static void writeScript() throws IOException {
    assumeTrue(Files.isExecutable(BASH), "no bash here");
    Files.writeString(script(), Commands.run("completion").expect(ExitCode.OK).out());
  }

  @Test
  void beginningOfACommand_isCompleted() throws Exception {
    assertThat(completions("novacat ingest-s")).isEqualTo("ingest-spectra");
    assertThat(completions("novacat quarantine re")).isEqualTo("reject");
  }

  @Test
  void script_isTheSameWhereDigitsAreOthers() throws IOException {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG"));

      assertThat(Commands.run("completion").expect(ExitCode.OK).out())
          .isEqualTo(Files.readString(script()))
          .matches("\\p{ASCII}*");
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void option_isCompleted() throws Exception {
    assertThat(completions("novacat nova add --de")).contains("--dec", "--debug");
  }

  @Test
  void hiddenCommand_isNotOffered() throws Exception {
    assertThat(completions("novacat comp")).isEmpty();
    assertThat(Commands.run("--help").out()).doesNotContain("completion");
  }

  private static String completions(String typed) throws IOException, InterruptedException {
    String ask =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%s; _complete_novacat; echo \"${COMPREPLY[*]}\""
            .formatted(script(), typed, typed.split(" ").length - 1);
    Process bash = new ProcessBuilder(BASH.toString(), "-c", ask).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.replaceAll("\\s+", " ").strip();
  }

  private static Path script() {
    return folder.resolve("novacat-completion");
  }
}
