package org.novacat.jobs.photometry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.spark.HeapShare;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat photometry explain}: what was understood of a file, and what would help. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows how an upload of photometry is read: format, encoding, columns and why each is"
            + " what, how times count, bands, nova, and what a sidecar would have to say.",
    footer = {
      "",
      "A sidecar is a file FILE.sidecar.json; docs/formats/photometry-uploads.md has its names.",
      "",
      "Examples:",
      "  novacat photometry explain observations.csv",
      "  novacat photometry explain observations.csv --write-sidecar"
    })
public final class PhotometryExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--write-sidecar",
      description = "Write a draft of the sidecar beside each file that needs one.")
  private boolean writeSidecar;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files, or folders of them.")
  private List<Path> files = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PhotometryReader reader = Readers.reader(Instant.now(), HeapShare.bytes(1));
    for (Path file : UploadFiles.named(files)) {
      UploadFiles.ReadFile read = UploadFiles.read(reader, file);
      PhotometryRead result = read.result();
      if (output.json()) {
        out.println(Json.line(PhotometryExplanation.json(file.toString(), result, read.summary())));
      } else {
        PhotometryExplanation.text(file.toString(), result, read.summary()).forEach(out::println);
      }
      if (writeSidecar) {
        draft(file, result, out);
      }
    }
    out.flush();
    return ExitCode.OK.code();
  }

  private void draft(Path file, PhotometryRead result, PrintWriter out) {
    Understanding understanding =
        result.<@Nullable Understanding>match(
            read -> read.understanding(), refused -> refused.understanding());
    List<Understanding.Wish> wishes = understanding == null ? List.of() : understanding.wishes();
    Path written = write(file, wishes);
    if (!output.json()) {
      out.println(
          written == null
              ? "  no sidecar is needed"
              : "  wrote the draft '%s': fill it in".formatted(written));
    }
  }

  /**
   * Writes a draft beside a file.
   *
   * @return where; null when there is nothing to say
   * @throws UserError when there is a sidecar already, or it cannot be written
   */
  private static @Nullable Path write(Path file, List<Understanding.Wish> wishes) {
    if (wishes.isEmpty()) {
      return null;
    }
    Path sidecar = file.resolveSibling(file.getFileName() + Sidecar.SUFFIX);
    try {
      return Files.write(sidecar, Json.document(draft(wishes)), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new UserError(
          "Cannot write '%s': there is a sidecar already (edit it)".formatted(sidecar));
    } catch (IOException e) {
      throw new UserError(
          "Cannot write '%s': %s (check that you may write there)"
              .formatted(sidecar, e.getMessage()));
    }
  }

  /** What is filled in by nobody is refused by the reader of sidecars. */
  private static ObjectNode draft(List<Understanding.Wish> wishes) {
    ObjectNode draft = Json.object();
    for (Understanding.Wish wish : wishes) {
      String said = draft.path(wish.key()).asText();
      String begin = said.isEmpty() ? SidecarJson.TO_FILL_IN + ", such as" : said + "; or";
      draft.put(wish.key(), "%s %s: %s".formatted(begin, wish.example(), wish.reason()));
    }
    return draft;
  }
}
