package org.novacat.jobs.nova;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The two ways to settle the identity of a nova that lies too near another one. */
final class NovaSettleCommand {
  private NovaSettleCommand() {}

  /** {@code novacat nova confirm}. */
  @Command(
      name = "confirm",
      description = "Say that a nova in identity quarantine is its own.",
      footer = {"", "Example: novacat nova confirm \"V339 Del\""})
  static final class Confirm extends StoreCommand {
    @Parameters(paramLabel = "NAME", description = "Name, alias or id.")
    private String name = "";

    @Override
    protected ExitCode run(Stores stores) {
      print(
          new NovaReport(
              stores.catalog().novae().confirm(Named.nova(stores, name).id()), "Confirmed."));
      return ExitCode.OK;
    }
  }

  /** {@code novacat nova merge}. */
  @Command(
      name = "merge",
      description = "Say that a nova in identity quarantine is another one.",
      footer = {"", "Example: novacat nova merge \"PNV J20233073+2046041\" \"V339 Del\""})
  static final class Merge extends StoreCommand {
    @Parameters(index = "0", paramLabel = "NAME", description = "The one in quarantine.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "INTO", description = "The one it is.")
    private String into = "";

    @Override
    protected ExitCode run(Stores stores) {
      print(
          new NovaReport(
              stores
                  .catalog()
                  .novae()
                  .merge(Named.nova(stores, name).id(), Named.nova(stores, into).id()),
              "Merged."));
      return ExitCode.OK;
    }
  }
}
