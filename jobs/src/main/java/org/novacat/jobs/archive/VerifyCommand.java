package org.novacat.jobs.archive;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code novacat verify}. */
@Command(
    name = "verify",
    description = "Hold the items of the table against the objects of the bucket.",
    footer = {
      "",
      "It changes nothing. It ends with code 1 when a check fails; what other runs write at the same",
      "time may be found missing or unused.",
      "",
      "Example: novacat verify --deep --output json"
    })
public final class VerifyCommand extends StoreCommand {
  @Option(names = "--deep", description = "Read every object and compare its SHA-256.")
  private boolean deep;

  @Override
  protected ExitCode run(Stores stores) {
    VerifyReport report =
        new VerifyReport(
            deep, Verification.of(stores.catalog(), stores.archive(), deep, clock().instant()));
    print(report);
    return report.passed() ? ExitCode.OK : ExitCode.BUG;
  }
}
