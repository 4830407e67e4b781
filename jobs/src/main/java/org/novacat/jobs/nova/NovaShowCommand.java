package org.novacat.jobs.nova;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code novacat nova show}. */
@Command(
    name = "show",
    description = "Show one nova.",
    footer = {"", "Example: novacat nova show \"V339 Del\""})
public final class NovaShowCommand extends StoreCommand {
  @Parameters(paramLabel = "NAME", description = "Name, alias or id.")
  private String name = "";

  @Override
  protected ExitCode run(Stores stores) {
    print(new NovaReport(Named.nova(stores, name), ""));
    return ExitCode.OK;
  }
}
