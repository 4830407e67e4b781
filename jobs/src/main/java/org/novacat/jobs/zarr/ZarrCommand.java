package org.novacat.jobs.zarr;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.StoreOptions;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.check.Expected;
import org.novacat.spectral.check.SpectralInfo;
import org.novacat.spectral.check.SpectralValidator;
import org.novacat.spectral.check.ValidationReport;
import org.novacat.zarr.ZarrException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups the commands that look at Zarr stores, made by novacat or by others. */
@Command(
    name = "zarr",
    mixinStandardHelpOptions = true,
    description = "Look at Zarr stores of spectra, of any writer.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ZarrCommand.Validate.class, ZarrCommand.Info.class})
public final class ZarrCommand {
  /** What both have. */
  @Command(mixinStandardHelpOptions = true)
  abstract static class OnStore implements Callable<Integer> {
    @Mixin private StoreOptions storeOptions = new StoreOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
        paramLabel = "STORE",
        description = "A folder, or s3a://bucket/folder; of a dataset in versions the current one.")
    private String store = "";

    abstract ExitCode look(StoreFiles files);

    @Override
    public Integer call() {
      try (StoreFiles files = StoreFiles.open(storeOptions, store)) {
        return look(files).code();
      } catch (ZarrException | SpectralException e) {
        throw new UserError(String.valueOf(e.getMessage()), ExitCode.DAMAGED);
      }
    }

    void print(String text, String json) {
      PrintWriter out = spec.commandLine().getOut();
      out.println((output.json() ? json : text).strip());
      out.flush();
    }
  }

  /** {@code novacat zarr validate}. */
  @Command(
      name = "validate",
      description = {
        "Hold a store against the contract of spectral Zarr stores: every chunk is read.",
        "The exit code is 0 when it keeps every rule that is a must, else 8."
      },
      footer = {
        "",
        "Examples:",
        "  novacat zarr validate novae.zarr",
        "  novacat zarr validate s3a://bucket/novae.zarr --output json"
      })
  static final class Validate extends OnStore {
    @Override
    ExitCode look(StoreFiles store) {
      ValidationReport report =
          SpectralValidator.validate(store.files(), Expected.named(store.name()));
      print(report.text(), report.json());
      return report.passed() ? ExitCode.OK : ExitCode.DAMAGED;
    }
  }

  /** {@code novacat zarr info}. */
  @Command(
      name = "info",
      description = "Show what is in a store: arrays, chunks, units, columns, lengths.",
      footer = {
        "",
        "Examples:",
        "  novacat zarr info novae.zarr",
        "  novacat zarr info novae.zarr --output json"
      })
  static final class Info extends OnStore {
    @Override
    ExitCode look(StoreFiles store) {
      SpectralInfo info = SpectralInfo.of(store.files());
      print(info.text(), info.json());
      return ExitCode.OK;
    }
  }
}
