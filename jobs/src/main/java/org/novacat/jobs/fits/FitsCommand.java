package org.novacat.jobs.fits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novacat.fits.Explanation;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.file.ReadLimits;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.NamedFiles;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.Pipe;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups the commands that look at FITS files. */
@Command(
    name = "fits",
    mixinStandardHelpOptions = true,
    description = "Look at FITS files without a store.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {FitsCommand.Read.class, FitsCommand.Explain.class})
public final class FitsCommand {

  /**
   * {@code novacat fits read}: the spectra of files as the files hold them, or why there are none.
   */
  @Command(
      name = "read",
      mixinStandardHelpOptions = true,
      description = "Reads the spectra of FITS files and sums them up, one line each.",
      footer = {
        "",
        "A refused file is a line too and no failure: the exit code stays 0.",
        "",
        "Examples:",
        "  novacat fits read spectrum.fits",
        "  novacat fits read folder --output json > spectra.jsonl"
      })
  static final class Read implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE",
        description = "FITS files, or folders of them.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      FitsFiles reader = new FitsFiles();
      List<Path> named = NamedFiles.of(files, file -> true);
      if (output.json()) {
        for (Path file : named) {
          if (Pipe.isClosed(out)) {
            break;
          }
          for (ObjectNode line : SpectrumLines.of(file.toString(), reader.read(file))) {
            out.println(Json.line(line));
          }
        }
      } else {
        ReadTable.of(named, reader::read).forEach(out::println);
      }
      out.flush();
      return ExitCode.OK.code();
    }
  }

  /**
   * {@code novacat fits explain}: which profile took a file and why, and where each fact is from.
   */
  @Command(
      name = "explain",
      mixinStandardHelpOptions = true,
      description =
          "Shows how a FITS file is read: its HDUs, the profile that took it and why, and"
              + " where axis, unit, medium and time come from.",
      footer = {"", "Example:", "  novacat fits explain spectrum.fits"})
  static final class Explain implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(names = "--all", description = "Show the profiles that did not fit too.")
    private boolean all;

    @Parameters(
        arity = "1..*",
        paramLabel = "FILE",
        description = "FITS files, or folders of them.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      FitsFiles reader = new FitsFiles();
      for (Path file : NamedFiles.of(files, file -> true)) {
        Explanation explanation = reader.explain(file);
        if (output.json()) {
          out.println(Json.line(ExplanationJson.of(file.toString(), explanation)));
        } else {
          ExplanationText.of(explanation, all).forEach(out::println);
        }
      }
      out.flush();
      return ExitCode.OK.code();
    }
  }

  /** Reads the files that a command line names, one at a time. */
  private static final class FitsFiles {
    private final SpectrumReader reader = SpectrumReader.standard();

    /** The spectra of a file, or why there are none; one that cannot be read off the disk too. */
    ReadResult read(Path file) {
      return tooLarge(file) ? overLimit(file) : reader.read(name(file), bytes(file));
    }

    /**
     * How a file is read.
     *
     * @throws UserError when it cannot be read off the disk or is too large to look at
     */
    Explanation explain(Path file) {
      if (tooLarge(file)) {
        throw new UserError(overLimit(file).refusal().message());
      }
      return reader.explain(name(file), bytes(file));
    }

    private static boolean tooLarge(Path file) {
      try {
        return Files.size(file) > ReadLimits.DEFAULT.maxInflatedBytes();
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    private static ReadResult.Rejected overLimit(Path file) {
      String message =
          "Cannot read '%s': it is larger than %s bytes"
              .formatted(file, ReadLimits.DEFAULT.maxInflatedBytes());
      return new ReadResult.Rejected(
          Refusal.of(QuarantineReason.LIMIT_EXCEEDED, "FILE_OVER_LIMIT", message), "", "", "");
    }

    private static byte[] bytes(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    private static UserError unreadable(Path file, IOException e) {
      return new UserError(
          "Cannot read '%s': %s (check that you may read it)".formatted(file, e.getMessage()));
    }

    private static String name(Path file) {
      return String.valueOf(file.getFileName());
    }
  }
}
