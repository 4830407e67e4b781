package org.novacat.jobs.spectrum;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novacat.fits.Explanation;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.fits.ExplanationJson;
import org.novacat.jobs.fits.ExplanationText;
import org.novacat.jobs.register.source.SpectrumSidecar;
import org.novacat.jobs.register.source.StatedFile;
import org.novacat.jobs.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat spectrum explain}: how a file is read, and what a sidecar would have to say. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Shows how a spectrum, FITS or text, is read: the convention that took it and why, where",
      "axis, unit, medium and time come from, and what a sidecar would have to say."
    },
    footer = {
      "",
      "A sidecar is a file FILE.sidecar.json; docs/formats/spectra-as-text.md has its names.",
      "",
      "Examples:",
      "  novacat spectrum explain spectrum.csv",
      "  novacat spectrum explain spectrum.csv --write-sidecar"
    })
final class SpectrumExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--all", description = "Show the profiles that did not fit too.")
  private boolean all;

  @Option(
      names = "--write-sidecar",
      description = "Write a draft of the sidecar beside each file that lacks something.")
  private boolean writeSidecar;

  @Option(names = "--force", description = "Replace a sidecar that is there.")
  private boolean force;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SpectrumFiles reader = new SpectrumFiles();
    for (StatedFile file : SpectrumFiles.named(files)) {
      Explanation explanation = reader.explain(file);
      if (output.json()) {
        out.println(Json.line(ExplanationJson.of(file.file().toString(), explanation)));
      } else {
        ExplanationText.of(explanation, all).forEach(out::println);
      }
      if (writeSidecar) {
        draft(reader, file, out);
      }
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private void draft(SpectrumFiles reader, StatedFile file, PrintWriter out) {
    ObjectNode draft = SidecarDraft.of(reader, file);
    Path sidecar = file.file().resolveSibling(file.file().getFileName() + SpectrumSidecar.SUFFIX);
    if (!draft.isEmpty()) {
      write(sidecar, Json.document(draft));
    }
    if (!output.json()) {
      out.println(
          draft.isEmpty()
              ? "  no sidecar is needed"
              : "  wrote the draft '%s': fill it in".formatted(sidecar));
    }
  }

  private void write(Path sidecar, byte[] draft) {
    try {
      if (force) {
        Files.write(sidecar, draft);
      } else {
        Files.write(sidecar, draft, StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          "Cannot write '%s': there is a sidecar already (edit it, or replace it with --force)"
              .formatted(sidecar));
    } catch (IOException e) {
      throw new UserError(
          "Cannot write '%s': %s (check that you may write there)"
              .formatted(sidecar, e.getMessage()));
    }
  }
}
