package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.main.Novacat;
import org.novacat.jobs.testing.Manual;

class ManualTest {
  @ParameterizedTest
  @MethodSource("commandLines")
  void commandLineOfAPage_isUnderstood(List<String> words) {
    String[] completed = completed(words).toArray(String[]::new);

    assertThatCode(() -> Novacat.commandLine().parseArgs(completed)).doesNotThrowAnyException();
  }

  @Test
  void commandLines_areFound() {
    assertThat(commandLines()).hasSizeGreaterThan(10).contains(List.of("demo"));
  }

  private static List<List<String>> commandLines() {
    return Stream.of(Manual.README, Manual.OPERATIONS)
        .flatMap(page -> Manual.commandLines(Manual.code(page)).stream())
        .toList();
  }

  /** Running text names commands without their arguments. */
  private static List<String> completed(List<String> words) {
    boolean bare = List.of(List.of("fits", "explain"), List.of("nova", "add")).contains(words);
    return bare ? Stream.concat(words.stream(), Stream.of("X")).toList() : words;
  }
}
