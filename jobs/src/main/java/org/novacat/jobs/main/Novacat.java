package org.novacat.jobs.main;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.novacat.jobs.admin.DoctorCommand;
import org.novacat.jobs.admin.QuarantineCommand;
import org.novacat.jobs.admin.QueueCommand;
import org.novacat.jobs.admin.RunsCommand;
import org.novacat.jobs.admin.StatusCommand;
import org.novacat.jobs.archive.RecoverCommand;
import org.novacat.jobs.archive.VerifyCommand;
import org.novacat.jobs.bundle.BundleCommand;
import org.novacat.jobs.cli.CompletionCommand;
import org.novacat.jobs.cli.Defaults;
import org.novacat.jobs.cli.Failures;
import org.novacat.jobs.cli.StandardOutput;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.fits.FitsCommand;
import org.novacat.jobs.nova.NovaCommand;
import org.novacat.jobs.photometry.ingest.IngestPhotometryCommand;
import org.novacat.jobs.publish.PublishCommand;
import org.novacat.jobs.query.QueryCommand;
import org.novacat.jobs.register.RegisterCommand;
import org.novacat.jobs.report.Visible;
import org.novacat.jobs.report.Visible.VisibleWriter;
import org.novacat.jobs.rights.RightsCommand;
import org.novacat.jobs.run.InitCommand;
import org.novacat.jobs.run.Scratch;
import org.novacat.jobs.spectra.IngestSpectraCommand;
import org.novacat.jobs.spectrum.SpectrumCommand;
import org.novacat.jobs.zarr.ZarrCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/** The program: parses arguments, runs one command, turns its end into an exit code. */
@Command(
    name = "novacat",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Raw observations of novae to science products, in bulk.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "A first look:  novacat demo",
      "Your own data: novacat register FOLDER --nova \"V339 Del\" && novacat ingest-spectra",
      "Manual:        docs/operations.md"
    },
    subcommands = {
      DemoCommand.class,
      SampleCommand.class,
      InitCommand.class,
      NovaCommand.class,
      RegisterCommand.class,
      IngestSpectraCommand.class,
      IngestPhotometryCommand.class,
      BundleCommand.class,
      PublishCommand.class,
      QueryCommand.class,
      StatusCommand.class,
      RunsCommand.class,
      QueueCommand.class,
      QuarantineCommand.class,
      RightsCommand.class,
      DoctorCommand.class,
      VerifyCommand.class,
      RecoverCommand.class,
      SpectrumCommand.class,
      ExportCommand.class,
      ZarrCommand.class,
      FitsCommand.class,
      PhotometryCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
public final class Novacat {
  /** Runs one command and ends the process with its code. */
  public static void main(String[] args) {
    forgetTheMachine();
    StandardOutput out = StandardOutput.install();
    Scratch.allow();
    int code;
    try {
      code = run(args);
    } finally {
      Scratch.end();
    }
    System.exit(out.code(code));
  }

  /** Libraries that ask for the locale or the time zone get the same answer on every machine. */
  private static void forgetTheMachine() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
  }

  /** Runs one command; returns its exit code and leaves the process alone. */
  public static int run(String... args) {
    if (Arrays.asList(args).contains("--debug")) {
      Configurator.setLevel("org.novacat", Level.DEBUG);
    }
    try {
      return commandLine().execute(args);
    } catch (UserError e) {
      System.err.println(Visible.line(String.valueOf(e.getMessage())));
      return e.exitCode().code();
    }
  }

  /**
   * The parser with all commands, as the program uses it.
   *
   * @throws UserError when the configuration cannot be read
   */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Novacat());
    version(line.getCommandSpec());
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(terminal(System.out))
        .setErr(terminal(System.err))
        // Its colours are control characters, and it takes marks for them out of any text.
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setDefaultValueProvider(Defaults.fromProcess())
        .setParameterExceptionHandler(Failures::onWrongArguments)
        .setExecutionExceptionHandler(Failures::onFailure);
  }

  private static PrintWriter terminal(OutputStream stream) {
    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    return new PrintWriter(new VisibleWriter(new BufferedWriter(text)), true);
  }

  /** All commands have the program's version. */
  private static void version(CommandSpec command) {
    command.versionProvider(new Version());
    command.subcommands().values().forEach(below -> version(below.getCommandSpec()));
  }
}
