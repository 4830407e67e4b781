package org.novacat.jobs.photometry;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.Pipe;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.spark.HeapShare;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.upload.RowTally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat photometry read}: the rows of uploads, counted, or why there are none. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Reads uploads of photometry and sums them up, one line each.",
    footer = {
      "",
      "FILE.sidecar.json and FILE's ReadMe are used where they lie beside it. A refused file is a",
      "line too and no failure: the exit code stays 0.",
      "",
      "Examples:",
      "  novacat photometry read observations.csv",
      "  novacat photometry read folder --output json > uploads.jsonl"
    })
public final class PhotometryReadCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PhotometryReader reader = Readers.reader(Instant.now(), HeapShare.bytes(1));
    TextTable table = new TextTable("file", "format", "rows", "accepted", "limits", "rejected");
    List<String> refusals = new ArrayList<>();
    for (Path file : UploadFiles.named(files)) {
      if (Pipe.isClosed(out)) {
        break;
      }
      UploadFiles.ReadFile read = UploadFiles.read(reader, file);
      if (output.json()) {
        out.println(Json.line(read.summary().line(file.toString(), read.result())));
      } else {
        add(table, refusals, file, read.result());
      }
    }
    if (table.size() > 0) {
      table.lines().forEach(out::println);
    }
    refusals.forEach(out::println);
    out.flush();
    return ExitCode.OK.code();
  }

  private static void add(
      TextTable table, List<String> refusals, Path file, PhotometryRead result) {
    result.match(
        read -> {
          RowTally tally = read.tally();
          return table.row(
              file.getFileName(),
              read.understanding().format(),
              tally.rows(),
              tally.accepted(),
              tally.limits(),
              tally.ordered().toString().replaceAll("[{}]", ""));
        },
        refused ->
            refusals.add(
                "%s: %s: %s (%s)"
                    .formatted(
                        file,
                        refused.refusal().code(),
                        refused.refusal().message(),
                        refused.refusal().remedy())));
  }
}
