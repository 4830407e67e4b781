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
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
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
   * A file with what lies beside it.
   *
   * @throws UserError when one of them cannot be read, or the sidecar is wrong
   */
  static Upload upload(Path file) {
    Sidecar sidecar = Sidecar.NONE;
    List<Upload.Companion> companions = new ArrayList<>();
    for (Path beside : Companions.of(file)) {
      if (beside.toString().endsWith(Sidecar.SUFFIX)) {
        sidecar = sidecar(beside);
      } else if (!beside.equals(file)) {
        companions.add(new Upload.Companion(name(beside), bytes(beside)));
      }
    }
    return new Upload(name(file), bytes(file), sidecar, companions);
  }

  private static Sidecar sidecar(Path file) {
    try {
      return SidecarJson.parse(new String(bytes(file), UTF_8));
    } catch (IllegalArgumentException e) {
      throw new UserError("Cannot read '%s': %s".formatted(file, e.getMessage()));
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
