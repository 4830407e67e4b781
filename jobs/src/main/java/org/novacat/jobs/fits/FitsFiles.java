package org.novacat.jobs.fits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.novacat.fits.Explanation;
import org.novacat.fits.ReadResult;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.file.ReadLimits;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/** The files that a command line names, and their reading one at a time. */
final class FitsFiles {
  private final SpectrumReader reader = SpectrumReader.standard();

  /**
   * Files in the order given; a folder stands for all files below it, sorted, those that begin with
   * {@code _} or a dot among them.
   *
   * @throws UserError when one does not exist
   */
  static List<Path> named(List<Path> arguments) {
    List<Path> files = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        files.addAll(below(argument));
      } else if (Files.isRegularFile(argument)) {
        files.add(argument);
      } else {
        throw new UserError(
            "Cannot read '%s': there is no such file or folder (check the path)"
                .formatted(argument));
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "Cannot list folder '%s': %s (check that you may read it)"
              .formatted(folder, e.getMessage()));
    }
  }

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
        "Cannot read '%s': it is larger than %d bytes"
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
