package org.novacat.jobs.cli;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that can be set outside the command line: those that take a value. */
public final class Options {
  private Options() {}

  /** What an option is called in properties: its long name without dashes. */
  public static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** The names of all such options of a command and the commands below it. */
  public static Set<String> names(CommandSpec command) {
    Set<String> names = new TreeSet<>();
    withValue(command).forEach(option -> names.add(name(option)));
    command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .forEach(below -> names.addAll(names(below)));
    return names;
  }

  /** The options of a command itself that take a value. */
  public static Stream<OptionSpec> withValue(CommandSpec command) {
    return command.options().stream().filter(option -> option.arity().max() > 0);
  }
}
