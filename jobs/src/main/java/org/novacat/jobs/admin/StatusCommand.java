package org.novacat.jobs.admin;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import picocli.CommandLine.Command;

/** {@code novacat status}. */
@Command(
    name = "status",
    description = "Spectra and photometry by state.",
    footer = {"", "Example: novacat status --workspace ~/novae"})
public final class StatusCommand extends StoreCommand {
  @Override
  protected ExitCode run(Stores stores) {
    print(StatusReport.of(stores.catalog()));
    return ExitCode.OK;
  }
}
