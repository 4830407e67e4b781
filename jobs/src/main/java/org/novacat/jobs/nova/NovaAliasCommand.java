package org.novacat.jobs.nova;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.nova.AliasAdded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code novacat nova alias}. */
@Command(
    name = "alias",
    description = "Give a nova another name.",
    footer = {"", "Example: novacat nova alias \"V339 Del\" \"Nova Del 2013\""})
public final class NovaAliasCommand extends StoreCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "Name, alias or id.")
  private String name = "";

  @Parameters(index = "1", paramLabel = "ALIAS", description = "The other name.")
  private String alias = "";

  @Override
  protected ExitCode run(Stores stores) {
    Named.checkUsable(alias);
    AliasAdded added = stores.catalog().novae().alias(Named.nova(stores, name).id(), alias);
    String headline =
        switch (added.change()) {
          case ADDED -> "Added alias '%s'.".formatted(alias);
          case NOTHING_NEW -> "It has this name already. Nothing was written.";
        };
    if (!added.alreadyThere().isEmpty()) {
      headline += " The name is ambiguous now: it also leads to " + added.alreadyThere() + ".";
    }
    print(new NovaReport(added.nova(), headline));
    return ExitCode.OK;
  }
}
