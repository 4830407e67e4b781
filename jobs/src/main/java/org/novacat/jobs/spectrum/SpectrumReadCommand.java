package org.novacat.jobs.spectrum;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.Pipe;
import org.novacat.jobs.fits.ReadTable;
import org.novacat.jobs.fits.SpectrumLines;
import org.novacat.jobs.register.source.StatedFile;
import org.novacat.jobs.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat spectrum read}: the spectra of files, FITS or text, or why there are none. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the spectra of files, FITS or text, and sums them up, one line each. What sidecars",
      "and the metadata tables of a folder state of them is used as register and ingest use it."
    },
    footer = {
      "",
      "A refused file is a line too and no failure: the exit code stays 0.",
      "",
      "Examples:",
      "  novacat spectrum read spectrum.csv",
      "  novacat spectrum read folder --output json > spectra.jsonl"
    })
final class SpectrumReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SpectrumFiles reader = new SpectrumFiles();
    Map<Path, StatedFile> named =
        SpectrumFiles.named(files).stream()
            .collect(toMap(StatedFile::file, file -> file, (one, same) -> one, LinkedHashMap::new));
    if (output.json()) {
      named.values().forEach(file -> json(reader, file, out));
    } else {
      ReadTable.of(
              List.copyOf(named.keySet()), file -> reader.read(requireNonNull(named.get(file))))
          .forEach(out::println);
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private static void json(SpectrumFiles reader, StatedFile file, PrintWriter out) {
    if (!Pipe.isClosed(out)) {
      for (ObjectNode line : SpectrumLines.of(file.file().toString(), reader.read(file))) {
        out.println(Json.line(line));
      }
    }
  }
}
