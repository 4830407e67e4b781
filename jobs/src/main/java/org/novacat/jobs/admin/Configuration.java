package org.novacat.jobs.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Defaults;
import org.novacat.jobs.cli.Nearest;
import org.novacat.jobs.cli.Options;
import org.novacat.jobs.cli.UserError;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code doctor} finds out about the options of a command that was parsed. */
final class Configuration {
  private final CommandSpec command;
  private final @Nullable Defaults defaults;

  Configuration(CommandSpec command) {
    this.command = command;
    this.defaults = command.defaultValueProvider() instanceof Defaults known ? known : null;
  }

  /** The properties file, then each option with its value and where that was set. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of("configuration", this::file));
    Options.withValue(command)
        .forEach(option -> checks.add(Check.of(option.longestName(), () -> origin(option))));
    return checks;
  }

  private String file() {
    if (defaults == null || defaults.fileName().isEmpty()) {
      return "no file (NOVACAT_CONFIG names none, and there is no ./novacat.properties)";
    }
    Set<String> known = Options.names(command.root());
    for (String name : defaults.namesInFile()) {
      if (!known.contains(name)) {
        throw unknown(name, known, defaults.fileName());
      }
    }
    return "file " + defaults.fileName();
  }

  private static UserError unknown(String name, Set<String> known, String file) {
    return new UserError(
        "Cannot use key 'novacat.%s' of file '%s': no option has this name (%s)"
            .formatted(
                name,
                file,
                Nearest.to(name, known)
                    .map("did you mean 'novacat.%s'?"::formatted)
                    .orElse("remove it")));
  }

  private String origin(OptionSpec option) {
    Object value = option.getValue();
    boolean given = command.commandLine().getParseResult().hasMatchedOption(option);
    Defaults.@Nullable Setting setting =
        defaults == null ? null : defaults.setting(Options.name(option));
    String origin = given ? "command line" : setting == null ? "default" : setting.origin();
    return (value == null ? "not set" : value) + "  (" + origin + ")";
  }
}
