package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.main.Novacat;
import picocli.CommandLine;

/** What a message or an example tells people to type exists. */
class CommandsInMessagesTest {
  private static final Path SOURCES = Path.of("..");

  /** Between quotes, at the begin of an example, or behind "run". */
  private static final Pattern COMMAND =
      Pattern.compile("(?:['\"(:]|run |  |@code )novacat ([a-z][a-z-]*)(?: ([a-z][a-z-]*))?");

  @Test
  void commandOfAMessage_exists() throws IOException {
    Set<String> missing = new TreeSet<>();
    List<MatchResult> found = found();
    for (MatchResult command : found) {
      if (!exists(command.group(1), command.group(2))) {
        missing.add(command.group());
      }
    }

    assertThat(missing).isEmpty();
    assertThat(found).hasSizeGreaterThan(50);
  }

  /** The control. */
  @Test
  void commandsThatAreNone_areFoundOut() {
    assertThat(exists("mend", null)).isFalse();
    assertThat(exists("nova", "forget")).isFalse();
    assertThat(exists("nova", "list")).isTrue();
    assertThat(exists("register", "manifest")).as("an argument").isTrue();
  }

  private static boolean exists(String first, String second) {
    CommandLine command = Novacat.commandLine().getSubcommands().get(first);
    return command != null
        && (second == null
            || command.getSubcommands().isEmpty()
            || command.getSubcommands().containsKey(second));
  }

  private static List<MatchResult> found() throws IOException {
    List<MatchResult> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/"))
          .forEach(file -> COMMAND.matcher(text(file)).results().forEach(found::add));
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
