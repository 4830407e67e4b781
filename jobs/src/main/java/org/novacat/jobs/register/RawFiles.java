package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Optional;
import org.novacat.jobs.reading.SpectrumFileReader;
import org.novacat.jobs.register.fetch.Fetched;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.spectrum.StatedFacts;

/** What raw bytes are, as far as it decides where they lie. */
final class RawFiles {
  private static final int FITS_BLOCK = 2880;

  /** Of what has no name to tell it, more bytes than these are not looked at. */
  private static final long MOST_LOOKED_AT = 64L << 20;

  private RawFiles() {}

  /**
   * The ending under which bytes are kept: that of their name, but that of FITS where they begin as
   * FITS does, or the name says nothing and they are no spectrum in text.
   */
  static FileEnding ending(String fileName, Fetched fetched, StatedFacts stated)
      throws RejectedException {
    Optional<FileEnding> named = FileEnding.ofName(fileName);
    if (named.filter(FileEnding::isFits).isPresent() || isFits(fetched)) {
      return FileEnding.FITS;
    }
    return named.isPresent() ? named.get() : byContent(fileName, fetched, stated);
  }

  private static FileEnding byContent(String fileName, Fetched fetched, StatedFacts stated)
      throws RejectedException {
    if (fetched.size() > MOST_LOOKED_AT) {
      return FileEnding.FITS;
    }
    try {
      byte[] bytes = Files.readAllBytes(fetched.file());
      return SpectrumFileReader.ending(fileName, bytes, !stated.isEmpty());
    } catch (IOException e) {
      throw unreadable(fetched, e);
    }
  }

  private static boolean isFits(Fetched fetched) throws RejectedException {
    try (InputStream in = Files.newInputStream(fetched.file())) {
      return SpectrumFileReader.isFits(in.readNBytes(FITS_BLOCK));
    } catch (IOException e) {
      throw unreadable(fetched, e);
    }
  }

  private static RejectedException unreadable(Fetched fetched, IOException why) {
    return new RejectedException(
        RejectCode.SOURCE_UNREACHABLE,
        "Cannot read '%s': %s (check the disk)".formatted(fetched.file(), why.getMessage()));
  }
}
