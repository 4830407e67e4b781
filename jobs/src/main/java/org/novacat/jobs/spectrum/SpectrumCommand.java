package org.novacat.jobs.spectrum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.export.Destination;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.product.SpectraProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat spectrum}: spectra in files, and one validated spectrum. */
@Command(
    name = "spectrum",
    mixinStandardHelpOptions = true,
    description =
        "Read spectra, FITS or text; look at a validated one, or write it as a table for others.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SpectrumReadCommand.class,
      SpectrumExplainCommand.class,
      SpectrumCommand.Show.class,
      SpectrumCommand.Export.class
    })
public final class SpectrumCommand {

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
      print(
          Json.object()
              .put("data_product_id", product.id().toString())
              .put("format", written.name().toLowerCase(Locale.ROOT))
              .put("file", file.toString())
              .put("samples", table.rows())
              .put("byte_length", bytes),
          "Wrote %s samples of product %s to %s".formatted(table.rows(), product.id(), file));
    }
  }

  /** One spectrum for people; for programs, its {@code metadata.json}. */
  private record SpectrumReport(StoredSpectrum spectrum) implements Report {
    @Override
    public ObjectNode json() {
      return spectrum.metadata();
    }

    @Override
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      line(lines, "product", text("/data_product_id") + " (" + text("/provider") + ")");
      line(lines, "file", text("/source/file_name"));
      line(lines, "profile", text("/profile/id"));
      line(lines, "nova", spectrum.nova());
      line(lines, "target", text("/observation/object"));
      line(
          lines,
          "taken by",
          (text("/observation/telescope") + " " + text("/observation/instrument")).strip());
      line(lines, "at", time());
      line(
          lines,
          "wavelength",
          "%s to %s Angstrom, %s (%s)"
              .formatted(
                  spectrum.number("/summary/wavelength_min_angstrom"),
                  spectrum.number("/summary/wavelength_max_angstrom"),
                  text("/wavelength/medium"),
                  text("/wavelength/medium_source")));
      line(lines, "flux", (text("/flux/unit") + " " + text("/flux/calibration")).strip());
      line(
          lines,
          "samples",
          "%s in %s orders".formatted(spectrum.columns().rows(), spectrum.orders()));
      @Nullable Double snr = spectrum.number("/summary/snr");
      line(lines, "snr", snr == null ? "" : String.format(Locale.ROOT, "%.1f", snr));
      spectrum.notes().forEach(note -> line(lines, "note", note));
      return lines;
    }

    private String time() {
      @Nullable Double mjd = spectrum.number("/observation/time/mjd");
      return mjd == null
          ? ""
          : "MJD %s %s (%s)"
              .formatted(mjd, text("/observation/time/scale"), text("/observation/time/source"));
    }

    private String text(String pointer) {
      return spectrum.text(pointer);
    }

    private static void line(List<String> lines, String name, String value) {
      if (!value.isEmpty()) {
        lines.add("%-11s%s".formatted(name, value));
      }
    }
  }
}
