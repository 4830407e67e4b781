package org.novacat.jobs.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one sentence. */
final class Misuse {
  private Misuse() {}

  /** The sentence, in the form that all messages have. */
  static String sentence(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    return "Cannot run '%s': %s".formatted(command, what(failure, "see '" + command + " --help'"));
  }

  /** Whether the command is only a group, and which of its commands was not said. */
  static boolean namesNoCommand(ParameterException failure) {
    return failure.getClass() == ParameterException.class && failure.getArgSpec() == null;
  }

  private static String what(ParameterException failure, String help) {
    if (namesNoCommand(failure)) {
      return "which of its commands? (name one of those below)";
    }
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched, help);
    }
    if (failure instanceof MissingParameterException missing) {
      return "%s missing (%s)".formatted(missing(missing), help);
    }
    ArgSpec argument = failure.getArgSpec();
    return argument == null
        ? "%s (%s)".formatted(failure.getMessage(), help)
        : "%s cannot be '%s'%s (%s)"
            .formatted(name(argument), failure.getValue(), wanted(argument, failure), help);
  }

  private static String unmatched(UnmatchedArgumentException failure, String help) {
    CommandLine command = failure.getCommandLine();
    String word = failure.getUnmatched().get(0);
    Collection<String> commands = command.getSubcommands().keySet();
    if (word.startsWith("-")) {
      return "it has no option '%s' (%s)".formatted(word, meant(word, options(command), help));
    }
    return commands.isEmpty()
        ? "argument '%s' is one too many (%s)".formatted(word, help)
        : "it has no command '%s' (%s)".formatted(word, meant(word, commands, help));
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }

  private static String meant(String word, Collection<String> choices, String help) {
    Optional<String> nearest = Nearest.to(word, choices);
    return nearest.map(choice -> "did you mean '" + choice + "'? ").orElse("") + help;
  }

  /** The parser names the first one only. */
  private static String missing(MissingParameterException failure) {
    ArgSpec first = failure.getMissing().get(0);
    if (!(first instanceof PositionalParamSpec position)) {
      return "%s of %s is".formatted(first.paramLabel(), name(first));
    }
    List<String> labels =
        failure.getCommandLine().getCommandSpec().positionalParameters().stream()
            .filter(other -> other.required() && other.index().min() >= position.index().min())
            .map(ArgSpec::paramLabel)
            .toList();
    return String.join(" and ", labels) + (labels.size() > 1 ? " are" : " is");
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? "option " + option.longestName()
        : argument.paramLabel();
  }

  /** What would do instead, as far as it is known. */
  private static String wanted(ArgSpec argument, ParameterException failure) {
    Object @Nullable [] constants = argument.type().getEnumConstants();
    if (constants != null) {
      return Arrays.stream(constants)
          .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
          .collect(joining(" or ", ", only ", ""));
    }
    if (argument.type() == Boolean.class || argument.type() == boolean.class) {
      return ", only true or false";
    }
    if (argument.converters().length == 0) {
      return argument.type() == Path.class ? "" : ", which is no number";
    }
    String message = String.valueOf(failure.getMessage());
    return ", " + message.substring(message.lastIndexOf(": ") + 1).strip();
  }
}
