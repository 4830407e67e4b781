package org.novacat.jobs.cli;

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
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine novacat = spec.root().commandLine();
    novacat.getOut().print(AutoComplete.bash(spec.root().name(), novacat));
    novacat.getOut().flush();
  }
}
