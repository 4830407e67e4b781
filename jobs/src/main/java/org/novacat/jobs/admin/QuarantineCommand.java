package org.novacat.jobs.admin;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.item.FileObject;
import org.novacat.persistence.item.ProductRef;
import org.novacat.persistence.item.SpectraProduct;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.QuarantineReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat quarantine}: the human gate. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = "What was refused, and what a person says to it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      QuarantineCommand.ListAll.class,
      QuarantineCommand.Show.class,
      QuarantineCommand.ApproveRetry.class,
      QuarantineCommand.Reject.class
    })
public final class QuarantineCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which of the quarantine commands?");
  }

  private static DataProductId parsed(String id) {
    try {
      return DataProductId.parse(id);
    } catch (IllegalArgumentException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /** {@code novacat quarantine list}. */
  @Command(name = "list", description = "List products in quarantine.")
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
  @Command(name = "show", description = "Show one product, its facts and its objects.")
  static final class Show extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The product.")
    private String id = "";

    @Override
    protected ExitCode run(Stores stores) {
      Products products = stores.catalog().products();
      SpectraProduct product =
          products
              .find(parsed(id))
              .filter(found -> found.quarantine() != null)
              .orElseThrow(
                  () ->
                      new UserError(
                          "Cannot show product '%s': none with this id is in quarantine (see 'novacat quarantine list')"
                              .formatted(id)));
      List<FileObject> files = products.files(product.novaId(), product.id());
      print(new QuarantinedReport(product, files));
      return ExitCode.OK;
    }
  }

  /** What approval and rejection share: ids, and a dry run. */
  private abstract static class Review extends StoreCommand {
    private final BiFunction<QuarantineReview, DataProductId, ProductRef> verdict;
    private final String done;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Products in quarantine.")
    private List<String> ids = List.of();

    @Option(names = "--dry-run", description = "Only say what would change.")
    private boolean dryRun;

    Review(BiFunction<QuarantineReview, DataProductId, ProductRef> verdict, String done) {
      this.verdict = verdict;
      this.done = done;
    }

    @Override
    protected ExitCode run(Stores stores) {
      List<DataProductId> products = ids.stream().map(QuarantineCommand::parsed).toList();
      for (DataProductId product : products) {
        String state =
            dryRun
                ? "would be " + done
                : done + ": " + verdict.apply(stores.catalog().quarantine(), product).state();
        out().println(product + "  " + state);
      }
      return ExitCode.OK;
    }
  }

  /** {@code novacat quarantine approve-retry}. */
  @Command(name = "approve-retry", description = "Let products have another try.")
  static final class ApproveRetry extends Review {
    ApproveRetry() {
      super(QuarantineReview::approveRetry, "approved for another try");
    }
  }

  /** {@code novacat quarantine reject}. */
  @Command(name = "reject", description = "Refuse products for good.")
  static final class Reject extends Review {
    Reject() {
      super(QuarantineReview::reject, "rejected for good");
    }
  }
}
