package org.novacat.jobs.spectrum;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.export.Destination;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.product.SpectraProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat spectrum}: one validated spectrum. */
@Command(
    name = "spectrum",
    mixinStandardHelpOptions = true,
    description = "Look at a validated spectrum, or write it as a table for other programs.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SpectrumCommand.Show.class, SpectrumCommand.Export.class})
public final class SpectrumCommand {

  /** {@code novacat spectrum show}. */
  @Command(
      name = "show",
      description = "Show what a validated spectrum is and what was done to it.",
      footer = {"", "Example: novacat spectrum show 4e9b0e88"})
  static final class Show extends StoreCommand {
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

  /** {@code novacat spectrum export}. */
  @Command(
      name = "export",
      description = {
        "Write a validated spectrum as a table that astropy, specutils and TOPCAT open.",
        "Units, UCDs and the fields of the IVOA Spectrum Data Model are in it, but in CSV."
      },
      footer = {
        "",
        "Examples:",
        "  novacat spectrum export 4e9b0e88 --format votable",
        "  novacat spectrum export asdb_v339del_20130818.fit --to v339del.ecsv",
        "  novacat spectrum export 4e9b0e88 --format csv --to - | head"
      })
  static final class Export extends StoreCommand {
    private static final String STANDARD_OUTPUT = "-";

    @Parameters(
        paramLabel = "ID",
        description = "The product: its id or how that begins, its product key, or its file name.")
    private String id = "";

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        description =
            "fits, votable, ecsv or csv. Default: what the name of the file says, else fits")
    private @Nullable ExportFormat format;

    @Option(
        names = "--to",
        paramLabel = "FILE",
        description = "File to write, - for standard output. Default: the id, in this folder")
    private @Nullable String to;

    @Option(
        names = "--order",
        paramLabel = "N",
        description = "Only the order of this number. Default: all, in one table")
    private @Nullable Integer order;

    @Option(names = "--force", description = "Replace the file when it is there.")
    private boolean force;

    @Override
    protected ExitCode run(Stores stores) {
      SpectraProduct product = new ProductFinder(stores.catalog().products()).valid(id);
      SpectrumTable table = SpectrumTables.of(SpectrumObjects.read(stores, product), order);
      ExportFormat written = format();
      byte[] bytes = written.write(table);
      if (STANDARD_OUTPUT.equals(to)) {
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
        return ExitCode.OK;
      }
      Path file = Path.of(to == null ? product.id() + "." + written.ending() : to);
      Destination.write(file, bytes, force);
      report(product, written, table, file, bytes.length);
      return ExitCode.OK;
    }

    private ExportFormat format() {
      if (format != null) {
        return format;
      }
      return to == null ? ExportFormat.FITS : ExportFormat.ofFileName(to).orElse(ExportFormat.FITS);
    }

    private void report(
        SpectraProduct product, ExportFormat written, SpectrumTable table, Path file, int bytes) {
      if (json()) {
        out()
            .println(
                Json.line(
                    Json.object()
                        .put("data_product_id", product.id().toString())
                        .put("format", written.name().toLowerCase(Locale.ROOT))
                        .put("file", file.toString())
                        .put("samples", table.rows())
                        .put("byte_length", bytes)));
      } else {
        out()
            .printf(
                Locale.ROOT,
                "Wrote %d samples of product %s to %s%n",
                table.rows(),
                product.id(),
                file);
      }
    }
  }
}
