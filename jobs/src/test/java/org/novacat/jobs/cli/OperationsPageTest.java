package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.main.Novacat;
import org.novacat.jobs.run.StoreOptions;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.testing.Manual;
import org.novacat.layouts.spectrum.QuarantineReason;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The manual says what the program does. */
class OperationsPageTest {
  @TempDir private static Path folder;

  @Test
  void configurationTable_hasEveryOptionOfTheStores() {
    Stream<String> options =
        new CommandLine(new StoreOptions())
            .getCommandSpec().options().stream().map(OptionSpec::longestName);

    assertThat(configuration().map(row -> code(row, 0).split(" ")[0]).toList())
        .containsAll(options.toList())
        .contains("--max-file-bytes");
  }

  @ParameterizedTest
  @MethodSource("configuration")
  void keyOfTheConfigurationTable_setsItsOption(List<String> row) throws Exception {
    String[] option = code(row, 0).split(" ");
    String value = some(option[0], option[1]);
    Path none = Files.writeString(folder.resolve("none"), "");
    Path file = Files.writeString(folder.resolve("file"), code(row, 2) + "=" + value);

    Defaults environment = Defaults.of(Map.of(code(row, 1), value), none);

    assertThat(parsed(option[0], environment).getValue().toString()).isEqualTo(value);
    assertThat(parsed(option[0], Defaults.of(Map.of(), file)).getValue().toString())
        .isEqualTo(value);
    assertThat(parsed(option[0], environment).paramLabel()).isEqualTo(option[1]);
  }

  @ParameterizedTest
  @MethodSource("configuration")
  void defaultOfTheConfigurationTable_isThatOfTheHelp(List<String> row) {
    OptionSpec option = ingest().getCommandSpec().findOption(code(row, 0).split(" ")[0]);

    assertThat(String.join(" ", option.description()))
        .endsWith("Default: " + row.get(3).replace("`", ""));
  }

  private static String some(String option, String label) {
    if (option.startsWith("--max-file-")) {
      return "123";
    }
    return label.equals("BOOLEAN") ? "true" : "some-value";
  }

  /** Migration decides uploads too, whose refusal names the option. */
  @ParameterizedTest
  @ValueSource(strings = {"ingest-spectra", "ingest-photometry", "photometry migrate"})
  void commandThatReadsFiles_takesALimitOfTime(String command) {
    CommandLine line = Novacat.commandLine();
    for (String word : command.split(" ")) {
      line = line.getSubcommands().get(word);
    }

    assertThat(line.getCommandSpec().findOption("--max-file-seconds")).isNotNull();
  }

  @Test
  void exitCodes_areThoseOfTheProgram() {
    assertThat(
            Manual.table(Manual.OPERATIONS, "code | meaning").stream()
                .filter(row -> row.get(0).matches("\\d+")))
        .extracting(row -> Integer.parseInt(row.get(0)))
        .containsExactlyElementsOf(Stream.of(ExitCode.values()).map(ExitCode::code).toList());
  }

  @Test
  void endings_areThoseOfTheProgram_withTheirExitCodes() {
    assertThat(Manual.table(Manual.OPERATIONS, "ending | means"))
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(
            Stream.of(Ending.values())
                .map(ending -> "`" + ending.name().toLowerCase(Locale.ROOT) + "`")
                .toList());
    assertThat(Manual.table(Manual.OPERATIONS, "postponed because"))
        .extracting(row -> row.get(0) + " " + row.get(2))
        .containsExactlyElementsOf(
            Stream.of(PostponedCode.values())
                .map(code -> "`" + code + "` " + code.exitCode().code())
                .toList());
  }

  @Test
  void commandsTable_hasEveryCommandAndNoOther() {
    Set<String> written = new TreeSet<>();
    for (List<String> row : Manual.table(Manual.OPERATIONS, "command")) {
      String group = "";
      for (String synopsis : Manual.code(row.get(0))) {
        String command = command(group, synopsis);
        group = command.contains(" ") ? command.split(" ")[0] : group;
        written.add(command);
      }
    }

    assertThat(written).containsExactlyInAnyOrderElementsOf(commands());
  }

  @Test
  void reasonsOfQuarantine_areThoseOfTheCode() {
    assertThat(Manual.table(Manual.OPERATIONS, "reason"))
        .extracting(row -> code(row, 0))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(QuarantineReason.values()).map(Enum::name).toList());
  }

  /** The words before arguments; where a row names a group once, its other commands go without. */
  private static String command(String group, String synopsis) {
    String words = synopsis.replaceFirst(" [^a-z].*", "");
    return group.isEmpty() || words.startsWith(group) ? words : group + " " + words;
  }

  private static Set<String> commands() {
    Set<String> names = new TreeSet<>();
    Novacat.commandLine().getSubcommands().values().stream()
        .filter(top -> !top.getCommandSpec().usageMessage().hidden())
        .filter(top -> !top.getCommandName().equals("help"))
        .forEach(top -> addLeaves(names, top));
    return names;
  }

  private static void addLeaves(Set<String> names, CommandLine top) {
    if (top.getCommand() instanceof Runnable
        || top.getCommand() instanceof java.util.concurrent.Callable) {
      names.add(top.getCommandName());
    }
    top.getSubcommands().keySet().forEach(below -> names.add(top.getCommandName() + " " + below));
  }

  private static Stream<List<String>> configuration() {
    return Manual.table(Manual.OPERATIONS, "option").stream();
  }

  private static String code(List<String> row, int column) {
    return Manual.code(row.get(column)).get(0);
  }

  private static OptionSpec parsed(String option, Defaults defaults) {
    CommandLine novacat = Novacat.commandLine().setDefaultValueProvider(defaults);
    return novacat.parseArgs("ingest-spectra").subcommand().commandSpec().findOption(option);
  }

  /** A command that has all the options of the table. */
  private static CommandLine ingest() {
    return Novacat.commandLine().getSubcommands().get("ingest-spectra");
  }
}
