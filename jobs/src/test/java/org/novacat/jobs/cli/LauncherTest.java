package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;

class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "novacat");

  @Test
  void moduleFlags_areThoseOfSpark() throws IOException {
    String script = Files.readString(LAUNCHER);

    for (String option : JavaModuleOptions.defaultModuleOptions().split(" ")) {
      String expected = option.replaceFirst("^--add-opens=java.base/([^=]+)=.*", "$1");
      assertThat(words(script)).as(option).contains(expected);
    }
  }

  private static Stream<String> words(String script) {
    return Pattern.compile("[\\s()\"]+").splitAsStream(script);
  }
}
