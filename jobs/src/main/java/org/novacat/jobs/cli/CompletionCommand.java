package org.novacat.jobs.cli;

import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code novacat completion}: hidden, as it is asked for once, by a line in a shell's profile. */
@Command(
    name = "completion",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Print a script that completes commands and options in bash and zsh.",
    footer = {"", "Example: source <(novacat completion)"})
public final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine novacat = spec.root().commandLine();
    novacat.getOut().print(script(novacat));
    novacat.getOut().flush();
  }

  /**
   * The library numbers variables of the script in the digits of the locale; bash knows one kind.
   */
  private String script(CommandLine novacat) {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
      return AutoComplete.bash(spec.root().name(), novacat);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }
}
