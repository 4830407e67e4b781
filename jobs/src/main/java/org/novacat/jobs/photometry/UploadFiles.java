package org.novacat.jobs.photometry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.cli.NamedFiles;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.register.Companions;
import org.novacat.transforms.photometry.read.PhotometryRead;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.read.upload.Upload;

/** The files that a command line names, each with the sidecar and the ReadMe beside it. */
final class UploadFiles {
  private UploadFiles() {}

  /**
   * Files in the order given; a folder stands for all files below it, sorted, without sidecars.
   *
   * @throws UserError when one does not exist
   */
  static List<Path> named(List<Path> arguments) {
    return NamedFiles.of(arguments, file -> !file.toString().endsWith(Sidecar.SUFFIX));
  }

  /**
   * Reads a file with what lies beside it, as ingest does; a sidecar that says what nobody can
   * follow refuses it.
   *
   * @throws UserError when one of them cannot be read
   */
  static ReadFile read(PhotometryReader reader, Path file) {
    try {
      Upload upload = upload(file);
      ReadSummary summary = new ReadSummary(upload.sidecar());
      return new ReadFile(summary.judged(upload.name(), reader.read(upload, summary)), summary);
    } catch (SidecarException e) {
      return new ReadFile(
          new PhotometryRead.Refused(e.refusal(name(file) + Sidecar.SUFFIX), null, RowTally.NONE),
          new ReadSummary(Sidecar.NONE));
    }
  }

  /**
   * A file that was read.
   *
   * @param result its rows, or why there are none
   * @param summary of its rows
   */
  record ReadFile(PhotometryRead result, ReadSummary summary) {}

  /**
   * A file with what lies beside it.
   *
   * @throws UserError when one of them cannot be read
   * @throws SidecarException when the sidecar is wrong
   */
  private static Upload upload(Path file) {
    Sidecar sidecar = Sidecar.NONE;
    List<Upload.Companion> companions = new ArrayList<>();
    for (Path beside : Companions.of(file)) {
      checkIsFile(beside);
      if (beside.toString().endsWith(Sidecar.SUFFIX)) {
        sidecar = SidecarJson.parse(new String(bytes(beside), UTF_8));
      } else if (!beside.equals(file)) {
        companions.add(new Upload.Companion(name(beside), bytes(beside)));
      }
    }
    return new Upload(name(file), bytes(file), sidecar, companions);
  }

  private static void checkIsFile(Path beside) {
    if (!Files.isRegularFile(beside)) {
      throw new UserError(
          "Cannot read '%s': it is no file (mend it, or take it away)".formatted(beside));
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException | OutOfMemoryError e) {
      throw new UserError(
          "Cannot read '%s': %s (check that you may read it, and its size)"
              .formatted(file, e.getMessage()));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
