package org.novacat.jobs.spectrum;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.Explanation;
import org.novacat.fits.file.ReadLimits;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.reading.SpectrumFileReader;
import org.novacat.jobs.register.source.SpectrumFolder;
import org.novacat.jobs.register.source.StatedFile;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFacts;

/** Reads the files that a command line names, one at a time, as register and ingest would. */
final class SpectrumFiles {
  private final SpectrumFileReader reader = new SpectrumFileReader();

  /**
   * The files that are named, and those of folders.
   *
   * @throws UserError when one does not exist
   */
  static List<StatedFile> named(List<Path> arguments) {
    List<StatedFile> files = new ArrayList<>();
    for (Path argument : arguments) {
      if (!Files.exists(argument)) {
        throw new UserError(
            "Cannot read '%s': there is no such file or folder (check the path)"
                .formatted(argument));
      }
      files.addAll(SpectrumFolder.look(argument));
    }
    return files;
  }

  /** Its spectra, or why there are none. */
  ReadResult read(StatedFile file) {
    Refusal refused = file.refused() == null ? overLimit(file.file()) : file.refused();
    return refused == null
        ? read(file.file(), bytes(file.file()), file.stated())
        : new ReadResult.Rejected(refused, "", "", "");
  }

  private ReadResult read(Path file, byte[] bytes, StatedFacts stated) {
    return reader.read(name(file), ending(file, bytes, stated), bytes, stated);
  }

  /** The same of a file that somebody states something else of. */
  ReadResult read(StatedFile file, StatedFacts stated) {
    return read(new StatedFile(file.file(), stated, file.refused()));
  }

  /** How it is read. */
  Explanation explain(StatedFile file) {
    Refusal refused = file.refused() == null ? overLimit(file.file()) : file.refused();
    if (refused != null) {
      ReadResult rejected = new ReadResult.Rejected(refused, "", "", "");
      return new Explanation(name(file.file()), List.of(), List.of(), rejected);
    }
    byte[] bytes = bytes(file.file());
    FileEnding ending = ending(file.file(), bytes, file.stated());
    return reader.explain(name(file.file()), ending, bytes, file.stated());
  }

  private static FileEnding ending(Path file, byte[] bytes, StatedFacts stated) {
    return SpectrumFileReader.ending(name(file), bytes, !stated.isEmpty());
  }

  /** Null when it may be read. */
  private static @Nullable Refusal overLimit(Path file) {
    try {
      return Files.size(file) <= ReadLimits.DEFAULT.maxInflatedBytes()
          ? null
          : Refusal.of(
              QuarantineReason.LIMIT_EXCEEDED,
              "FILE_OVER_LIMIT",
              "Cannot read '%s': it is larger than %s bytes"
                  .formatted(file, ReadLimits.DEFAULT.maxInflatedBytes()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
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
