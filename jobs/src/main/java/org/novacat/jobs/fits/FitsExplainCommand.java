package org.novacat.jobs.fits;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novacat.fits.Explanation;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.NamedFiles;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat fits explain}: which profile took a file and why, and where each fact is from. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows how a FITS file is read: its HDUs, the profile that took it and why, and"
            + " where axis, unit, medium and time come from.",
    footer = {"", "Example:", "  novacat fits explain spectrum.fits"})
public final class FitsExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--all", description = "Show the profiles that did not fit too.")
  private boolean all;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "FITS files, or folders of them.")
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
