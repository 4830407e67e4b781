package org.novacat.jobs.admin;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.item.FileObject;
import org.novacat.persistence.item.SpectraProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code novacat quarantine}: the human gate. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = "What was refused, and what a person says to it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      QuarantineCommand.ListAll.class,
      QuarantineCommand.Show.class,
      ReviewCommand.ApproveRetry.class,
      ReviewCommand.Reject.class
    })
public final class QuarantineCommand {
  /** {@code novacat quarantine list}. */
  @Command(
      name = "list",
      description = "List products in quarantine.",
      footer = {"", "Example: novacat quarantine list --output json"})
  static final class ListAll extends StoreCommand {
    @Override
    protected ExitCode run(Stores stores) {
      try (Stream<SpectraProduct> products = stores.catalog().quarantine().list()) {
        Stream<QuarantinedReport> reports =
            products.map(product -> new QuarantinedReport(product, List.of()));
        if (json()) {
          reports.forEach(report -> out().println(Json.line(report.json())));
        } else {
          print(reports);
        }
      }
      return ExitCode.OK;
    }

    private void print(Stream<QuarantinedReport> reports) {
      TextTable table = new TextTable("product", "reason", "detail", "review", "file");
      reports.forEach(
          report ->
              table.row(
                  report.product().id(),
                  report.quarantine().facts().reason(),
                  report.quarantine().facts().detail(),
                  report.quarantine().review(),
                  report.locator().replaceFirst("^.*/", "")));
      if (table.size() == 0) {
        out().println("Nothing is in quarantine.");
      } else {
        table.lines().forEach(out()::println);
      }
    }
  }

  /** {@code novacat quarantine show}. */
  @Command(
      name = "show",
      description = "Show one product, its facts and its objects.",
      footer = {"", "Example: novacat quarantine show 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"})
  static final class Show extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The product.")
    private String id = "";

    @Override
    protected ExitCode run(Stores stores) {
      SpectraProduct product =
          stores
              .catalog()
              .products()
              .find(UserError.ifRefused(() -> DataProductId.parse(id)))
              .filter(found -> found.quarantine() != null)
              .orElseThrow(
                  () ->
                      new UserError(
                          "Cannot show product '%s': none with this id is in quarantine (see 'novacat quarantine list')"
                              .formatted(id)));
      List<FileObject> files = stores.catalog().products().files(product.novaId(), product.id());
      print(new QuarantinedReport(product, files));
      return ExitCode.OK;
    }
  }
}
