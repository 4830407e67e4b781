package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.main.Novacat;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Manual;
import org.novacat.jobs.testing.Ran;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class HelpTest {
  @Test
  void allCommands_areLookedAt() {
    assertThat(commands())
        .contains("novacat", "novacat nova", "novacat nova add", "novacat quarantine approve-retry")
        .hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_saysWhatTheCommandIsFor(String name) {
    String[] words = (name + " --help").replaceFirst("^novacat ", "").split(" ");

    Ran ran = Commands.run(words).expect(ExitCode.OK);

    String description = String.join(" ", spec(name).usageMessage().description());
    String folded = description.replace("%n", " ").strip();
    assertThat(folded).isNotEmpty();
    assertThat(ran.out().replaceAll("\\s+", " ")).contains("Usage: " + name, folded);
    assertThat(ran.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyArgument_hasADescription(String name) {
    for (ArgSpec argument : spec(name).args()) {
      assertThat(argument.description()).as("%s of %s", argument, name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("commandsThatDo")
  void exampleOfACommand_isOneOfIt(String name) {
    List<List<String>> examples = Manual.commandLines(footer(name));

    assertThat(examples).as("examples of %s", name).isNotEmpty();
    assertThat(examples.stream().map(HelpTest::parsed)).contains(name);
  }

  @Test
  void examplesOfTheProgram_areCommands() {
    assertThat(Manual.commandLines(footer("novacat")).stream().map(HelpTest::parsed))
        .containsExactly("novacat demo", "novacat register", "novacat ingest-spectra");
  }

  @ParameterizedTest
  @MethodSource("commandsThatDo")
  void everyCommand_hasTheVersionOfTheProgram(String name) {
    String[] words = (name + " --version").replaceFirst("^novacat ", "").split(" ");

    assertThat(Commands.run(words).expect(ExitCode.OK).out())
        .isEqualToIgnoringNewLines("novacat " + Version.current());
  }

  /** The full name of the command that words lead to; fails where they cannot be parsed. */
  private static String parsed(List<String> words) {
    ParseResult result = Novacat.commandLine().parseArgs(words.toArray(String[]::new));
    while (result.hasSubcommand()) {
      result = result.subcommand();
    }
    return result.commandSpec().qualifiedName();
  }

  private static String footer(String name) {
    return String.join("\n", spec(name).usageMessage().footer());
  }

  private static List<String> commandsThatDo() {
    return commands().stream()
        .filter(name -> spec(name).subcommands().isEmpty() || name.equals("novacat runs"))
        .filter(name -> !name.equals("novacat help"))
        .toList();
  }

  private static List<String> commands() {
    List<String> names = new ArrayList<>();
    all(Novacat.commandLine()).forEach(spec -> names.add(spec.qualifiedName()));
    return names;
  }

  private static Stream<CommandSpec> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command.getCommandSpec()),
        command.getSubcommands().values().stream().flatMap(HelpTest::all));
  }

  private static CommandSpec spec(String name) {
    return all(Novacat.commandLine())
        .filter(spec -> spec.qualifiedName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
