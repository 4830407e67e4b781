package org.novacat.jobs.spectrum;

import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.product.SpectraProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code novacat spectrum show}. */
@Command(
    name = "show",
    description = "Show what a validated spectrum is and what was done to it.",
    footer = {"", "Example: novacat spectrum show 4e9b0e88"})
final class SpectrumShowCommand extends StoreCommand {
  @Parameters(
      paramLabel = "ID",
      description = "The product: its id or how that begins, its product key, or its file name.")
  private String id = "";

  @Override
  protected ExitCode run(Stores stores) {
    SpectraProduct product = new ProductFinder(stores.catalog().products()).valid(id);
    print(new SpectrumReport(SpectrumObjects.read(stores, product)));
    return ExitCode.OK;
  }
}
