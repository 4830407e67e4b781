package org.novacat.jobs.admin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Count;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.product.SpectraProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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
  @Command(
      name = "list",
      description = {
        "List products in quarantine, and uploads of photometry that were refused or lost rows."
      },
      footer = {
        "",
        "Examples:",
        "  novacat quarantine list --output json",
        "  novacat quarantine list --kind photometry"
      })
  static final class ListAll extends StoreCommand {
    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "Only spectra, or only photometry.")
    private @Nullable Kind only;

    @Override
    protected ExitCode run(Stores stores) {
      TextTable table = new TextTable("id", "reason", "detail", "review", "file");
      try (Stream<Quarantined> listed =
          Stream.of(Kind.values())
              .filter(kind -> only == null || kind == only)
              .flatMap(kind -> kind.list(stores))) {
        print(
            listed,
            Quarantined::json,
            table,
            one -> table.row(one.id(), one.reason(), one.detail(), one.review(), one.file()),
            "Nothing is in quarantine.");
      }
      return ExitCode.OK;
    }
  }

  @Command(
      name = "show",
      description = "Show one product or upload, what is wrong with it and its objects.",
      footer = {"", "Example: novacat quarantine show 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"})
  static final class Show extends StoreCommand {
    @Parameters(paramLabel = "ID", description = "The product or upload.")
    private String id = "";

    @Option(
        names = "--rows",
        paramLabel = "N",
        defaultValue = "10",
        converter = Count.class,
        description = "At most so many rejected rows of an upload. Default: 10")
    private long rows = 10;

    @Override
    protected ExitCode run(Stores stores) {
      DataProductId product = UserError.ifRefused(() -> DataProductId.parse(id));
      Optional<Quarantined> found =
          stores
              .catalog()
              .products()
              .find(product)
              .filter(one -> one.quarantine() != null)
              .map(one -> shown(stores, one));
      print(
          found
              .or(() -> upload(stores))
              .orElseThrow(
                  () ->
                      new UserError(
                          "Cannot show '%s': nothing with this id is in quarantine (see 'novacat quarantine list')"
                              .formatted(id))));
      return ExitCode.OK;
    }

    private static Quarantined shown(Stores stores, SpectraProduct product) {
      return new QuarantinedProduct(
          product, stores.catalog().products().files(product.novaId(), product.id()));
    }

    private Optional<Quarantined> upload(Stores stores) {
      return stores
          .catalog()
          .uploads()
          .find(IngestFileId.parse(id))
          .filter(QuarantinedUpload::is)
          .map(upload -> new QuarantinedUpload(upload, null).with(stores.archive(), rows));
    }
  }

  /** The kinds of things that can be in quarantine. */
  private enum Kind {
    SPECTRA {
      @Override
      Stream<Quarantined> list(Stores stores) {
        return stores
            .catalog()
            .products()
            .quarantined()
            .map(product -> new QuarantinedProduct(product, List.of()));
      }
    },
    PHOTOMETRY {
      @Override
      Stream<Quarantined> list(Stores stores) {
        return stores
            .catalog()
            .uploads()
            .inQuarantine()
            .map(upload -> new QuarantinedUpload(upload, null));
      }
    };

    /** All of this kind. Reads all products, or all uploads. */
    abstract Stream<Quarantined> list(Stores stores);
  }
}
