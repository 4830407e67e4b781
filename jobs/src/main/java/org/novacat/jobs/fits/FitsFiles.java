package org.novacat.jobs.fits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.novacat.fits.Explanation;
import org.novacat.fits.ReadResult;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.file.ReadLimits;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/** Reads the files that a command line names, one at a time. */
final class FitsFiles {
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
